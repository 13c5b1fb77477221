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
const pauseMs = { least: 500, most: 2_500 };

export interface Killer {
  /** Whether each of them has died at least once. */
  hasKilledAll(): boolean;
  end(): Promise<Record<string, number>>;
}

/** Kills one of the product's processes at random moments, as the system does when it wants its memory back; each of them first once. */
export function killAtRandom({ product, seed }: Wish): Killer {
  const random = seeded(seed);
  const ending = new AbortController();
  const kills: Record<string, number> = Object.fromEntries(victims.map((name) => [name, 0]));
  const running = (async () => {
    while (!ending.signal.aborted) {
      const pause = pauseMs.least + random() * (pauseMs.most - pauseMs.least);
      await delay(pause, undefined, { signal: ending.signal }).catch(() => undefined);
      const spared = victims.filter((victim) => kills[victim] === 0);
      const candidates = spared.length > 0 ? spared : victims;
      const name = candidates[Math.floor(random() * candidates.length)] ?? 'web';
      const pid = product.pids()[name];
      if (!ending.signal.aborted && pid && isKilled(pid)) kills[name] = (kills[name] ?? 0) + 1;
    }
  })();
  return {
    hasKilledAll: () => victims.every((name) => (kills[name] ?? 0) > 0),
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
