import { randomInt } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import pg from 'pg';
import { creditCodeCheckCharacter } from '@/lib/kernel/credit-code';
import { newPerson, register } from './person';

const database = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 });

export async function oneRow(sql: string, values: unknown[] = []): Promise<Record<string, string>> {
  const { rows } = await database.query(sql, values);
  expect(rows, sql).toHaveLength(1);
  return rows[0];
}

export interface OwnUnit {
  id: string;
  name: string;
}

/** An invented, verified school that no other test knows. */
export async function ownUnit(): Promise<OwnUnit> {
  const body = `12320100DEM${String(randomInt(1e6)).padStart(6, '0')}`;
  const name = `示例市第${randomInt(1e6)}中学（测试）`;
  const { id = '' } = await oneRow(
    `INSERT INTO "Unit" (id, name, "formerNames", "creditCode", kind, "regionCode", status)
     VALUES (gen_random_uuid(), $1, '{}', $2, 'SECONDARY_SCHOOL', '320100', 'APPROVED') RETURNING id`,
    [name, body + creditCodeCheckCharacter(body)],
  );
  return { id, name };
}

interface Grant {
  role: string;
  associationId?: string;
  unitId?: string;
}

/** Somebody new, signed in and acting in a role that he was given. */
export async function somebodyAs(browser: Browser, name: string, grant: Grant | null): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const person = newPerson(name);
  await register(page, person);
  if (!grant) return page;
  await oneRow(
    `WITH person AS (SELECT id FROM "Person" WHERE name = $1),
     given AS (INSERT INTO "RoleGrant" (id, "personId", role, "associationId", "unitId", "approvedAt")
       SELECT gen_random_uuid(), id, $2::"Role", $3, $4, now() FROM person RETURNING id),
     latest AS (SELECT s.id FROM "Session" s JOIN person ON person.id = s."personId" ORDER BY s."createdAt" DESC LIMIT 1)
     UPDATE "Session" SET "roleGrantId" = (SELECT id FROM given) WHERE id = (SELECT id FROM latest) RETURNING id`,
    [name, grant.role, grant.associationId ?? null, grant.unitId ?? null],
  );
  return page;
}
