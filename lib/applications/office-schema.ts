import { z } from 'zod';
import { levels } from '@/lib/catalogue/labels';
import { statusNames } from './lifecycle';

const text = z.string().trim();
const list = z.preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), z.array(z.string()));

/** Filters of the office queue, as they stand in the query string; what does not parse is left out. */
export const queueFilters = z.object({
  view: z.enum(['waiting', 'mine', 'returned', 'all']).catch('waiting'),
  status: z
    .enum(statusNames as [string, ...string[]])
    .optional()
    .catch(undefined),
  level: z.enum(levels).optional().catch(undefined),
  cycle: z.uuid().optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  claimed: z.enum(['nobody', 'somebody']).optional().catch(undefined),
  age: z.enum(['3', '7', '14']).optional().catch(undefined),
  q: text.max(60).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type QueueFilters = z.infer<typeof queueFilters>;

export const applicationInput = z.object({ applicationId: z.uuid() });

export const assignInput = z.object({
  applicationId: list.pipe(z.array(z.uuid()).min(1, '请先勾选要分配的申报。').max(200, '一次最多分配 200 份。')),
  assigneeId: z.uuid('请选择审核人员。'),
});

export interface ChosenReason {
  code: string;
  place: string;
  /** Pages to be stamped again, ticked beside reasons about the stamp. */
  pages: number[];
  note: string;
}

const pageList = list.pipe(z.array(z.string().regex(/^[1-9]\d{0,2}$/).transform(Number)).max(999));

/** Reasons arrive as `reason` (codes) with `place.CODE`, `note.CODE` and ticked pages `page.CODE` beside them. */
const chosenReasons = z
  .looseObject({ reason: list })
  .transform((raw): ChosenReason[] =>
    raw.reason.map((code) => ({
      code,
      place: part(raw, `place.${code}`),
      pages: pageList.parse(raw[`page.${code}`]),
      note: part(raw, `note.${code}`),
    })),
  );

const part = (raw: Record<string, unknown>, name: string): string => {
  const value = raw[name];
  return typeof value === 'string' ? value.trim().slice(0, 300) : '';
};

export const decisionInput = z
  .looseObject({
    applicationId: z.uuid(),
    formVersion: z.coerce.number().int(),
    note: text.max(500, '说明请控制在 500 字以内。').default(''),
    /** What the page had said would be sent back, as 3,7. */
    seenPages: text.max(4000).default(''),
  })
  .transform((raw) => ({
    applicationId: raw.applicationId,
    formVersion: raw.formVersion,
    note: raw.note,
    seenPages: raw.seenPages,
    reasons: chosenReasons.parse(raw),
  }));
export type DecisionInput = z.output<typeof decisionInput>;

export const reasonInput = z.object({
  applicationId: z.uuid(),
  reason: text.min(2, '请写明原因。').max(500, '原因请控制在 500 字以内。'),
});

export const revealInput = z.object({ applicationId: z.uuid(), what: z.enum(['document', 'phone']) });
