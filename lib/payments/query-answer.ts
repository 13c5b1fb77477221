import { yuan } from '@/lib/kernel/money';
import { providerLabels, unmatchedLabels } from './labels';
import type { LoadedOrder } from './lock-order';
import { refundProgress } from './refunds/refund-progress';

export type QueryAnswer = 'paid' | 'unmatched' | 'returning' | 'closed' | 'nothing_yet';

export interface Answered {
  answer: QueryAnswer;
  words: string;
}

type AskedOrder = Pick<LoadedOrder, 'status' | 'unmatched' | 'refunds'>;

export const paidWords = '已查到付款，订单已支付。';

/** What the books say to somebody who has paid, or thinks so; never a reason to pay again. */
export function answerFrom(order: AskedOrder): Answered {
  const { status, unmatched } = order;
  const aside = unmatched.find(({ resolvedAt }) => !resolvedAt) ?? (status === 'CLOSED' ? unmatched[0] : undefined);
  const asideWords = aside ? wordsOf(aside, order) : '';
  if (status === 'PAID') return { answer: 'paid', words: paidWords + asideWords };
  if (status === 'REFUNDING' || status === 'REFUNDED') return { answer: 'returning', words: `订单已支付。${progressOf(order)}${asideWords}` };
  if (aside) return { answer: 'unmatched', words: asideWords };
  if (status === 'CLOSED') return { answer: 'closed', words: closedWords };
  return { answer: 'nothing_yet', words: '支付平台还没有收到这笔付款。如果您刚刚付款，请过一分钟再查询，不要重复付款。' };
}

const closedWords = '订单已关闭，支付平台没有收到付款。如果您刚刚付款，请过一分钟再查询，不要再次付款：关闭后到账的款项会原路退回。';

const notAgain = '请不要再次付款。';

type Aside = LoadedOrder['unmatched'][number];

/** How much came, by which way, why it does not count, and where it is now. */
function wordsOf({ id, amountFen, provider, reason, resolution }: Aside, { refunds }: AskedOrder): string {
  const found = `查到一笔 ${yuan(amountFen)} 的到账（${providerLabels[provider] ?? provider}），没有计入订单：${unmatchedLabels[reason]}。`;
  const refund = refunds.find(({ unmatchedId, status }) => unmatchedId === id && status !== 'WITHDRAWN');
  const progress = refund && refundProgress(refund);
  if (progress) return `${found}${progress}${progress.endsWith(notAgain) ? '' : notAgain}`;
  return resolution ? `${found}处理结果：${resolution}` : `${found}财务人员会核对并通知您。${notAgain}`;
}

const progressOf = ({ refunds }: AskedOrder): string =>
  refunds.flatMap((refund) => (refund.unmatchedId ? [] : (refundProgress(refund) ?? []))).join('');
