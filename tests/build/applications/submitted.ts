import { z } from 'zod';
import { type LockWish, judgeLock } from '@/lib/applications/judge-lock';
import { adviceOn } from '@/lib/applications/form/advice';
import { loadMaterial } from '@/lib/applications/load-material';
import { applicationParts, lockApplication } from '@/lib/applications/lock-application';
import { lockForm } from '@/lib/applications/lock-form';
import { adviceShown } from '@/lib/applications/preflight/acknowledge';
import { prepareLock } from '@/lib/applications/prepare-lock';
import { type HandIn, submitStampedForm } from '@/lib/applications/submit-stamped-form';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { memoryProvider } from '@/tests/build/memory-provider';
import { payOnline } from '@/tests/build/pay-online';
import { act, insist } from './act';
import { aCompleteDraft, type Draft } from './drafts';
import { storedScan } from './files';

/** As the page shows it to who ticks “仍要提交”; empty where there is no advice. */
export async function adviceOf({ applicationId, now }: Draft): Promise<string> {
  const application = await db.application.findUniqueOrThrow({ where: { id: applicationId }, include: applicationParts });
  return adviceShown(adviceOn(await loadMaterial(db, application, now)));
}

/** What the button 确认并提交报名 does, with every box ticked; `between` happens after the form was drawn and before it is issued. */
export async function lock(
  draft: Draft,
  baseVersion = 0,
  between?: () => Promise<unknown>,
): Promise<{ version: number }> {
  const wish: LockWish = { applicationId: draft.applicationId, baseVersion, acknowledged: await adviceOf(draft) };
  return lockAs(draft, wish, between);
}

/** With the boxes ticked as wished. */
export async function lockAs({ actor, now }: Draft, wish: LockWish, between?: () => Promise<unknown>) {
  const prepared = await prepareLock({ input: wish, actor, now });
  await between?.();
  return inTransaction(async (tx) => {
    const subject = await lockApplication(tx, wish.applicationId);
    insist(judgeLock(actor, subject, now, wish));
    return lockForm({ tx, actor, subject, input: wish, now, prepared });
  });
}

/** Submitted: the form is issued, the level frozen, the order made. */
export async function aLockedForm(wish: Parameters<typeof aCompleteDraft>[0] = {}): Promise<Draft> {
  const draft = await aCompleteDraft(wish);
  await lock(draft);
  return draft;
}

const pagesKept = z.array(z.object({ code: z.string() }));

/** The codes of the form that was issued last, one list a page. */
export async function issuedCodes(applicationId: string): Promise<string[][]> {
  const snapshot = await db.formSnapshot.findFirstOrThrow({ where: { applicationId, supersededAt: null } });
  return pagesKept.parse(snapshot.pages).map(({ code }) => [code]);
}

/** Uploads a scan of every issued page and hands it in. */
export async function stamp(draft: Draft, by: Actor = draft.actor): Promise<void> {
  const { applicationId, now } = draft;
  await storedScan({ actor: by, applicationId, now }, await issuedCodes(applicationId));
  await handIn(draft, by);
}

export const handIn = ({ applicationId, now, actor }: Draft, by: Actor = actor, input: HandIn = {}) =>
  act(submitStampedForm, { actor: by, applicationId, ability: 'submit_stamped_form', input, now });

/** `between` happens after the payer has begun to pay and before his money is known of. */
export async function pay({ actor, applicationId, now }: Draft, between?: () => Promise<unknown>): Promise<void> {
  const order = await db.order.findFirstOrThrow({ where: { applicationId, status: { not: 'CLOSED' } } });
  const provider = memoryProvider();
  await payOnline({ actor, orderId: order.id, provider, now });
  const { outTradeNumber } = await db.paymentAttempt.findFirstOrThrow({ where: { orderId: order.id, status: 'CREATED' } });
  const report = provider.pay(outTradeNumber);
  await between?.();
  if (report) await settlePayment({ told: { state: 'paid', report }, now });
}

export async function aStampedForm(wish: Parameters<typeof aCompleteDraft>[0] = {}): Promise<Draft> {
  const draft = await aLockedForm(wish);
  await stamp(draft);
  return draft;
}

export async function aPaidOrder(wish: Parameters<typeof aCompleteDraft>[0] = {}): Promise<Draft> {
  const draft = await aLockedForm(wish);
  await pay(draft);
  return draft;
}

/** Materials and payment are in: it waits for review. */
export async function aCompleteApplication(wish: Parameters<typeof aCompleteDraft>[0] = {}): Promise<Draft> {
  const draft = await aStampedForm(wish);
  await pay(draft);
  return draft;
}

export const statusOf = async (applicationId: string) =>
  (await db.application.findUniqueOrThrow({ where: { id: applicationId } })).status;
