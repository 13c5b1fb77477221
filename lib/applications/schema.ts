import { z } from 'zod';
import { emailField } from '@/lib/accounts/schema';
import { addUnitInput } from '@/lib/units/schema';
import { sectionSlugs } from './form/section-slugs';

/** Inputs of the applicant's own actions. */
export const applicationTarget = z.object({ applicationId: z.uuid() });

export const startInput = z.object({ level: z.uuid(), hasLeftUnit: z.literal('yes').optional().catch(undefined) });

export const changeLevelInput = z.object({ applicationId: z.uuid(), level: z.uuid('请选择级别。') });

const section = z.enum(sectionSlugs);
const baseRevision = z.coerce.number().int().min(0);

/** The answers stand beside, under the names of the section's inputs; they are read by the section's own schema. */
export const saveSectionInput = z.looseObject({
  applicationId: z.uuid(),
  section,
  rowId: z.uuid().optional(),
  baseRevision,
  intent: z.enum(['continue', 'later']).catch('continue'),
});
export type SaveSectionInput = z.output<typeof saveSectionInput>;

/** What an autosaving page posts; `section` is a slug, or slug/row. */
export const autosaveInput = z
  .object({
    section: z.string().max(100),
    baseRevision,
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  })
  .transform(({ section: place, ...rest }, context) => {
    const [slug, rowId] = place.split('/');
    const target = z.object({ section, rowId: z.uuid().optional() }).safeParse({ section: slug, rowId });
    if (target.success) return { ...target.data, ...rest };
    context.addIssue({ code: 'custom', message: 'no such section' });
    return z.NEVER;
  });

export const rowTarget = z.object({ applicationId: z.uuid(), section, rowId: z.uuid() });

export const attachEvidenceInput = rowTarget.extend({ fileId: z.uuid() });

/** Names an evidence file by `id`, as the upload box sends it. */
export const detachEvidenceInput = rowTarget.extend({ id: z.uuid() });

export const lockFormInput = z.object({
  applicationId: z.uuid(),
  /** The version that the page was drawn from: the same form sent twice is locked once. */
  baseVersion: z.coerce.number().int().min(0),
  declared: z.literal('yes', '请先阅读并勾选承诺。'),
  levelConfirmed: z.literal('yes', '请勾选，确认级别提交后不允许更换。'),
  /** Ticked by who has read the advice and submits all the same. */
  acknowledged: z.string().max(64).optional(),
});

export const withdrawInput = z.object({
  applicationId: z.uuid(),
  reason: z.string().trim().min(2, '请写明撤回的原因。').max(300, '原因最多 300 个字。'),
});

export const mailFormInput = z.object({
  applicationId: z.uuid(),
  email: emailField.refine((email) => email !== '', '请填写收件邮箱。'),
});

export const submitStampInput = z.object({
  applicationId: z.uuid(),
  attested: z.literal('yes', '请先勾选单位核实意见。'),
  hintsSeen: z.literal('yes').optional().catch(undefined),
  seen: z.string().max(16),
});

export const fileScanInput = z.object({ applicationId: z.uuid(), fileId: z.uuid() });

export const removeScanInput = z.object({ applicationId: z.uuid(), id: z.uuid() });

export const removeSheetInput = z.object({ applicationId: z.uuid(), sheetId: z.uuid() });

export const photoInput = z.object({ applicationId: z.uuid(), photo: z.instanceof(File).nullable().catch(null) });

export const addOwnUnitInput = addUnitInput.extend({ applicationId: z.uuid() });
export type AddOwnUnitInput = z.output<typeof addOwnUnitInput>;
