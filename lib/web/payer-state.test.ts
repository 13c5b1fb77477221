import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPayerState, makePayerState } from './payer-state';

describe('the state that goes through WeChat', () => {
  beforeEach(() => {
    vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none');
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });

  it('is known again for the same person and order, and has only signs that WeChat takes', () => {
    const state = makePayerState('order:person');
    expect(state).toMatch(/^[0-9a-z]{1,128}$/);
    expect(isPayerState(state, 'order:person')).toBe(true);
    expect(isPayerState(state, 'order:another')).toBe(false);
  });

  it('is worth nothing after ten minutes, rewritten, or made up', () => {
    const state = makePayerState('order:person');
    expect(isPayerState(`${state.slice(0, 40)}zzzzzzzz`, 'order:person')).toBe(false);
    expect(isPayerState('', 'order:person')).toBe(false);
    vi.advanceTimersByTime(600_001);
    expect(isPayerState(state, 'order:person')).toBe(false);
  });
});
