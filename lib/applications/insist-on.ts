import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { type Ability, type JudgedApplication, judge } from './policy';

interface Question {
  actor: Actor;
  ability: Ability;
  application: JudgedApplication;
  now: Date;
}

/** The judgement as an answer to a request: nothing, or the refusal. */
export function insistOn({ actor, ability, application, now }: Question): void {
  const judgement = judge(actor, ability, application, now);
  if (judgement.answer === 'not_yours') throw new NotFoundError('application');
  if (judgement.answer === 'not_yet') throw new DomainError('NOT_YET', judgement.because);
}
