import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeTicket, readTicket } from './ticket';

const session = '0193a000-0000-7000-8000-000000000001';

describe('a sign-in ticket', () => {
  beforeEach(() => {
    vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none');
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });

  it('hands over the session it was made for', () => {
    expect(readTicket(makeTicket(session))).toBe(session);
  });

  it('is worth nothing after a minute', () => {
    const ticket = makeTicket(session);
    vi.advanceTimersByTime(60_001);
    expect(readTicket(ticket)).toBeNull();
  });

  it('cannot be rewritten for another session or a later time', () => {
    const [, until, signature] = makeTicket(session).split('.');
    expect(readTicket(`0193a000-0000-7000-8000-000000000002.${until}.${signature}`)).toBeNull();
    expect(readTicket(`${session}.${Number(until) + 60_000}.${signature}`)).toBeNull();
    expect(readTicket(undefined)).toBeNull();
  });
});
