import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import { readSection } from './form/answers';
import { sections } from './form/sections';

export interface EvidenceGroup {
  rowId: string;
  /** 业绩成果：示例省青少年科技创新大赛 */
  title: string;
  files: StoredFile[];
}

const frozen = z.object({
  answers: z.record(z.string(), z.unknown()),
  evidence: z.record(z.string(), z.array(z.object({ id: z.uuid() }))),
});

/** What proves each row of the form that was submitted (R22), as it was at that moment; rows without a file too. */
export async function evidenceOf(snapshot: { answers: unknown }): Promise<EvidenceGroup[]> {
  const { answers, evidence } = frozen.parse(snapshot.answers);
  const ids = Object.values(evidence).flatMap((files) => files.map(({ id }) => id));
  const files = await db.storedFile.findMany({ where: { id: { in: ids }, deletedAt: null } });
  return sections.flatMap((section) => {
    const { rows: part } = section;
    if (!part?.evidence) return [];
    return readSection(section, answers[section.slug]).rows.map(({ id: rowId, values }, index) => ({
      rowId,
      title: `${part.noun}：${part.title(values) || index + 1}`,
      files: (evidence[rowId] ?? []).flatMap(({ id }) => files.find((file) => file.id === id) ?? []),
    }));
  });
}
