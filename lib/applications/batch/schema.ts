import { z } from 'zod';

export const startBatchInput = z.object({
  /** The list that the stack was printed from; empty for none. */
  packetId: z.union([z.uuid(), z.literal('')]).default(''),
});
export type StartBatchInput = z.output<typeof startBatchInput>;

export const stackFileInput = z.object({ batchId: z.uuid(), fileId: z.uuid() });

const ticked = (sentence: string) => z.string().optional().refine((value) => value === 'yes', sentence);

/** A page of an application, as one choice: the id, a full stop, the number. */
const pageOfApplication = z
  .string()
  .regex(/^[0-9a-f-]{36}\.\d{1,4}$/, '请选择是谁的第几页。')
  .transform((text) => {
    const [applicationId = '', page = ''] = text.split('.');
    return { applicationId, page: Number(page) };
  });

export const nameSheetInput = z.object({
  batchId: z.uuid(),
  sheetId: z.uuid('请选择一张没有读出编码的扫描件。'),
  target: pageOfApplication,
});
export type NameSheetInput = z.output<typeof nameSheetInput>;

/** An application with the version of its form and the digest of what was on the screen; see seenDigest. */
const attested = z
  .string()
  .regex(/^[0-9a-f-]{36}\.\d{1,4}\.[0-9a-f]{16}$/)
  .transform((text) => {
    const [applicationId = '', version = '', seen = ''] = text.split('.');
    return { applicationId, formVersion: Number(version), seen };
  });

export const attestBatchInput = z.object({
  batchId: z.uuid(),
  application: z
    .union([attested.transform((one) => [one]), z.array(attested)], '请至少选择一份申报。')
    .refine((list) => list.length <= 200, '一次最多确认 200 份，请分几次确认。'),
  attested: ticked('请先勾选单位核实意见。'),
  hintsSeen: z.literal('yes').optional(),
});
export type AttestBatchInput = z.output<typeof attestBatchInput>;
