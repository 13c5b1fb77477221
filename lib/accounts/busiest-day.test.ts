import { describe, expect, it } from 'vitest';
import { busiestDay } from './busiest-day';

const use = (personId: string, at: string) => ({ personId, at: new Date(`2025-02-${at}:00+08:00`) });

describe('the busiest 24 hours of a device', () => {
  it('counts each account once, also past midnight', () => {
    const day = busiestDay([use('a', '01T20:00'), use('b', '01T23:00'), use('a', '02T01:00'), use('c', '02T19:59')]);
    expect(day?.personIds).toEqual(['a', 'b', 'c']);
    expect(day?.to).toEqual(new Date('2025-02-02T19:59:00+08:00'));
  });

  it('leaves out what is a whole day away', () => {
    const day = busiestDay([use('a', '01T20:00'), use('b', '02T20:00'), use('c', '03T20:00')]);
    expect(day?.personIds).toEqual(['a']);
  });

  it('finds it whatever the order of the sessions', () => {
    const day = busiestDay([use('d', '09T10:00'), use('c', '09T09:00'), use('a', '01T09:00')]);
    expect(day?.personIds).toEqual(['c', 'd']);
  });

  it('is nothing where nobody signed in', () => {
    expect(busiestDay([])).toBeNull();
  });
});
