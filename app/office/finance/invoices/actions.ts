'use server';

import type { InvoiceMove } from '@/lib/invoices/lifecycle';
import { type LoadedInvoice, lockInvoice } from '@/lib/invoices/lock-invoice';
import { isAtPlatform, judgeInvoice, judgeInvoiceDesk } from '@/lib/invoices/policy';
import { type LineOutcome, recordResults } from '@/lib/invoices/record-results';
import { askAgain } from '@/lib/invoices/request-invoice';
import { askReversal, dropReversal, recordReversed, retryReversal } from '@/lib/invoices/reverse-invoice';
import {
  dropReversalInput,
  invoiceInput,
  recordReversedInput,
  resultsInput,
  reverseOnlyInput,
  sellerInput,
} from '@/lib/invoices/schema';
import { saveSeller } from '@/lib/invoices/seller';
import { takeBatch } from '@/lib/invoices/take-batch';
import type { Actor } from '@/lib/kernel/actor';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';

const path = '/office/finance/invoices';
const may = (move: InvoiceMove) => (actor: Actor, invoice: LoadedInvoice) => judgeInvoice(actor, move, invoice);
const desk = async (_tx: unknown, _input: unknown, actor: Actor) => ({ payeeId: actor.associationId ?? '' });
const said = (to: string, text: string) => ({ redirectTo: withMessage(to, { tone: 'success', text }) });

export const takeBatchAction = action({
  input: invoiceInput.omit({ invoiceId: true }),
  load: desk,
  judge: (actor, of) => judgeInvoiceDesk(actor, of),
  run: takeBatch,
  after: ({ result: { number, count, isByPlatform } }) =>
    said(
      `${path}/batches/${number}`,
      isByPlatform
        ? `已交给税务平台开具 ${count} 张，结果会自动登记，并通知付款人。`
        : `已取出 ${count} 张，请下载表格并在税务客户端中开具。`,
    ),
});

export const recordResultsAction = action({
  input: resultsInput,
  load: desk,
  judge: (actor, of) => judgeInvoiceDesk(actor, of),
  run: recordResults,
  after: ({ result }) => {
    const count = (outcome: LineOutcome) => result.filter((line) => line.outcome === outcome).length;
    const wrong = result.filter(({ outcome }) => outcomeWords[outcome] !== '');
    const message = `已开 ${count('issued')} 张，开票失败 ${count('failed')} 张，以前登记过 ${count('known')} 张。`;
    if (wrong.length === 0) return { message };
    const places = wrong.map(({ line, serial, outcome }) => `第 ${line} 行${serial ? `（${serial}）` : ''}${outcomeWords[outcome]}`);
    return { correct: { message: `${message}以下没有登记：${places.join('；')}。` } };
  },
});

const outcomeWords: Record<LineOutcome, string> = {
  issued: '',
  failed: '',
  known: '',
  unknown: '没有这个流水号',
  contradicts: '与已登记的不一致',
  unread: '看不懂',
  at_platform: '由税务平台开具，结果自动登记',
  numberless: '还没有号码；有了号码再登记，没有开成的请写明“失败”和原因',
  outdated: '是以前取出时的流水号，抬头可能已经改过；请核对实际开出的发票，开错的在税务客户端红冲',
  date_unclear: '的开票日期不对：要有一个日期，不早于取出的那天，也不晚于今天',
};

export const saveSellerAction = action({
  input: sellerInput,
  load: desk,
  judge: (actor, of) => judgeInvoiceDesk(actor, of),
  run: saveSeller,
  after: () => said(path, '开票设置已保存，以后取出的发票按新的设置开具。'),
});

export const officeAskAgainAction = action({
  input: invoiceInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('ask_again'),
  run: async (step) => {
    await askAgain(step);
    return step.subject;
  },
  after: ({ result }) => said(`${path}/${result.serial}`, '已放回待开，付款人可以更正抬头。'),
});

export const officeReverseAction = action({
  input: reverseOnlyInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('ask_reversal'),
  run: async (step) => {
    await askReversal({ ...step, input: { reason: step.input.reason, replacement: null } });
    return step.subject;
  },
  after: ({ result }) => said(`${path}/${result.serial}`, isAtPlatform(result) ? toPlatform : '已转为红冲中，请在税务客户端开具红字发票后登记号码。'),
});

const toPlatform = '已交给税务平台办理红字发票，结果会自动登记。';

export const retryReversalAction = action({
  input: invoiceInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('retry_reversal'),
  run: async (step) => {
    await retryReversal(step);
    return step.subject;
  },
  after: ({ result }) => said(`${path}/${result.serial}`, toPlatform),
});

export const dropReversalAction = action({
  input: dropReversalInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('drop_reversal'),
  run: async (step) => {
    await dropReversal(step);
    return step.subject;
  },
  after: ({ result }) => said(`${path}/${result.serial}`, '红冲已撤销，原发票继续有效。'),
});

export const recordReversedAction = action({
  input: recordReversedInput,
  load: (tx, { invoiceId }) => lockInvoice(tx, invoiceId),
  judge: may('record_reversed'),
  run: async (step) => {
    await recordReversed(step);
    return step.subject;
  },
  after: ({ result }) => said(`${path}/${result.serial}`, '红字发票已登记，并已通知付款人。'),
});
