import { z } from 'zod';
import { sealSignatures } from '../electronic-seals/schema.ts';
import { pageFacts } from '../page-facts.ts';
import type { FilePurpose } from '../purposes.ts';
import { type RefusalCode, refusalCodes } from '../refusals.ts';
import { type SeenCode, seenCodes } from '../seen-code.ts';

export type PagesOfFile = 'all' | 'earlier' | 'later';

/** Whoever reads the earlier pages has to judge the file as well. */
const earlierShare = 0.4;

/** How many pages of a file are the earlier ones. */
export const earlierPages = (pages: number): number => Math.ceil(pages * earlierShare);

/** What the parent asks of the checking process. */
export type Task =
  | {
      kind: 'check';
      source: string;
      output: string;
      purpose: FilePurpose;
      /** Looked for in the text of a PDF: the owner's name. */
      name?: string;
      /** After the verdict come the codes of these pages, an answer each. */
      readsCodes?: PagesOfFile;
    }
  /** The codes of the later pages of a PDF, an answer each, while another process reads those of the earlier ones. */
  | { kind: 'read-later-codes'; source: string }
  | { kind: 'render'; source: string; output: string; mediaType: string; page: number; longEdge: number }
  | { kind: 'read-codes'; source: string; mediaType: string; pages?: { from: number; to: number } }
  /** `anchors` are certificates in base64; `at` is when the file arrived. */
  | { kind: 'read-signatures'; source: string; anchors: string[]; at: string }
  | { kind: 'split-form'; source: string; output: string; contentType: string; mostFiles: number }
  /** Files of invoices, or archives of them; what is found is written beside each other from `output` on, an answer each. */
  | { kind: 'open-invoices'; files: readonly { path: string; name: string }[]; output: string };
export type TaskOf<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;

const refusalCode = z.custom<RefusalCode>((value) => refusalCodes.some((code) => code === value));
const refusalFacts = z.object({
  megabytes: z.number().optional(),
  maxPages: z.number().optional(),
  pages: z.number().optional(),
  megapixels: z.number().optional(),
  label: z.string().optional(),
  listed: z.string().optional(),
});

/** What comes back: always exactly one of these. */
export const checkAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('refused'), code: refusalCode, facts: refusalFacts }),
  z.object({
    outcome: z.literal('accepted'),
    /** The file to keep: the re-encoded picture, or the PDF as it came. */
    file: z.string(),
    mediaType: z.enum(['image/jpeg', 'application/pdf']),
    extension: z.enum(['jpg', 'pdf']),
    pages: z.number().int().min(1),
    /** An electronically signed PDF. */
    isSigned: z.boolean(),
    /** For each page what was seen of it; null where time did not allow to look. */
    pageFacts: z.array(pageFacts.nullable()),
  }),
]);
export type CheckAnswer = z.infer<typeof checkAnswer>;

export const renderAnswer = z.object({ outcome: z.enum(['rendered', 'no-such-page', 'unreadable']) });
export type RenderAnswer = z.infer<typeof renderAnswer>;

/** Stands in the place of a code where a page is as good as white: the back of a sheet. */
export const blankPage = 'BLANK';

export type PageCodes = SeenCode[];

/** For every page that was asked for. */
export const codesAnswer = z.object({ pages: z.array(seenCodes) });
export type CodesAnswer = z.infer<typeof codesAnswer>;

export const signaturesAnswer = sealSignatures;
export type SignaturesAnswer = z.infer<typeof signaturesAnswer>;

export const formAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('unreadable') }),
  z.object({
    outcome: z.literal('split'),
    fields: z.record(z.string(), z.string()),
    files: z.array(z.object({ path: z.string(), name: z.string(), bytes: z.number() })),
    /** Files beyond those that were asked for at most. */
    left: z.number().int(),
  }),
]);
export type FormAnswer = z.infer<typeof formAnswer>;

export const openedInvoice = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('opened'),
    /** As it was called where it came from. */
    name: z.string(),
    path: z.string(),
    format: z.enum(['PDF', 'OFD', 'XML']),
    /** Twenty digits that its name has. */
    named: z.array(z.string()),
    /** Twenty digits that stand in it. */
    numbers: z.array(z.string()),
  }),
  z.object({ outcome: z.literal('refused'), name: z.string(), because: z.enum(['kind', 'damaged', 'locked', 'active']) }),
]);
export type OpenedInvoice = z.infer<typeof openedInvoice>;
