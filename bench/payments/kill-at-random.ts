import { setTimeout as delay } from 'node:timers/promises';
import type { StartedProduct } from '@/bench/measurement';
import { seeded } from '@/tests/build/seeded';

interface Wish {
  product: StartedProduct;
  seed: number;
  say(line: string): void;
}

const victims = ['web', 'worker', 'database'] as const;
/** Between two deaths: time enough to be started again, and too little to be at ease. */
const pauseMs = { least: 2_000, most: 9_000 };

/** Kills one of the product's processes at random moments, as the system does when it wants its memory back. */
export function killAtRandom({ product, seed }: Wish): { end(): Promise<Record<string, number>> } {
  const random = seeded(seed);
  const ending = new AbortController();
  const kills: Record<string, number> = Object.fromEntries(victims.map((name) => [name, 0]));
  const running = (async () => {
    while (!ending.signal.aborted) {
      const pause = pauseMs.least + random() * (pauseMs.most - pauseMs.least);
      await delay(pause, undefined, { signal: ending.signal }).catch(() => undefined);
      const name = victims[Math.floor(random() * victims.length)] ?? 'web';
      const pid = product.pids()[name];
      if (!ending.signal.aborted && pid && isKilled(pid)) kills[name] = (kills[name] ?? 0) + 1;
    }
  })();
  return {
    async end() {
      ending.abort();
      await running;
      return kills;
    },
  };
}

/** False where it is between two lives. */
function isKilled(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
