import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../scripts/database/migrate.mjs';
import { runningServer, startPostgres } from '../../scripts/database/postgres.mjs';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'postgres-test-'));
const options = { folder: path.join(home, 'pg'), password: 'for-this-test', throwaway: true };
let server: Awaited<ReturnType<typeof startPostgres>>;

beforeAll(async () => {
  fs.chmodSync(home, 0o755);
  server = await startPostgres(options);
}, 30_000);

afterAll(async () => {
  await server.stop();
  fs.rmSync(home, { recursive: true });
});

test('a server that still runs on the folder is used again', async () => {
  const again = await startPostgres(options);
  expect(again).toMatchObject({ wasRunning: true, pid: server.pid, port: server.port });
});

test('Chinese is sorted by pinyin and found by trigrams', async () => {
  await migrate(server.url('chinese'), path.join(home, 'none'));
  const names = await ask(
    'chinese',
    `SELECT name FROM unnest(ARRAY['张', '安', '李']) name ORDER BY name COLLATE "zh-x-icu"`,
  );
  expect(names.map(({ name }) => name)).toEqual(['安', '李', '张']);
  await ask('chinese', 'CREATE EXTENSION pg_trgm');
  expect(await ask('chinese', `SELECT cardinality(show_trgm('科技辅导员')) > 3 AS found`)).toEqual([{ found: true }]);
});

test('a migration runs once, is recorded as Prisma does, and a failed one stops the next start', async () => {
  const folder = path.join(home, 'migrations');
  const url = server.url('migrated');
  add(folder, '1_first', 'CREATE TABLE one (); CREATE TABLE two ();');
  expect(await migrate(url, folder)).toEqual(['1_first']);
  expect(await migrate(url, folder)).toEqual([]);
  add(folder, '2_second', 'CREATE TABLE three (); CREATE TABLE one ();');
  await expect(migrate(url, folder)).rejects.toThrow('Migration 2_second failed: relation "one" already exists');
  await expect(migrate(url, folder)).rejects.toThrow('Migration 2_second failed earlier');
  const rows = await ask(
    'migrated',
    'SELECT migration_name, finished_at IS NOT NULL AS done FROM _prisma_migrations ORDER BY 1',
  );
  expect(rows).toEqual([
    { migration_name: '1_first', done: true },
    { migration_name: '2_second', done: false },
  ]);
  expect(await ask('migrated', `SELECT to_regclass('three') AS three`)).toEqual([{ three: null }]);
});

test('a stopped server leaves its data for the next one', async () => {
  await server.stop();
  expect(await runningServer(options.folder)).toBeNull();
  server = await startPostgres(options);
  expect(await ask('migrated', "SELECT count(*)::int AS tables FROM pg_tables WHERE tablename = 'two'")).toEqual([
    { tables: 1 },
  ]);
});

async function ask(database: string, sql: string) {
  const client = new pg.Client({ connectionString: server.url(database) });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function add(folder: string, name: string, sql: string) {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  fs.writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}
