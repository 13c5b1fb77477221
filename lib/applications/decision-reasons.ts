import { z } from 'zod';

const codedReasons = z.array(
  z.object({
    code: z.string(),
    label: z.string(),
    advice: z.string(),
    group: z.string(),
    place: z.string(),
    /** Pages of the stamped form that the reason sends back; earlier decisions named them in `place` alone. */
    pages: z.array(z.number().int()).default([]),
    note: z.string(),
    /** The check that the reason was bound to when it was given; null: only a person can see it. */
    check: z.string().nullable().default(null),
    /** What that check had said of this version before it was handed in. */
    checkOutcome: z.enum(['passed', 'warned', 'not_run']).nullable().default(null),
  }),
);

export type CodedReason = z.infer<typeof codedReasons>[number];

/** The one reader of ReviewDecision.reasons. */
export const readReasons = (reasons: unknown): CodedReason[] => codedReasons.parse(reasons);

/** A reason as the applicant reads it: 照片不符合要求（第 2 页）：请重新上传。 */
export function inWords({ label, advice, place, note }: CodedReason): string {
  const detail = note || advice;
  return asSentence(`${label}${place ? `（${place}）` : ''}${detail ? `：${detail}` : ''}`);
}

/** What staff typed, ended with a full stop, so that words can follow it. */
export const asSentence = (text: string): string => (text === '' || /[。！？.!?]$/.test(text) ? text : `${text}。`);
