import { z } from 'zod';
import type { FormPage } from '@/lib/documents/application-form/make-application-form';

const kept = z.array(
  z.object({ number: z.number().int(), digest: z.string(), code: z.string(), sections: z.array(z.string()) }),
);

/** The one reader of FormSnapshot.pages. */
export const issuedPages = (pages: unknown): FormPage[] => kept.parse(pages);
