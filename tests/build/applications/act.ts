import type { z } from 'zod';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { type LoadedApplication, lockApplication } from '@/lib/applications/lock-application';
import { type Ability, judge } from '@/lib/applications/policy';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Judgement } from '@/lib/kernel/judgement';
import type { Step } from '@/lib/kernel/step';
import { today } from './house';

export interface Acting<Input> {
  actor: Actor;
  applicationId: string;
  ability: Ability;
  input: Input;
  now?: Date;
}

type UseCase<Input, Result> = (step: Step<Transaction, LoadedApplication, Input>) => Promise<Result>;

/** What a server action does with a use case: locked, judged, run, in one transaction. */
export function act<Input, Result>(
  run: UseCase<Input, Result>,
  { actor, applicationId, ability, input, now = today }: Acting<Input>,
): Promise<Result> {
  return inTransaction(async (tx) => {
    const subject = await lockApplication(tx, applicationId);
    insist(judge(actor, ability, subject, now));
    return run({ tx, actor, subject, input, now });
  });
}

export function insist(judgement: Judgement): void {
  if (judgement.answer === 'not_yours') throw new NotFoundError();
  if (judgement.answer === 'not_yet') throw new DomainError('NOT_YET', judgement.because);
}

export const parsed = <Schema extends z.ZodType>(schema: Schema, input: z.input<Schema>): z.output<Schema> =>
  schema.parse(input);
