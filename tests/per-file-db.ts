import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

const name = `cases_${randomUUID().replaceAll('-', '')}`;
const admin = inject('postgresUrl');

await run(`CREATE DATABASE ${name} TEMPLATE template_of_tests STRATEGY file_copy`);
process.env.DATABASE_URL = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
const folder = await mkdtemp(path.join(os.tmpdir(), 'cases-'));
process.env.DATA_DIR = folder;
afterAll(() => run(`DROP DATABASE ${name} WITH (FORCE)`));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(sql: string) {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
