import { z } from 'zod';
import { filePurposes } from './purposes';

/** What a browser says of a file before it sends it. */
export const uploadRequest = z.object({
  purpose: z.enum(filePurposes),
  applicationId: z.uuid().optional(),
  batchId: z.uuid().optional(),
  filename: z.string().max(2000).default(''),
});
export type UploadRequest = z.infer<typeof uploadRequest>;

export const uploadId = z.uuid();
