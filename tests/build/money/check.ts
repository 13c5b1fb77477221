import { db } from '@/lib/db/client';
import type { Refund } from '@/lib/db/generated/client';
import { happen } from './happen';
import { bill, reconcile } from './pay-steps';
import { refundNotice, retry, sendRefunds, transfer } from './refund-steps';
import { banksOf, begun, invoicesOf, type MoneyWorld, refundsOf, unmatchedOf } from './world';

const minutes = 60_000;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** The banks speak again, the timers run, and one bill day passes; what is given back after it is on the next bill. */
export async function settleDown(world: MoneyWorld): Promise<void> {
  for (const bank of banksOf(world)) Object.assign(bank, { isSilent: false, refunding: 'succeeded' });
  for (let round = 0; round < 2; round++) {
    world.now = new Date(world.now.getTime() + 45 * minutes);
    await reconcile(world);
  }
  // A page that was opened after we had given it up can still be paid at Alipay: so it is.
  for (const { number, bank } of begun(world)) if (bank.trades.get(number)?.state === 'open') bank.pay(number);
  await bill(world);
  world.wrongs.push(...wrongsIn(await unexplained(world)));
  await giveBackAll(world);
  await bill(world);
}

/** What a bank will not give back, a person transfers. */
async function giveBackAll(world: MoneyWorld): Promise<void> {
  for (const refund of await refundsOf(world)) if (refund.status === 'FAILED') await retry(world, refund);
  world.now = new Date(world.now.getTime() + 5 * minutes);
  await sendRefunds(world);
  const known = Math.max(world.wechat.refunds.size, world.alipay.refunds.size);
  for (let which = 0; which < known; which++) await refundNotice(world, { kind: 'refund_notice', which, times: 1 });
  const isLeft = ({ status, provider }: Refund) => status === 'FAILED' || (status === 'APPROVED' && provider === 'bank');
  for (const refund of (await refundsOf(world)).filter(isLeft)) await transfer(world, refund);
}

/** What a payer wants at last: one invoice over what his money has come to. */
export async function invoiceAll(world: MoneyWorld): Promise<void> {
  for (let round = 0; round < 3; round++) {
    const live = (await invoicesOf(world)).findLast(({ status }) => status !== 'REVERSED');
    const isOff = live?.status === 'ISSUED' && live.amountFen !== (await leftOf(world));
    if (live?.status === 'FAILED') await happen(world, { kind: 'ask_invoice_again' });
    if (isOff) await happen(world, { kind: 'ask_reversal', isReplaced: true });
    if (isOff || live?.status === 'REVERSING') await happen(world, { kind: 'reversal', isMade: true });
    await happen(world, { kind: 'ask_invoice' });
    await happen(world, { kind: 'take_invoices' });
    await happen(world, { kind: 'tell_invoice', isIssued: true, times: 1 });
  }
}

async function leftOf({ applicant }: MoneyWorld): Promise<number> {
  const { paidFen, refundedFen } = await applicant.order();
  return paidFen - refundedFen;
}

/** What is wrong at any moment, whatever is still under way. */
export async function wrongNow(world: MoneyWorld): Promise<string[]> {
  const live = (await invoicesOf(world)).filter(({ status }) => status !== 'REVERSED');
  const paid = await db.auditEvent.count({ where: { stream: `order:${world.applicant.orderId}`, name: 'order_paid' } });
  return [
    ...world.wrongs,
    ...banksOf(world).flatMap(({ wrongs }) => wrongs),
    ...(live.length > 1 ? [`${live.length} live invoices`] : []),
    ...(paid > 1 ? [`the order was paid ${paid} times`] : []),
  ];
}

type Wrong = [isWrong: boolean, words: string];

const wrongsIn = (wrongs: readonly Wrong[]): string[] => wrongs.flatMap(([isWrong, words]) => (isWrong ? [words] : []));

