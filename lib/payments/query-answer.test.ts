import { expect, it } from 'vitest';
import { answerFrom } from './query-answer';

type Order = Parameters<typeof answerFrom>[0];
type Aside = Order['unmatched'][number];
type Refund = Order['refunds'][number];

const late = { id: 'u1', amountFen: 10_000, provider: 'wechat', reason: 'LATE_SUCCESS', resolvedAt: null, resolution: null } as Aside;
const goingBack = { unmatchedId: 'u1', status: 'SENT', provider: 'wechat', amountFen: 10_000, finishedAt: null } as Refund;
const ask = (status: Order['status'], unmatched: Aside[] = [], refunds: Refund[] = []) => answerFrom({ status, unmatched, refunds });

it('names a late payment with its sum and its way back, and never asks for another one', () => {
  const { answer, words } = ask('CLOSED', [late], [goingBack]);
  expect(answer).toBe('unmatched');
  for (const part of ['¥100.00', '微信支付', '订单关闭后到账', '退回原付款账户', '不要再次付款']) expect(words).toContain(part);
});

it('still says so once it is back', () => {
  const resolved = { ...late, resolvedAt: new Date('2025-02-11T02:00:00Z'), resolution: '已退款' } as Aside;
  const back = { ...goingBack, status: 'SUCCEEDED', finishedAt: new Date('2025-02-11T02:00:00Z') } as Refund;
  expect(ask('CLOSED', [resolved], [back]).words).toContain('2025年2月11日已退回 ¥100.00');
});

it('says of a refunded order that it was paid, not that nothing came', () => {
  const whole = { ...goingBack, unmatchedId: null, status: 'SUCCEEDED', finishedAt: new Date('2025-02-11T02:00:00Z') } as Refund;
  expect(ask('REFUNDED', [], [whole])).toMatchObject({ answer: 'returning', words: expect.stringContaining('订单已支付。2025年2月11日已退回 ¥100.00') });
});

it('says of a paid order that a second payment goes back', () => {
  const twice = { ...late, reason: 'DUPLICATE' } as Aside;
  const { answer, words } = ask('PAID', [twice], [goingBack]);
  expect([answer, words.includes('重复付款'), words.includes('不要再次付款')]).toEqual(['paid', true, true]);
});

it('of an order that is closed or still open asks for patience', () => {
  expect(ask('CLOSED')).toMatchObject({ answer: 'closed', words: expect.stringContaining('不要再次付款') });
  expect(ask('PAYING')).toMatchObject({ answer: 'nothing_yet', words: expect.stringContaining('不要重复付款') });
});
