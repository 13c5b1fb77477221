import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/jobs/enqueue';
import { relayOutbox } from '@/lib/worker/relay-outbox';

const now = new Date('2025-02-10T02:00:00Z');
const later = new Date(now.getTime() + 60_000);
let boss: PgBoss;
let fileId: string;
beforeAll(async () => {
  boss = new PgBoss({ connectionString: env.DATABASE_URL, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue('scans.examine');
});
afterAll(async () => boss.stop({ graceful: false }));
beforeEach(() => {
  fileId = randomUUID();
});

const ask = (onceKey?: string, runAfter = now) =>
  inTransaction((tx) => enqueue(tx, 'scans.examine', { fileId }, { now, runAfter, onceKey }));
const waiting = async () => (await boss.findJobs('scans.examine', { data: { fileId } })).length;

it('adds no second job of one key to a first that still waits, and empties the outbox all the same', async () => {
  await ask('one');
  await ask('one');
  await relayOutbox(boss);
  await ask('one', later);
  await relayOutbox(boss);
  expect(await waiting()).toBe(1);
  expect(await db.outboxJob.count()).toBe(0);
});

it('does not let what is wanted now wait for one that is put off', async () => {
  await ask('two', later);
  await relayOutbox(boss);
  await ask('two', now);
  await relayOutbox(boss);
  expect(await waiting()).toBe(2);
});

it('passes on every job that has no key', async () => {
  await ask();
  await ask();
  await relayOutbox(boss);
  expect(await waiting()).toBe(2);
});
