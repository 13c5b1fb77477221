import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { levels } from '@/lib/catalogue/labels';
import type { Actor } from '@/lib/kernel/actor';
import { type CodedReason, readReasons } from '../decision-reasons';
import { visibleTo } from '../policy';

/** As they stand in the query string; what does not parse is left out. */
export const returnFilters = z.object({
  cycle: z.uuid().optional().catch(undefined),
  level: z.enum(levels).optional().catch(undefined),
  reason: z.string().max(60).optional().catch(undefined),
});
export type ReturnFilters = z.infer<typeof returnFilters>;

export interface Returned {
  decisionId: string;
  applicationId: string;
  number: string;
  personName: string;
  level: (typeof levels)[number];
  cycleName: string;
  formVersion: number;
  decidedAt: Date;
  decidedByName: string;
  reasons: CodedReason[];
}

const parts = {
  application: {
    select: { id: true, number: true, level: true, person: { select: { name: true } }, cycle: { select: { name: true } } },
  },
} as const satisfies Prisma.ReviewDecisionInclude;

/** Every return that this person may see, the latest first; with a reason, only those for it. */
export async function returnsOf(actor: Actor, { cycle, level, reason }: ReturnFilters): Promise<Returned[]> {
  const visible = visibleTo(actor);
  if (!visible) return [];
  const rows = await db.reviewDecision.findMany({
    where: { outcome: 'RETURNED', application: { AND: [visible, { cycleId: cycle, level }] } },
    include: parts,
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
  });
  const returned = rows.map(({ id, application, formVersion, decidedAt, decidedByName, reasons }): Returned => {
    const { person, cycle: of, number } = application;
    const facts = { formVersion, decidedAt, decidedByName, reasons: readReasons(reasons) };
    return {
      ...{ decisionId: id, applicationId: application.id, number, personName: person.name },
      ...{ level: application.level, cycleName: of.name, ...facts },
    };
  });
  return reason ? returned.filter(({ reasons }) => reasons.some(({ code }) => code === reason)) : returned;
}
