import { randomInt, randomUUID } from 'node:crypto';
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { Caller } from '@/tests/build/access/page-access';
import { startPrimary } from '../journey/form';
import { enterAs, type NewPerson, newPerson, register } from '../journey/person';
import { invoiceOf } from './invoice';
import { database, one } from './rows';

/** What stands for each part of an address that changes, and words that only the owner's own things have. */
export interface House {
  ids: Record<string, string>;
  secrets: string[];
  as: Record<Caller, APIRequestContext>;
}

const personas: Partial<Record<Caller, string>> = {
  unit: 'unit-admin',
  staff: 'staff-jiangsu',
  finance: 'finance-jiangsu',
  national: 'staff-national',
  expert: 'expert',
  examiner: 'examiner',
  auditor: 'auditor',
  sysadmin: 'sysadmin',
};

const page = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();
const uniqueName = (): string => `权${Array.from({ length: 5 }, () => String.fromCodePoint(0x4e00 + randomInt(5000))).join('')}`;

/** Everybody signed in, and one application in the middle of its way, with an order and a file. */
export async function buildHouse(browser: Browser): Promise<House> {
  const [owner, stranger] = [newPerson(uniqueName()), newPerson(uniqueName())];
  const [ownPage, strangePage] = [await page(browser), await page(browser)];
  await register(ownPage, owner);
  await register(strangePage, stranger);
  const ids = { ...(await fixedIds()), ...(await handedIn(ownPage, owner)) };
  await database.query(neighbour);
  Object.assign(ids, await missingBill());
  await database.query(unmadePacket, [ids.packetId, ids.unitId]);
  Object.assign(ids, await barred(ids.otherUnitId));
  await database.query(emptyBatch, [ids.batchId, ids.unitId]);
  const as: Partial<Record<Caller, APIRequestContext>> = {
    nobody: (await page(browser)).request,
    owner: ownPage.request,
    stranger: strangePage.request,
    'other-staff': await inRole(browser, stranger, { role: 'REVIEWER', associationId: 'zhejiang', unitId: null }),
    'other-unit': await inRole(browser, stranger, { role: 'UNIT_ADMIN', associationId: null, unitId: ids.otherUnitId }),
  };
  for (const [caller, persona] of Object.entries(personas)) {
    const theirs = await page(browser);
    await enterAs(theirs, persona);
    as[caller as Caller] = theirs.request;
  }
  return { ids, secrets: [owner.name, ids.number ?? ''], as: as as House['as'] };
}

/** Things of the seed that addresses name. */
async function fixedIds(): Promise<Record<string, string>> {
  const level = await one(`SELECT l.id AS "levelId", c.id AS "cycleId" FROM "CycleLevel" l JOIN "Cycle" c ON c.id = l."cycleId"
    WHERE c.slug = 'jiangsu-demo' AND l.level = 'PRIMARY'`);
  const notice = await one(`SELECT id AS "noticeId", slug FROM "Notice" WHERE "associationId" = 'jiangsu' LIMIT 1`);
  const unit = await one(`SELECT g."unitId" FROM "RoleGrant" g JOIN "Person" p ON p.id = g."personId" WHERE p.persona = 'unit-admin'`);
  const elsewhere = await one(`SELECT id FROM "Unit" WHERE "regionCode" = '330100' LIMIT 1`);
  const held = await one(`SELECT c.number FROM "Certificate" c JOIN "Person" p ON p.id = c."personId" WHERE p.persona = 'holder' LIMIT 1`);
  return {
    ...{ ...level, ...unit, noticeId: notice.noticeId ?? '', otherUnitId: elsewhere.id ?? '' },
    ...{ packetId: randomUUID(), batchId: randomUUID() },
    ...{ province: 'jiangsu', id: notice.slug ?? '', slug: 'applicant', section: 'achievements', rowId: randomUUID() },
    ...{ certificateNumber: held.number ?? '', reasonCode: 'OTHER', month: '2025-02', '[...path]': randomUUID() },
  };
}

