import { judgeSignature, type SealSignature, type SealSignatures } from '@/lib/files/electronic-seals/schema';
import type { SheetExamination } from './examination';
import type { Finding, Lamp } from './finding';

/** Of the applicant: whose seal is expected. */
export interface SealingUnit {
  name: string;
  formerNames: readonly string[];
  creditCode: string;
}

export interface ElectronicSeal {
  signatures: SealSignatures;
  unit: SealingUnit | null;
}

/** Said of the pages that are to be signed and sealed; the others lie in the same file. People decide about all of it. */
export function electronicFindings({ seal, pens }: SheetExamination, electronic: ElectronicSeal): Finding[] {
  const kinds = new Set(pens.map(({ place }) => (place.endsWith('Date') ? 'date' : 'signature')));
  return [
    seal ? sealFinding(electronic) : found('seal', 'GREEN', '这一页在带有电子签章的文件里。'),
    ...(kinds.has('signature') ? [found('signature', 'GREY', '带有电子签章的文件不检查手写签字，由工作人员核对。')] : []),
    ...(kinds.has('date') ? [found('date', 'GREY', '带有电子签章的文件不检查手写日期，由工作人员核对。')] : []),
  ];
}

const found = (kind: Finding['kind'], lamp: Lamp, sentence: string): Finding => ({ kind, lamp, sentence, crop: null });

function sealFinding({ signatures: { verdict, signatures }, unit }: ElectronicSeal): Finding {
  const signers = signatures.filter(({ role }) => role === 'signature');
  if (verdict === 'invalid') return found('seal', 'AMBER', '文件的电子签章无效，请重新导出加盖电子印章的原文件上传，或由工作人员核验。');
  if (!signers.some((signer) => unit && isOf(signer, unit))) return found('seal', 'AMBER', strangerSentence(signers, unit));
  if (verdict === 'cannot_tell') return found('seal', 'AMBER', '文件的电子签章不能自动判断，由工作人员核验。');
  // Whether the certificate was called back nobody here can ask.
  return found('seal', 'GREY', `文件的电子签章完好，证书上的名称与“${unit?.name}”一致；没有查询证书是否已被吊销，由工作人员核验。`);
}

/** The certificate must be the unit's own: a person of the unit has one too, with the unit's name beside his. */
function isOf(signature: SealSignature, { name, formerNames, creditCode }: SealingUnit): boolean {
  if (judgeSignature(signature) === 'invalid' || !signature.signerName) return false;
  if (signature.creditCode !== null && signature.creditCode !== creditCode) return false;
  const own = plain(signature.signerName);
  return [name, ...formerNames].some((one) => own === plain(one));
}

/** Widths of letters, blanks and what a seal is for say nothing of whose it is. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').replace(/(公章|电子印章|电子公章)$/u, '');

function strangerSentence(signers: readonly SealSignature[], unit: SealingUnit | null): string {
  const names = signers.map(({ signerName, organisation }) => {
    if (!signerName) return '（证书上没有名称）';
    return organisation && organisation !== signerName ? `“${signerName}”（证书上的单位：${organisation}）` : `“${signerName}”`;
  });
  const expected = unit ? `“${unit.name}”` : '所在单位';
  return `电子签章的签章人是${names.join('、') || '（不详）'}，没有${expected}的单位电子签章，请核对，或由工作人员核验。`;
}
