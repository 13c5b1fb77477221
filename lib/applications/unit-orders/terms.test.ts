import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOutWords, unitOrderExpires, unitOrderTitle } from './terms';

const closesAt = new Date('2025-03-03T15:59:59.999Z');
const day = 24 * 60 * 60_000;

const terms = { unitOrderDays: 7, unitOrderGraceDays: 1 };

describe('a unit’s order', () => {
  it('is open for a week', () => {
    expect(unitOrderExpires(new Date('2025-02-10T02:00:00Z'), closesAt, terms)).toEqual(new Date('2025-02-17T02:00:00Z'));
  });

  it('leaves a day for those whom the unit let down, and on that day lasts to the end of the window', () => {
    expect(unitOrderExpires(new Date('2025-03-01T02:00:00Z'), closesAt, terms)).toEqual(new Date('2025-03-02T15:59:59.999Z'));
    expect(unitOrderExpires(new Date('2025-03-03T02:00:00Z'), closesAt, terms)).toEqual(closesAt);
  });

  it('never outlasts the window, and never ends before it begins while the window is open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * day }), (before) => {
        const now = new Date(closesAt.getTime() - before);
        const ends = unitOrderExpires(now, closesAt, terms);
        expect(ends <= closesAt && ends >= now).toBe(true);
      }),
    );
  });

  it('names the level that all share, and how many they are', () => {
    const provinceName = '江苏省';
    expect(unitOrderTitle({ provinceName, levels: ['PRIMARY', 'PRIMARY'] })).toBe('江苏省初级科技辅导员专业水平认证（2 人）');
    expect(unitOrderTitle({ provinceName, levels: ['PRIMARY', 'INTERMEDIATE'] })).toBe('江苏省科技辅导员专业水平认证（2 人）');
  });

  it('says by name who is not on it, and why', () => {
    const people = [
      { name: '甲', because: '已缴费。' },
      { name: '乙', because: '转账凭证已上传。' },
    ];
    expect(leftOutWords(people)).toBe('甲：已缴费。乙：转账凭证已上传。');
  });
});
