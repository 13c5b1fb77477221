import { z } from 'zod';

const fieldsSection = z.object({
  kind: z.literal('fields'),
  slug: z.string().min(1),
  title: z.string().min(1),
  sharesPage: z.boolean().optional(),
  withPhoto: z.boolean(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
});

const tableSection = z.object({
  kind: z.literal('table'),
  slug: z.string().min(1),
  title: z.string().min(1),
  sharesPage: z.boolean().optional(),
  columns: z.array(z.object({ label: z.string(), width: z.number().positive() })).min(1),
  rows: z.array(z.array(z.string())),
  emptyText: z.string(),
});

const textSection = z.object({
  kind: z.literal('text'),
  slug: z.string().min(1),
  title: z.string().min(1),
  sharesPage: z.boolean().optional(),
  paragraphs: z.array(z.string()),
});

/**
 * The printed 申报书, wholly in words. Titles come without a number (the form counts 一、二、三 itself).
 * A section starts a page, unless it `sharesPage` with the one before; sections that share pages are stamped again together.
 */
export const formWords = z.object({
  title: z.string().min(1),
  applicationNumber: z.string().regex(/^[A-Z0-9-]{1,16}$/, '申报编号只能由大写字母、数字和“-”组成，最长 16 位。'),
  version: z.number().int().min(1),
  isDemonstration: z.boolean(),
  cover: z.object({
    certification: z.string(),
    cycleName: z.string(),
    applicantName: z.string(),
    unitName: z.string(),
    category: z.string(),
    filledOn: z.string(),
    organiser: z.string(),
  }),
  sections: z.array(z.discriminatedUnion('kind', [fieldsSection, tableSection, textSection])),
  declaration: z.array(z.string()),
  unitStatement: z.string(),
  associationLabel: z.string(),
});

export type FormWords = z.infer<typeof formWords>;
export type FormSection = FormWords['sections'][number];
