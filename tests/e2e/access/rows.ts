import { expect } from '@playwright/test';
import pg from 'pg';

export const database = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 });

/** The one row that there is. */
export async function one(sql: string, values: unknown[] = []): Promise<Record<string, string>> {
  const { rows } = await database.query(sql, values);
  expect(rows, sql).toHaveLength(1);
  return rows[0];
}
