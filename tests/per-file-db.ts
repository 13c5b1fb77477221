import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

const name = `cases_${randomUUID().replaceAll('-', '')}`;
const admin = inject('postgresUrl');

await run(`CREATE DATABASE ${name} TEMPLATE template_of_tests STRATEGY file_copy`);
process.env.DATABASE_URL = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
afterAll(() => run(`DROP DATABASE ${name} WITH (FORCE)`));

async function run(sql: string) {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
