import type { CodePurpose } from '@/lib/db/generated/enums';

/** Words of the messages about accounts. */

const warning = '如非本人操作，请不要把验证码告诉任何人。协会从未委托任何机构或个人代办、代报。';

const codeUse: Record<CodePurpose, string> = {
  REGISTER: '注册账号',
  RESET_PASSWORD: '重设密码',
  CHANGE_PHONE: '更换手机号',
  CLAIM: '领取旧平台账号',
  RECOVER: '申请找回账号',
};

export const codeSms = (purpose: CodePurpose, code: string): string =>
  `验证码 ${code}，用于${codeUse[purpose]}，10 分钟内有效。${warning}`;

export const unknownNumberSms =
  '有人用这个手机号在青少年科技辅导员专业水平认证系统重设密码，但这个号码没有可以使用的账号。如需申报，请先注册；如非本人操作，请忽略。';

export const accountNotices = {
  password_changed: {
    subject: '密码已修改',
    text: '您的账号密码刚刚修改，其他设备已退出登录。如非本人操作，请立即用手机号找回密码，并联系协会。',
  },
  phone_changed: {
    subject: '手机号已更换',
    text: '您的账号已换绑新的手机号，本号码不能再用于登录。如非本人操作，请立即联系协会。',
  },
  recovery_asked: {
    subject: '有人申请找回您的账号',
    text: '有人填写了您的证件号码，申请把账号换到另一个手机号。工作人员核实前账号不变。如非本人操作，请立即联系协会。',
  },
  recovery_granted: {
    subject: '账号找回已通过',
    text: '您的账号已换到新的手机号，原手机号不能再登录。请用新手机号在“忘记密码”页设置新密码。如非本人操作，请立即联系协会。',
  },
  recovery_refused: {
    subject: '账号找回未通过',
    text: '您的账号找回申请未通过：{reason}账号没有变化。如有疑问，请联系协会。',
  },
  role_granted: {
    subject: '获得新的身份',
    text: '您已获得“{role}”身份，可以在“切换身份”中使用。',
  },
  role_revoked: {
    subject: '身份已撤销',
    text: '您的“{role}”身份已撤销，原因：{reason}如有疑问，请联系协会。',
  },
  data_request_granted: {
    subject: '个人信息申请已办理',
    text: '您的“{what}”申请已办理。{reason}',
  },
  data_request_refused: {
    subject: '个人信息申请未通过',
    text: '您的“{what}”申请未通过，原因：{reason}如有疑问，请联系协会。',
  },
} as const satisfies Record<string, { subject: string; text: string }>;

export type AccountNotice = keyof typeof accountNotices;

/** The words with their blanks filled in; what staff typed ends with a full stop. */
export function noticeText(
  notice: AccountNotice,
  blanks: Partial<Record<'role' | 'reason' | 'what', string>> = {},
): string {
  return accountNotices[notice].text.replace(/\{(role|reason|what)\}/g, (_, name: keyof typeof blanks) => {
    const filled = blanks[name] ?? '';
    return name === 'reason' && filled && !/[。！？.!?]$/.test(filled) ? `${filled}。` : filled;
  });
}
