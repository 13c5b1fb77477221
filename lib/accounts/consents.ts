/** What people agree to. A changed text is a new version, and is asked for again. Plain data. */

export interface ConsentDocument {
  code: 'privacy' | 'truthfulness';
  title: string;
  version: string;
  purpose: string;
  /** The sentence beside the tick. */
  statement: string;
  /** What happens when it is taken back; null where it is a statement of fact, which cannot be. */
  withdrawal: string | null;
}

export const privacyConsent: ConsentDocument = {
  code: 'privacy',
  title: '个人信息处理规则',
  version: '2026-11-01',
  purpose: '办理青少年科技辅导员专业水平认证的注册、申报、审查、考试、缴费和发证',
  statement: '我已阅读并同意《个人信息处理规则》。',
  withdrawal:
    '撤回后账号立即退出登录，重新同意之前不能再使用。已经提交的申报、已支付的订单和已颁发的证书不受影响，依法保存到期满为止。',
};

export const truthfulnessConsent: ConsentDocument = {
  code: 'truthfulness',
  title: '真实信息承诺',
  version: '2026-11-01',
  purpose: '保证注册和申报信息真实',
  statement: '我承诺所填信息真实、由本人填写，没有委托任何机构或个人代办、代报。',
  withdrawal: null,
};

export const consentDocuments: readonly ConsentDocument[] = [privacyConsent, truthfulnessConsent];

export const consentDocumentOf = (code: string): ConsentDocument | undefined =>
  consentDocuments.find((document) => document.code === code);
