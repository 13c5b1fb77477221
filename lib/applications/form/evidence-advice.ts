import type { PageFacts } from '@/lib/files/page-facts';
import type { Finding } from './finding';
import type { EvidenceFile, FormMaterial } from './material';
import type { SectionSlug } from './section-slugs';
import { sections } from './sections';

interface Proof {
  section: SectionSlug;
  rowId: string;
  rowTitle: string;
  file: EvidenceFile;
}

/** Every file with the row that it proves, in the order of the form; ties of rows that are gone do not count. */
export function proofsOf({ answers, evidence }: FormMaterial): Proof[] {
  return sections.flatMap(({ slug: section, rows: part }) =>
    part?.evidence
      ? answers[section].rows.flatMap(({ id: rowId, values }) =>
          (evidence[rowId] ?? []).map((file) => ({ section, rowId, rowTitle: part.title(values) || part.noun, file })),
        )
      : [],
  );
}

export function evidenceAdvice(material: FormMaterial): Finding[] {
  const proofs = proofsOf(material);
  return [...proofs.flatMap(unreadable), ...repeatedFiles(proofs)];
}

const hasNothing = ({ spread, ink }: PageFacts): boolean => spread < 3 || ink < 0.0002;
const isTiny = ({ isPicture, width, height }: PageFacts): boolean => isPicture && Math.max(width, height) < 600;
/** Characters of ordinary size run together at about this. */
const isBlurred = ({ sharpness }: PageFacts): boolean => sharpness < 0.16;

function unreadable({ section, rowId, file: { name, pages } }: Proof): Finding[] {
  const numbers = (isSo: (page: PageFacts) => boolean) =>
    pages.flatMap((page, index) => (page && isSo(page) ? [index + 1] : []));
  const blank = numbers(hasNothing);
  const unclear = numbers((page) => !hasNothing(page) && (isTiny(page) || isBlurred(page)));
  const of = (found: number[]) => (pages.length > 1 ? `“${name}”第 ${found.join('、')} 页` : `“${name}”`);
  const advice = (sentence: string): Finding => ({ code: 'evidence.readable', section, rowId, field: 'evidence', sentence });
  return [
    ...(blank.length > 0 ? [advice(`${of(blank)}几乎是空白的，请核对是否传错了文件。`)] : []),
    ...(unclear.length > 0 ? [advice(`${of(unclear)}模糊或像素太低，请换成文字清楚可辨的扫描件或照片。`)] : []),
  ];
}

/** The same bytes under two rows; said once of every later row. */
function repeatedFiles(proofs: readonly Proof[]): Finding[] {
  const first = new Map<string, Proof>();
  return proofs.flatMap((proof): Finding[] => {
    const { section, rowId, rowTitle, file } = proof;
    const earlier = first.get(file.sha256);
    if (!earlier) first.set(file.sha256, proof);
    if (!earlier || earlier.rowId === rowId) return [];
    const sentence = `“${rowTitle}”与“${earlier.rowTitle}”用了同一份证明材料（${file.name}），请核对是否传错了文件。`;
    return [{ code: 'evidence.repeated', section, rowId, field: 'evidence', sentence }];
  });
}
