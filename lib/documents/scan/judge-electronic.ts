import type { SealVerdict } from '@/lib/files/electronic-seals/schema';
import type { Finding } from './finding';

const said: Record<SealVerdict, Pick<Finding, 'lamp' | 'sentence'>> = {
  valid: { lamp: 'GREEN', sentence: '这是加盖电子印章的文件，电子签章有效。' },
  cannot_tell: { lamp: 'AMBER', sentence: '这是加盖电子印章的文件，不能自动判断真伪，由工作人员核验。' },
  invalid: { lamp: 'AMBER', sentence: '电子签章无效，或签章后文件被改过；请重新导出加盖电子印章的原文件，或打印盖章后扫描上传。' },
};

/** A page that was sealed electronically has no ink to look for: the signature over its file speaks. */
export const judgeElectronic = (verdict: SealVerdict): Finding => ({ kind: 'electronic', crop: null, ...said[verdict] });
