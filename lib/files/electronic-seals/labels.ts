import { judgeSignature, type SealSignature, type SealVerdict } from './schema.ts';

export const sealVerdictNames: Record<SealVerdict, string> = {
  valid: '电子签章有效',
  invalid: '电子签章无效',
  cannot_tell: '不能自动判断，由工作人员核验',
};

/** What the applicant is told to do, or what comes next. */
export const sealAdvice: Record<SealVerdict, string> = {
  valid: '签章和证书均已验证，签章之后文件没有被改过。',
  invalid: '请从签章系统重新导出加盖电子印章的原文件再上传，或打印后盖章、扫描上传。',
  cannot_tell: '可以提交，由工作人员核验这份电子签章。',
};

/** Why, in one sentence. The gravest thing is said. */
export function signatureSentence(signature: SealSignature): string {
  const { chain, changedAfter, strength } = signature;
  if (strength === 'unreadable') return '签名数据无法读取，这个签章不能认可。';
  if (!signature.rangeSound) return '签名没有完整覆盖文件，这个签章不能认可。';
  if (changedAfter === 'forbidden') return '签章之后文件被改过，这个签章不能认可。';
  if (strength === 'unsupported') return '使用的密码算法或签名格式不能自动验证，由工作人员核验。';
  if (!signature.digestValid) return '文件内容与签章时不一致，这个签章不能认可。';
  if (!signature.signatureValid) return '签名与签章人的证书不符，这个签章不能认可。';
  if (chain === 'wrong_usage') return '签章人的证书不能用于签名，这个签章不能认可。';
  if (chain === 'expired') return '签章时证书不在有效期内，这个签章不能认可。';
  if (chain === 'expired_since') return '文件上传时证书已经过期，又没有时间戳证明是在有效期内签的，这个签章不能认可。';
  if (strength === 'weak') return '使用了已经淘汰的密码算法，由工作人员核验。';
  if (chain === 'untrusted') return '签名完好，但发证机构不在本系统信任的名单中，由工作人员核验。';
  if (chain !== 'trusted') return '签名完好，但文件里的证书链不完整，不能确认发证机构，由工作人员核验。';
  return changedAfter === 'allowed' ? '签名有效，之后只增加了其他签章。' : '签名有效，签章之后文件没有被改过。';
}

export const signatureTone = (signature: SealSignature): 'success' | 'danger' | 'warning' =>
  tones[judgeSignature(signature)];

export const tones = { valid: 'success', invalid: 'danger', cannot_tell: 'warning' } as const satisfies Record<SealVerdict, string>;

export const signedAtWords = { claimed: '签章人自报', timestamp: '时间戳证明' } as const;

/** Said with every result: nothing here has asked whether a certificate was called back. */
export const revocationSentence = '未查询证书吊销状态。';
