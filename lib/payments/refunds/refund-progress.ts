import { longDate } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import type { RefundStatusCode } from '../labels';

export interface RefundShown {
  status: RefundStatusCode;
  provider: string;
  amountFen: number;
  finishedAt: Date | null;
}

type Sentence = (refund: RefundShown) => string | null;

const isByHand = ({ provider }: RefundShown): boolean => provider === 'bank';

const sentences: Record<RefundStatusCode, Sentence> = {
  /** A proposal may still be refused: it promises nothing. */
  PROPOSED: () => null,
  WITHDRAWN: () => null,
  APPROVED: (refund) =>
    `退款 ${yuan(refund.amountFen)} 已批准，${isByHand(refund) ? '财务人员会转回原付款账户' : '正在提交支付平台，款项退回原付款账户'}。您不用办理。`,
  SENT: ({ amountFen }) =>
    `支付平台正在退款 ${yuan(amountFen)}，款项退回原付款账户；用银行卡支付的，到账时间以银行为准。您不用办理。`,
  FAILED: ({ amountFen }) => `退款 ${yuan(amountFen)} 没有退成，财务人员会重新办理，必要时与您联系。请不要再次付款。`,
  SUCCEEDED: ({ amountFen, finishedAt }) =>
    `${finishedAt ? `${longDate(finishedAt)}` : ''}已退回 ${yuan(amountFen)}，请在原付款账户查收。`,
};

/** Where a refund stands, for whoever paid; null while nothing is promised. */
export const refundProgress: Sentence = (refund) => sentences[refund.status](refund);
