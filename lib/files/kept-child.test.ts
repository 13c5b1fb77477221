import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runInKeptChild } from './kept-child';

const answer = z.object({ said: z.string(), by: z.number() });
const limits = { timeoutMs: 20_000, maxResidentBytes: 1e9 };

async function ask(task: { says: string; act?: 'dies' | 'hangs' | 'fails' }, within = limits) {
  const { answers, stopped } = await runInKeptChild({ entry: ['tests', 'build', 'kept-program.ts'], task, limits: within });
  return { ...answer.partial().parse(answers[0] ?? {}), stopped };
}

describe('a process that is kept', { timeout: 60_000 }, () => {
  it('does the next task as well', async () => {
    const first = await ask({ says: '一' });
    expect(await ask({ says: '二' })).toEqual({ said: '二', by: first.by, stopped: null });
  });

  it('is never lent to two at once', async () => {
    const [one, other] = await Promise.all([ask({ says: '一' }), ask({ says: '二' })]);
    expect(one.by).not.toBe(other.by);
  });

  it('that dies costs its own task alone, and another takes its place', async () => {
    const dead = await ask({ says: '一', act: 'dies' });
    expect(dead).toMatchObject({ said: '一', stopped: 'crash' });
    const next = await ask({ says: '二' });
    expect(next).toMatchObject({ said: '二', stopped: null });
    expect(next.by).not.toBe(dead.by);
  });

  it('is ended when it is silent for too long or takes too much memory', async () => {
    expect(await ask({ says: '一', act: 'hangs' }, { ...limits, timeoutMs: 500 })).toMatchObject({ stopped: 'time' });
    expect(await ask({ says: '一', act: 'hangs' }, { ...limits, maxResidentBytes: 1e6 })).toMatchObject({ stopped: 'memory' });
    expect(await ask({ says: '二' })).toMatchObject({ stopped: null });
  });

  it('that fails by our own fault is an error', async () => {
    await expect(ask({ says: '一', act: 'fails' })).rejects.toThrow('our own fault');
  });
});
