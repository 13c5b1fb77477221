import { plainName } from '@/lib/kernel/plain-name';
import { proofsOf } from './evidence-advice';
import type { Finding } from './finding';
import type { EvidenceFile, FormMaterial } from './material';

/** A file of which every page was looked at and at least one has a text. */
const isTold = ({ pages }: EvidenceFile): boolean =>
  pages.every((page) => page !== null) && pages.some((page) => page?.isNamed !== null);

const isNamed = ({ pages }: EvidenceFile): boolean => pages.some((page) => page?.isNamed === true);

/** Whether there is anything by which names could be compared. */
export const hasNames = (material: FormMaterial): boolean =>
  material.heldCertificates.length > 0 || proofsOf(material).some(({ file }) => isTold(file));

/** Certificates and proofs that speak of somebody else than the account. */
export function nameAdvice(material: FormMaterial): Finding[] {
  const { name } = material.person;
  const certificates = material.heldCertificates
    .filter(({ holderName }) => plainName(holderName) !== plainName(name))
    .map(
      ({ number, holderName }): Finding => ({
        code: 'form.names',
        section: 'certificates',
        sentence: `本系统记录的证书 ${number} 的持证人是“${holderName}”，与账号姓名“${name}”不同，请核对；有误请联系协会更正。`,
      }),
    );
  const proofs = proofsOf(material)
    .filter(({ file }) => isTold(file) && !isNamed(file))
    .map(
      ({ section, rowId, file }): Finding => ({
        code: 'form.names',
        section,
        rowId,
        field: 'evidence',
        sentence: `“${file.name}”的文字里没有您的姓名“${name}”，请核对是否传错了文件；用的是曾用名或笔名的，请另附说明。`,
      }),
    );
  return [...certificates, ...proofs];
}