/** Started, with one achievement and its evidence as a page saves them; then moved on to waiting for review. */
async function handedIn(ownPage: Page, { name }: NewPerson): Promise<Record<string, string>> {
  const path = await startPrimary(ownPage, 'jiangsu-demo');
  const applicationId = path.split('/').at(-1) ?? '';
  const rowId = randomUUID();
  const values = { title: '示例省青少年科技创新大赛' };
  const row = { section: `achievements/${rowId}`, baseRevision: 0, values };
  expect((await ownPage.request.post(`${path}/autosave`, { data: row })).status()).toBe(200);
  const file = { name: '获奖证书.jpg', mimeType: 'image/jpeg', buffer: await picture() };
  const multipart = { purpose: 'EVIDENCE', applicationId, section: 'achievements', rowId, file };
  const uploaded = await ownPage.request.post('/api/uploads/form', { multipart, maxRedirects: 0 });
  expect(uploaded.status()).toBe(303);
  const { id: fileId = '' } = await one('SELECT id FROM "StoredFile" WHERE "applicationId" = $1', [applicationId]);
  const application = await one(
    `UPDATE "Application" SET status = 'COMPLETE', "levelFrozenAt" = now(), "completedAt" = now(), "unitId" =
      (SELECT g."unitId" FROM "RoleGrant" g JOIN "Person" p ON p.id = g."personId" WHERE p.persona = 'unit-admin')
     WHERE id = $1 RETURNING number, "personId"`,
    [applicationId],
  );
  const orderNumber = `coaa028${String(randomInt(1e12)).padStart(21, '0')}`;
  await unpaidOrder(applicationId, orderNumber, `${name}的订单`);
  const { number: refundNumber = '' } = await one(
    `INSERT INTO "Refund" (id, number, "orderId", "payeeId", provider, "providerTransactionId", "paymentFen", "amountFen", reason, status, "proposedByName", "proposedAt")
     SELECT gen_random_uuid(), 'R1-' || number, id, "payeeId", 'bank', 'EXAMPLE', 10000, 10000, 'STAFF_DECISION', 'PROPOSED', '甲示例', now()
     FROM "Order" WHERE number = $1 RETURNING number`,
    [orderNumber],
  );
  const invoice = await invoiceOf(orderNumber, fileId);
  const { id: sheetId = '' } = await one(
    `INSERT INTO "ScannedSheet" (id, "fileId", sheet, filing, "applicationId", "applicationNumber", "formVersion", page, digest, "filedAt")
     SELECT gen_random_uuid(), $2, 1, 'FILED', id, number, 1, 1, 'D1', now() FROM "Application" WHERE id = $1 RETURNING id`,
    [applicationId, fileId],
  );
  const unitOrderNumber = await givenUpByUnit(applicationId);
  return { ...application, ...invoice, applicationId, unitOrderNumber, rowId, fileId, orderNumber, refundNumber, sheetId, page: '1' };
}

/** The unit had begun to pay for him, and gave it up. */
async function givenUpByUnit(applicationId: string): Promise<string> {
  const number = `coaa028${String(randomInt(1e12)).padStart(21, '0')}`;
  await withItem(
    applicationId,
    number,
    `INSERT INTO "Order" (id, number, "personId", "unitId", "cycleId", "payeeId", title, "totalFen", status, "createdAt", "expiresAt", "closedAt")
     SELECT gen_random_uuid(), $2, p.id, a."unitId", a."cycleId", 'jiangsu', '示例单位订单（1 人）', 10000, 'CLOSED', now(), now(), now()
     FROM "Application" a, "Person" p WHERE a.id = $1 AND p.persona = 'unit-admin'`,
  );
  return number;
}

async function unpaidOrder(applicationId: string, number: string, title: string): Promise<void> {
  await withItem(
    applicationId,
    number,
    `INSERT INTO "Order" (id, number, "personId", "applicationId", "cycleId", "payeeId", title, "totalFen", "createdAt", "expiresAt")
     SELECT gen_random_uuid(), $2, "personId", id, "cycleId", 'jiangsu', $3, 10000, now(), now() + interval '9 days'
     FROM "Application" WHERE id = $1`,
    [title],
  );
}

