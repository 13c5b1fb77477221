import { z } from 'zod';

const words = (least: number, sentence: string, most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => [...text].length >= least, sentence)
    .refine((text) => [...text].length <= most, `最多 ${most} 个字，请写得短一些。`);

/** Ids of files that the page shows, in one hidden input. */
const fileIds = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.uuid()).max(20, '最多附 20 个文件。'));

const sanctionId = z.uuid();
const reason = (sentence: string) => words(5, sentence, 500);

export const proposeSanctionInput = z.object({
  unitId: z.uuid(),
  finding: words(20, '请写明查实的情况：什么材料、怎样不实、如何查实，至少 20 个字。', 4000),
  fileIds: fileIds.refine((ids) => ids.length > 0, '请至少上传一份证据。'),
});
export type ProposeSanctionInput = z.output<typeof proposeSanctionInput>;

export const approveSanctionInput = z.object({
  sanctionId,
  decisionNumber: words(4, '请填写决定的文号。', 60),
  note: words(0, '', 500),
  /** Of the list of people and applications that the page showed. */
  effectDigest: z.string().max(64),
  seen: z.literal('yes', '请先查看受影响的人员和申报，再勾选。'),
});
export type ApproveSanctionInput = z.output<typeof approveSanctionInput>;

export const refuseSanctionInput = z.object({ sanctionId, note: reason('请写明不批准的原因，至少 5 个字。') });
export const withdrawSanctionInput = z.object({ sanctionId, note: reason('请写明撤回的原因，至少 5 个字。') });
export const liftSanctionInput = z.object({ sanctionId, reason: reason('请写明解除的原因，至少 5 个字。') });

export const lodgeAppealInput = z.object({
  sanctionId,
  text: words(20, '请写明申诉的理由和事实，至少 20 个字。', 4000),
  fileIds,
});
export type LodgeAppealInput = z.output<typeof lodgeAppealInput>;

export const decideAppealInput = z.object({
  sanctionId,
  appealId: z.uuid(),
  decision: z.enum(['grant', 'refuse'], '请选择申诉是否成立。'),
  note: reason('请写明决定的理由，至少 5 个字。'),
});
export type DecideAppealInput = z.output<typeof decideAppealInput>;

export const sanctionFileInput = z.object({ id: z.uuid() });

export const sanctionViews = ['open', 'force', 'appeal', 'ended'] as const;
export const sanctionListInput = z.object({
  view: z.enum(sanctionViews).catch('open'),
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type SanctionListInput = z.output<typeof sanctionListInput>;
