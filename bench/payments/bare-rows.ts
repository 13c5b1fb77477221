import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { PaymentReport } from '@/lib/payments/provider';

export interface PaidRow {
  orderId: string;
  applicationId: string;
  personId: string;
  report: PaymentReport;
  body: string;
}

/** The rows that a settled notice writes, and nothing else: no proof, no locks, no questions. */
export async function writeBareRows(client: pg.PoolClient, { orderId, applicationId, personId, report, body }: PaidRow): Promise<void> {
  const { providerTransactionId, outTradeNumber, amountFen, paidAt } = report;
  await client.query('BEGIN');
  await client.query(
    `UPDATE "PaymentAttempt" SET status = 'SUCCEEDED', "providerTransactionId" = $2, "providerPaidAt" = $3, "settledAt" = $3 WHERE "outTradeNumber" = $1`,
    [outTradeNumber, providerTransactionId, paidAt],
  );
  await client.query(`UPDATE "Order" SET status = 'PAID', "paidFen" = "totalFen", "paidAt" = $2 WHERE id = $1`, [orderId, paidAt]);
  const key = `payment:wechat:${providerTransactionId}`;
  const { rows } = await client.query(
    `INSERT INTO "LedgerTransaction" (key, kind, "payeeId", at, note, "entryCount") VALUES ($1, 'payment', 'jiangsu', $2, '', 2) RETURNING id`,
    [key, paidAt],
  );
  await client.query(
    `INSERT INTO "LedgerEntry" ("transactionId", account, provider, "orderId", "amountFen") VALUES ($1, 'GATEWAY', 'wechat', $2, $3::int), ($1, 'FEES', '', $2, -$3::int)`,
    [rows[0].id, orderId, amountFen],
  );
  await event(client, `order:${orderId}`, 'order_paid', paidAt);
  await client.query(
    `INSERT INTO "Message" (id, "personId", "applicationId", channel, template, subject, text, status, "createdAt", "sentAt") VALUES ($1, $2, $3, 'SITE', 'payment.paid', '缴费成功', '订单已支付。', 'SENT', $4, $4)`,
    [randomUUID(), personId, applicationId, paidAt],
  );
  await client.query(`UPDATE "Application" SET "hasPayment" = true WHERE id = $1`, [applicationId]);
  await event(client, `application:${applicationId}`, 'payment_confirmed', paidAt);
  await client.query(
    `INSERT INTO "PaymentNotice" (id, provider, "noticeId", "outTradeNumber", outcome, body, "receivedAt") VALUES ($1, 'wechat', $2, $3, 'SETTLED', $4, $5)`,
    [randomUUID(), randomUUID(), outTradeNumber, body, paidAt],
  );
  await client.query('COMMIT');
}

const event = (client: pg.PoolClient, stream: string, name: string, at: Date) =>
  client.query(
    `INSERT INTO "AuditEvent" (stream, name, "actorName", "actorRole", note, data, "isPublic", at) VALUES ($1, $2, '系统', 'SYSTEM', '在线支付', '{"orderId": "示例"}', true, $3)`,
    [stream, name, at],
  );