/** After a bill day no payment is under way, and whatever came is paid or listed. */
async function unexplained(world: MoneyWorld): Promise<Wrong[]> {
  const order = await world.applicant.order();
  const trades = banksOf(world).flatMap((bank) => [...bank.trades.values()]);
  const came = sum(trades.map(({ report }) => report?.amountFen ?? 0)) + world.transferredFen;
  const unmatched = await unmatchedOf(world);
  const listed = sum(unmatched.filter(({ outcome }) => outcome !== 'ASSIGNED').map(({ amountFen }) => amountFen));
  const standing = await db.ledgerEntry.aggregate({ where: { unmatchedId: { in: unmatched.map(({ id }) => id) }, account: 'UNMATCHED' }, _sum: { amountFen: true } });
  const promised = (await refundsOf(world)).filter(({ unmatchedId, status }) => unmatchedId && !['PROPOSED', 'WITHDRAWN'].includes(status));
  const waiting = sum(unmatched.filter(({ resolvedAt, reason, id }) => !resolvedAt && reason !== 'REFUNDED_ELSEWHERE' && !promised.some((one) => one.unmatchedId === id)).map(({ amountFen }) => amountFen));
  const open = order.attempts.filter(({ status }) => status === 'CREATED').length;
  return [
    [came !== order.paidFen + listed, `${came} fen came, ${order.paidFen} paid and ${listed} listed`],
    [open > 0, `${open} payments under way after a bill day`],
    [waiting !== -(standing._sum.amountFen ?? 0), `${waiting} fen wait for a person, the books say ${-(standing._sum.amountFen ?? 0)}`],
  ];
}

/** What is wrong when everything has come to rest: the banks know what came and went, and the books must say the same. */
export async function wrongAtLast(world: MoneyWorld): Promise<string[]> {
  const order = await world.applicant.order();
  const refunds = await refundsOf(world);
  const went = sum(banksOf(world).flatMap((bank) => [...bank.refunds.values()].filter(({ state }) => state === 'succeeded').map(({ amountFen }) => amountFen)));
  const done = refunds.filter(({ status }) => status === 'SUCCEEDED');
  const atBank = sum(done.filter(({ bankReference }) => !bankReference).map(({ amountFen }) => amountFen));
  const differences = await db.billDifference.findMany({ where: { bill: { provider: { in: banksOf(world).map(({ name }) => name) } } } });
  const open = refunds.filter(({ status }) => ['APPROVED', 'SENT', 'FAILED'].includes(status)).length;
  const applications = await db.application.findMany({ where: { id: { in: order.items.map(({ applicationId }) => applicationId) } } });
  const paidFor = applications.filter(({ hasPayment }) => hasPayment).length;
  const kept = order.items.filter(({ refundedFen, amountFen }) => order.paidFen > 0 && refundedFen < amountFen).length;
  const wrongs: Wrong[] = [
    ...(await unexplained(world)),
    [went !== atBank, `the banks gave back ${went} fen, the books say ${atBank}`],
    [order.paidFen !== 0 && order.paidFen !== order.totalFen, `${order.paidFen} of ${order.totalFen} fen paid`],
    [paidFor !== kept, `${paidFor} of ${applications.length} applications count as paid, and ${kept} shares were kept`],
    [open > 0, `${open} refunds have not come to rest`],
    [differences.length > 0, `differences on a bill: ${differences.map(({ kind, oursFen, billFen }) => `${kind} ${oursFen} ${billFen}`).join(', ')}`],
  ];
  return [...(await wrongNow(world)), ...wrongsIn(wrongs)];
}

/** Σ blue − Σ red = Σ paid − refunded. */
export async function wrongInvoices(world: MoneyWorld): Promise<string[]> {
  const invoices = await invoicesOf(world);
  const blue = sum(invoices.filter(({ number }) => number).map(({ amountFen }) => amountFen));
  const red = sum(invoices.filter(({ redNumber }) => redNumber).map(({ amountFen }) => amountFen));
  const left = await leftOf(world);
  const numbers = invoices.flatMap(({ number, redNumber }) => [number, redNumber]).filter(Boolean);
  return [
    ...(blue - red === left ? [] : [`blue ${blue} less red ${red}, and ${left} fen left`]),
    ...(new Set(numbers).size === numbers.length ? [] : ['a number twice']),
  ];
}
