import { z } from 'zod';
import { isMonth } from '@/lib/kernel/months';
import { parseYuan } from '@/lib/kernel/money';
import { accountCodes } from '@/lib/ledger/labels';

const fen = z.number().int();
const ofAccount = { account: z.enum(accountCodes), provider: z.string() };

export const differenceAreas = ['bills', 'missing_bills', 'bank', 'unmatched', 'refunds_due', 'invoices'] as const;

const difference = z.object({
  area: z.enum(differenceAreas),
  what: z.string(),
  reference: z.string(),
  oursFen: fen.nullable(),
  theirsFen: fen.nullable(),
  /** Why, as far as the books or a person know. */
  because: z.string(),
});
export type ClosingDifference = z.infer<typeof difference>;

/** What a closing keeps; whoever reads an old one reads this. */
export const closingReport = z.object({
  version: z.literal(1),
  payee: z.object({ id: z.string(), name: z.string() }),
  month: z.string(),
  balances: z.array(z.object({ ...ofAccount, openingFen: fen, inFen: fen, outFen: fen, closingFen: fen })),
  movements: z.array(z.object({ ...ofAccount, kind: z.string(), count: z.number().int(), amountFen: fen })),
  /** By provider: what our books and what the bills of the month say. */
  bills: z.array(z.object({ provider: z.string(), what: z.enum(['PAYMENT', 'REFUND', 'COST']), oursFen: fen, billFen: fen })),
  /** Null until somebody has looked at the bank's statement. */
  bank: z.object({ inFen: fen, outFen: fen, statementInFen: fen.nullable(), statementOutFen: fen.nullable() }),
  /** Of the orders that have an invoice at the end of the month; closings of before there were invoices say nothing. */
  invoices: z.object({ keptFen: fen, billedFen: fen }).nullable().default(null),
  differences: z.array(difference),
});
export type ClosingReport = z.infer<typeof closingReport>;

const sum = z.string().transform((text, context) => {
  const amount = parseYuan(text);
  if (amount !== null) return amount;
  context.addIssue({ code: 'custom', message: '请填写金额，没有就填 0。' });
  return z.NEVER;
});

export const monthInput = z.string().refine(isMonth, '请填写月份，例如 2025-02。');

export const closeMonthInput = z.object({
  month: monthInput,
  statementIn: sum,
  statementOut: sum,
  note: z.string().trim().max(1000, '最多 1000 个字。').default(''),
});
export type CloseMonthInput = z.output<typeof closeMonthInput>;
