import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { at } from '../bootstrap/project.mjs';

const PRISMAS_LOCK = 72_707_369;
const PRISMAS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** Applies what is new in prisma/migrations and records it just as `prisma migrate deploy` does, in a fifth of the time. */
export async function migrate(databaseUrl, folder = at('prisma/migrations')) {
  const client = await connectCreating(databaseUrl);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMAS_LOCK]);
    await client.query(PRISMAS_TABLE);
    const done = await appliedMigrations(client);
    const waiting = migrationNames(folder).filter((name) => !done.has(name));
    for (const name of waiting) await apply(client, { folder, name });
    return waiting;
  } finally {
    await client.end();
  }
}

async function connectCreating(databaseUrl) {
  try {
    return await connect(databaseUrl);
  } catch (error) {
    if (error.code !== '3D000') throw error;
  }
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  const admin = await connect(Object.assign(new URL(databaseUrl), { pathname: '/postgres' }).href);
  try {
    await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  } catch (error) {
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  } finally {
    await admin.end();
  }
  return connect(databaseUrl);
}

async function connect(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

async function appliedMigrations(client) {
  const { rows } = await client.query(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const failed = rows.find((row) => !row.finished_at);
  if (failed) {
    throw new Error(
      `Migration ${failed.migration_name} failed earlier: settle it with npm run prisma -- migrate resolve.`,
    );
  }
  return new Set(rows.map((row) => row.migration_name));
}

function migrationNames(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function apply(client, { folder, name }) {
  const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    createHash('sha256').update(sql).digest('hex'),
    name,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)]);
    throw new Error(`Migration ${name} failed: ${error.message}`, { cause: error });
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}