/** An order and its one item at once: the database looks at both when the transaction ends. */
async function withItem(applicationId: string, number: string, order: string, more: string[] = []): Promise<void> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    await client.query(order, [applicationId, number, ...more]);
    await client.query(
      `INSERT INTO "OrderItem" (id, "orderId", "applicationId", "personId", title, "amountFen")
       SELECT gen_random_uuid(), o.id, a.id, a."personId", o.title, o."totalFen" FROM "Order" o, "Application" a WHERE o.number = $2 AND a.id = $1`,
      [applicationId, number],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** The unit of another province may not apply: its administrator and the staff of that province can read why. */
async function barred(unitId: string | undefined): Promise<Record<string, string>> {
  // Houses are built side by side, and a unit is barred once.
  await database.query(
    `INSERT INTO "Sanction" (id, "unitId", "creditCode", "unitName", "regionCode", status, finding, "proposedById", "proposedByName",
       "proposedAt", "proposedOn", "decisionNumber", "decidedById", "decidedByName", "decidedAt", "startsOn", "endsOn")
     SELECT gen_random_uuid(), id, "creditCode", name, "regionCode", 'APPROVED', '示例：获奖证明与主办单位的记录不符。', gen_random_uuid(), '甲示例',
       now(), current_date, '示例〔2025〕1号', gen_random_uuid(), '乙示例', now(), current_date, (current_date + interval '3 years')::date
     FROM "Unit" WHERE id = $1 ON CONFLICT DO NOTHING`,
    [unitId],
  );
  return one(`SELECT id AS "sanctionId" FROM "Sanction" WHERE "unitId" = $1`, [unitId]);
}

/** Of a day long ago, so that it is nobody's business. */
async function missingBill(): Promise<Record<string, string>> {
  await database.query(
    `INSERT INTO "ProviderBill" (id, provider, day, "askedAt") VALUES (gen_random_uuid(), 'sandbox', '2020-01-01', now()) ON CONFLICT DO NOTHING`,
  );
  return one(`SELECT id AS "billId" FROM "ProviderBill" WHERE day = '2020-01-01'`);
}

interface Grant {
  role: string;
  associationId: string | null;
  unitId: string | null | undefined;
}

const unmadePacket = `INSERT INTO "StampPacket" (id, number, "unitId", "createdById", "createdByName", "createdAt", "isDuplex", "onlyNeeded", items)
  VALUES ($1, 'EXAMPLE', $2, gen_random_uuid(), '示例', now(), false, false, '[]') ON CONFLICT DO NOTHING`;

const emptyBatch = `INSERT INTO "ScanBatch" (id, "unitId", "createdById", "createdByName", "createdAt")
  VALUES ($1, $2, gen_random_uuid(), '示例', now())`;

/** Of the seed only one province organises: staff of another need one that does. */
const neighbour = `INSERT INTO "Association" (id, kind, name, "provinceCode", "provinceName")
  VALUES ('zhejiang', 'PROVINCIAL', '示例省协会（演示，浙江）', '33', '浙江省') ON CONFLICT DO NOTHING`;

/** A further session of this person, acting in a role that he is given. */
async function inRole(browser: Browser, person: NewPerson, grant: Grant): Promise<APIRequestContext> {
  const theirs = await page(browser);
  await theirs.goto('/sign-in');
  await theirs.getByLabel('手机号或证件号码').fill(person.mobile);
  await theirs.getByLabel('密码', { exact: true }).fill(person.password);
  await theirs.getByRole('button', { name: '登录', exact: true }).click();
  await expect(theirs.getByRole('button', { name: '退出' }).first()).toBeAttached();
  await one(
    `WITH person AS (SELECT id FROM "Person" WHERE name = $1),
     given AS (INSERT INTO "RoleGrant" (id, "personId", role, "associationId", "unitId", "approvedAt")
       SELECT gen_random_uuid(), id, $2::"Role", $3, $4, now() FROM person RETURNING id),
     latest AS (SELECT s.id FROM "Session" s JOIN person ON person.id = s."personId" ORDER BY s."createdAt" DESC LIMIT 1)
     UPDATE "Session" SET "roleGrantId" = (SELECT id FROM given) WHERE id = (SELECT id FROM latest) RETURNING id`,
    [person.name, grant.role, grant.associationId, grant.unitId],
  );
  return theirs.request;
}

function picture(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 180, sigma: 20 } as const;
  return sharp({ create: { width: 900, height: 1200, channels: 3, background: '#dfe7ee', noise } }).jpeg().toBuffer();
}
