import { beforeEach, describe, expect, it, vi } from 'vitest';
import { logTo } from './log';

let lines: string[];
const logged = () => lines.join('');

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none');
  lines = [];
});

const log = () => logTo({ write: (line) => void lines.push(line) });

describe('the log', () => {
  it('strikes out fields of persons', () => {
    log().info({ mobile: '19900000001', person: { email: 'lu@school.example', name: '-' } }, 'done');
    expect(logged()).not.toMatch(/19900000001|lu@school/);
    expect(logged()).toContain('done');
  });

  it('names an error, where it was and its code', () => {
    log().error({ err: Object.assign(new Error('no answer'), { name: 'ProviderError', code: 'P2002' }) }, 'failed');
    const { err } = JSON.parse(logged());
    expect(err).toMatchObject({ type: 'ProviderError', message: 'no answer', errorCode: 'P2002' });
    expect(err.stack).toContain('log.test.ts');
  });

  it('keeps numbers and addresses out of the words of errors and of what caused them', () => {
    const cause = new Error('Key (phone)=(19900000001) already exists, mail "lu@school.example"');
    const error = new Error('invalid input syntax: "32000019900615001X"', { cause });
    log().error({ err: Object.assign(error, { meta: { row: '陆示例' } }) }, 'failed');
    expect(logged()).not.toMatch(/19900000001|lu@school|32000019900615001|陆示例/);
    expect(logged()).toContain('already exists');
  });

  it('leaves ids and places in the words, for they lead to the cause', () => {
    const words = 'application 0193a000-0000-7000-8000-000000000001 at node_modules/@prisma/client/runtime/client.js:10';
    log().error({ err: new Error(words) }, 'failed');
    expect(logged()).toContain(words);
  });

  it('says of what is no error only that it was none', () => {
    log().error({ err: { row: '陆示例' } }, 'failed');
    expect(JSON.parse(logged()).err).toEqual({ type: 'object' });
  });
});
