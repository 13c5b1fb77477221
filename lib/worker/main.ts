import { PgBoss } from 'pg-boss';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { atOnce, type JobKind, jobKinds, patience, timetable } from '@/lib/jobs/kinds';
import { log } from '@/lib/log';
import { type Attempt, handlers } from './handlers';
import { relayOutbox } from './relay-outbox';

const relayPause = 400;
/** How often it is looked for jobs whose worker is gone. */
const superviseSeconds = 10;

async function main(): Promise<void> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    application_name: 'worker',
    max: 4,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on('error', (error) => log().error({ err: error }, 'queue'));
  await boss.start();
  for (const kind of Object.keys(jobKinds) as JobKind[]) await attend(boss, kind);
  for (const { kind, cron } of timetable) {
    if (handlers[kind]) await boss.schedule(kind, cron, {}, { tz: 'Asia/Shanghai' });
  }
  const relay = startRelay(boss);
  log().info('worker is ready');

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await relay.stop();
    await boss.stop({ graceful: true, timeout: 10_000 });
    await db.$disconnect();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** One consumer for a kind; a payload that does not parse fails its job and says so. */
async function attend(boss: PgBoss, kind: JobKind): Promise<void> {
  await boss.createQueue(kind, { retryLimit: 8, retryDelay: 5, retryBackoff: true, ...patience[kind] });
  const handle = handlers[kind] as ((payload: unknown, attempt: Attempt) => Promise<void>) | undefined;
  if (!handle) return;
  const options = { pollingIntervalSeconds: 1, includeMetadata: true as const, localConcurrency: atOnce[kind] ?? 1 };
  await boss.work(kind, options, async ([job]) => {
    if (!job) return;
    const started = performance.now();
    try {
      await handle(jobKinds[kind].parse(job.data ?? {}), { isLastTry: job.retryCount >= job.retryLimit });
    } catch (error) {
      log().error({ err: error, kind, job: job.id, tries: job.retryCount + 1 }, 'job failed');
      throw error;
    }
    log().info({ kind, job: job.id, ms: Math.round(performance.now() - started) }, 'job done');
  });
}

function startRelay(boss: PgBoss): { stop(): Promise<void> } {
  let running = true;
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const loop = (async () => {
    while (running) {
      try {
        if ((await relayOutbox(boss)) === 0) await pause(relayPause);
      } catch (error) {
        log().error({ err: error }, 'outbox relay');
        await pause(relayPause * 5);
      }
    }
  })();
  return {
    async stop() {
      running = false;
      await loop;
    },
  };
}

main().catch((error: unknown) => {
  log().fatal({ err: error }, 'worker could not start');
  process.exit(1);
});
