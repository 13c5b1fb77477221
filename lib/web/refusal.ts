import { randomInt } from 'node:crypto';
import { unstable_rethrow } from 'next/navigation';
import { z } from 'zod';
import { DomainError } from '@/lib/kernel/domain-error';
import type { FormState } from '@/lib/kernel/form-state';
import { log } from '@/lib/log';

/** What the person is told of an error. Expected ones in their own words, bugs with a number to quote. */
export function refusalOf(error: unknown): FormState | null {
  unstable_rethrow(error);
  if (error instanceof z.ZodError) {
    const { fieldErrors, formErrors } = z.flattenError(error);
    return { status: 'refused', message: formErrors[0] ?? '请检查标出的内容。', fieldErrors: nonEmpty(fieldErrors) };
  }
  if (error instanceof DomainError) {
    return { status: 'refused', message: error.sentence, fieldErrors: error.fieldErrors };
  }
  const reference = String(randomInt(10_000_000, 99_999_999));
  log().error({ err: error, reference }, 'unexpected failure');
  return {
    status: 'refused',
    message: `系统出现意外，内容没有提交，请稍后再试。如果仍然不行，请把编号 ${reference} 告诉技术咨询人员。`,
    reference,
  };
}

function nonEmpty(errors: Record<string, string[] | undefined>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(errors).flatMap(([name, list]) => (list?.length ? [[name, list]] : [])));
}
