import { afterEach, describe, expect, it, vi } from 'vitest';
import { passedMessage, withMessage } from './passed-message';

vi.mock('@/lib/env', () => ({ env: { AUTH_SECRET: 'a secret of this test alone' } }));

const queryOf = (path: string) => Object.fromEntries(new URL(path, 'http://local').searchParams);
const message = { tone: 'success', text: '“获奖证书.pdf”已上传。' } as const;

afterEach(() => void vi.useRealTimers());

describe('a sentence passed to the next page', () => {
  it('arrives as it was said', () => {
    const path = withMessage('/apply/1/form/achievements?row=2', message);
    expect(path).toMatch(/^\/apply\/1\/form\/achievements\?row=2&said=/);
    expect(passedMessage(queryOf(path))).toEqual(message);
  });

  it('replaces an earlier one', () => {
    const path = withMessage(withMessage('/my/account', message), { tone: 'danger', text: '请重试。' });
    expect(passedMessage(queryOf(path))).toEqual({ tone: 'danger', text: '请重试。' });
  });

  it('is nobody else’s to make', () => {
    const { said = '' } = queryOf(withMessage('/', message));
    const forged = Buffer.from(JSON.stringify({ tone: 'danger', text: '请拨打 400' })).toString('base64url');
    for (const given of ['', '.', said.slice(0, -1), `${forged}.${said.split('.')[1]}`, `${forged}.`]) {
      expect(passedMessage({ said: given })).toBeNull();
    }
    expect(passedMessage({ said: [said, said] })).toBeNull();
    expect(passedMessage({})).toBeNull();
  });

  it('is over after five minutes', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const query = queryOf(withMessage('/', message));
    vi.advanceTimersByTime(5 * 60_000);
    expect(passedMessage(query)).toEqual(message);
    vi.advanceTimersByTime(1);
    expect(passedMessage(query)).toBeNull();
  });

  it.each(['//evil.example', '/..//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a\r\nb', ''])(
    'never leads away to %j',
    (path) => {
      expect(withMessage(path, message)).toMatch(/^\/\?said=/);
    },
  );
});
