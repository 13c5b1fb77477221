import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Finding } from '../form/finding';

/** Names what was shown, so that nobody agrees to what he has not seen; empty where there was nothing. */
export function adviceShown(advice: readonly Finding[]): string {
  if (advice.length === 0) return '';
  return createHash('sha256').update(advice.map(({ sentence }) => sentence).join('\n')).digest('hex').slice(0, 16);
}

/** Advice keeps nobody from submitting who says that he has read it and submits all the same. */
export function insistOnAcknowledged(advice: readonly Finding[], acknowledged = ''): void {
  if (adviceShown(advice) === acknowledged || advice.length === 0) return;
  const sentence = acknowledged ? '提示有变化，请刷新页面，重新看过后再提交。' : '请先处理提示的内容；核对无误的，请勾选“仍要提交”。';
  throw new DomainError('ADVICE_OPEN', sentence, { acknowledged: [sentence] });
}

const kept = z.array(z.object({ code: z.string(), sentence: z.string() }));

/** The one reader of FormSnapshot.acknowledged. */
export const readAcknowledged = (stored: unknown): z.infer<typeof kept> => kept.parse(stored);

export const acknowledgedToKeep = (advice: readonly Finding[]): z.infer<typeof kept> =>
  advice.map(({ code, sentence }) => ({ code, sentence }));
