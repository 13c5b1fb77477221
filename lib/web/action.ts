import 'server-only';
import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { now as currentTime } from '@/lib/clock';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { FormAction, FormState, FormValues } from '@/lib/kernel/form-state';
import type { Judgement } from '@/lib/kernel/judgement';
import type { Step } from '@/lib/kernel/step';
import { pageActor } from './page-actor';
import { echoOf, inFormOrder, readFormData } from './form-input';
import { refusalOf } from './refusal';
import { type RequestFacts, requestFacts } from './request-facts';

z.config(z.locales.zhCN());

export interface Outcome {
  message?: string;
  redirectTo?: string;
  /** Paths whose pages show other things now. */
  refresh?: string[];
  /** Answers that the form shows without a new page. */
  values?: FormValues;
  /** Show again what was typed: something is done, but the form goes on. */
  keepTyped?: boolean;
  /** It is done, and yet something is left to correct: said like a refusal, beside what was typed. */
  correct?: Pick<FormState, 'message' | 'fieldErrors'>;
}

interface ActionParts<Schema extends z.ZodType, Subject, Result, Prepared> {
  input: Schema;
  /** Files and PDFs: slow work that no transaction waits for. What it rests on is looked at again in `run`. */
  prepare?: (wish: { input: z.output<Schema>; actor: Actor; now: Date }) => Promise<Prepared>;
  load: (tx: Transaction, input: z.output<Schema>, actor: Actor) => Promise<Subject>;
  judge: (actor: Actor, subject: Subject, now: Date, input: z.output<Schema>) => Judgement;
  run: (
    step: Step<Transaction, Subject, z.output<Schema>> & { request: RequestFacts; prepared: Prepared },
  ) => Promise<Result>;
  after?: (done: { result: Result; input: z.output<Schema>; actor: Actor }) => Outcome | Promise<Outcome>;
}

/** The one way in which a signed-in person changes anything: parsed, loaded and locked, judged, run, in one transaction. */
export function action<Schema extends z.ZodType, Subject, Result, Prepared = undefined>(
  parts: ActionParts<Schema, Subject, Result, Prepared>,
): FormAction {
  return (_previous, data) =>
    answered(data, async (raw) => {
      const actor = await pageActor();
      const input = parts.input.parse(raw);
      const request = await requestFacts();
      const now = currentTime();
      const prepared = (await parts.prepare?.({ input, actor, now })) as Prepared;
      const result = await inTransaction(async (tx) => {
        const subject = await parts.load(tx, input, actor);
        insist(parts.judge(actor, subject, now, input));
        return parts.run({ tx, actor, subject, input, now, request, prepared });
      });
      return (await parts.after?.({ result, input, actor })) ?? {};
    });
}

interface OpenActionParts<Schema extends z.ZodType, Result> {
  input: Schema;
  run: (step: { input: z.output<Schema>; now: Date; request: RequestFacts }) => Promise<Result>;
  after?: (done: { result: Result; input: z.output<Schema> }) => Outcome | Promise<Outcome>;
}

/** For people who are not signed in; `run` limits rates and opens its own transactions. */
export function openAction<Schema extends z.ZodType, Result>(parts: OpenActionParts<Schema, Result>): FormAction {
  return (_previous, data) =>
    answered(data, async (raw) => {
      const input = parts.input.parse(raw);
      const result = await parts.run({ input, now: currentTime(), request: await requestFacts() });
      return (await parts.after?.({ result, input })) ?? {};
    });
}

export function insist(judgement: Judgement): void {
  if (judgement.answer === 'not_yours') throw new NotFoundError();
  if (judgement.answer === 'not_yet') throw new DomainError('NOT_YET', judgement.because);
}

async function answered(
  data: FormData,
  work: (raw: ReturnType<typeof readFormData>) => Promise<Outcome>,
): Promise<FormState> {
  const raw = readFormData(data);
  let outcome: Outcome;
  try {
    outcome = await work(raw);
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { ...refusal, fieldErrors: inFormOrder(refusal.fieldErrors, raw), values: echoOf(raw) };
  }
  for (const path of outcome.refresh ?? []) revalidatePath(path);
  if (outcome.redirectTo) redirect(outcome.redirectTo);
  if (outcome.correct) return { ...outcome.correct, status: 'refused', values: echoOf(raw) };
  return { status: 'done', message: outcome.message, values: outcome.keepTyped ? echoOf(raw) : outcome.values };
}
