import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/kernel/actor';
import { orderStatusCodes } from '@/lib/payments/labels';
import type { JudgedApplication } from '../policy';
import { judgeTaking, type OwnOrder } from './judge-taking';

const now = new Date('2025-02-10T02:00:00Z');
const end = new Date('2025-03-03T15:59:59.999Z');
const admin: Actor = { personId: 'guan', name: '管示例', role: 'UNIT_ADMIN', associationId: null, unitId: 'school', sessionId: null };

const application = (change: Partial<JudgedApplication> = {}): JudgedApplication & { id: string } => ({
  ...{ id: 'one', personId: 'lin', unitId: 'school', status: 'SUBMITTED', level: 'PRIMARY' },
  ...{ hasMaterials: true, hasPayment: false, levelFrozenAt: now, claimedById: null, frozenFrom: null },
  ...{ revisionDueAt: null, daysHeld: 0, cycleLevel: { deciderId: 'jiangsu' } },
  cycle: { name: '示例年度', associationId: 'jiangsu', applyOpensAt: now, applyClosesAt: end, materialsCloseAt: end, paymentClosesAt: end },
  ...change,
});

const order = (change: Partial<OwnOrder> = {}): OwnOrder => ({
  ...{ status: 'UNPAID', unitId: null, totalFen: 10_000, number: 'coaa028', attempts: [], unmatched: [] },
  items: [{ applicationId: 'one', isLive: true }],
  ...change,
});

describe('a unit takes in', () => {
  it('whoever has no order that counts, or one of his own that nobody has begun to pay', () => {
    const ended = order({ status: 'CLOSED', items: [{ applicationId: 'one', isLive: false }] });
    expect([null, ended, order()].map((own) => judgeTaking(admin, application(), own, now).answer)).toEqual(['take', 'take', 'take']);
    const unpaid = orderStatusCodes.filter((status) => judgeTaking(admin, application(), order({ status }), now).answer === 'take');
    expect(unpaid).toEqual(['UNPAID']);
  });

  it('its administrator as well', () => {
    expect(judgeTaking(admin, application({ personId: 'guan' }), order(), now)).toEqual({ answer: 'take' });
  });

  it('nobody twice', () => {
    expect(judgeTaking(admin, application(), order({ unitId: 'school' }), now)).toEqual({ answer: 'taken' });
    expect(judgeTaking(admin, application(), order({ unitId: 'elsewhere' }), now).answer).toBe('leave_out');
  });

  it('nobody whose money may be on its way, who has paid, has left, or has ended', () => {
    const left = [
      judgeTaking(admin, application(), order({ attempts: [{ status: 'CREATED' }] }), now),
      judgeTaking(admin, application(), order({ unmatched: [{ resolvedAt: null }] }), now),
      judgeTaking(admin, application({ hasPayment: true }), order({ status: 'PAID' }), now),
      judgeTaking(admin, application({ unitId: 'elsewhere' }), order(), now),
      judgeTaking(admin, application({ status: 'WITHDRAWN' }), null, now),
      judgeTaking(admin, application(), order(), new Date('2025-03-04T00:00:00Z')),
    ];
    expect(left.map((taking) => taking.answer === 'leave_out' && taking.because)).toEqual([
      '本人正在在线支付，结果还没有查到，请稍后再试。',
      '本人有一笔到账正在核对。',
      '已缴费。',
      '已不在本单位。',
      '当前状态为“已撤回”，不能进行此操作。',
      '示例年度缴费已于 2025年3月3日 23:59 截止。',
    ]);
  });
});
