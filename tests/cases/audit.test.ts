import { describe, expect, it } from 'vitest';
import { recordEvent } from '@/lib/audit/record-event';
import { sealAudit } from '@/lib/audit/seal-audit';
import { verifyAudit } from '@/lib/audit/verify-audit';
import { verifySeals } from '@/lib/audit/verify-seals';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';

const at = new Date('2025-02-01T02:00:00Z');

const record = (stream: `unit:${string}`, name: string) =>
  inTransaction((tx) => recordEvent(tx, { stream, name, actor: systemActor, at, data: { name } }));

/** As somebody would who owns the tables and switches the guard off. */
async function tamper(statement: string): Promise<void> {
  await db.$transaction([
    db.$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER audit_event_append_only'),
    db.$executeRawUnsafe(statement),
    db.$executeRawUnsafe('ALTER TABLE "AuditEvent" ENABLE TRIGGER audit_event_append_only'),
  ]);
}

describe('the audit', () => {
  it('numbers and chains the events of a stream, also when twenty come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => record('unit:chain', `event_${index}`)));
    const events = await db.auditEvent.findMany({ where: { stream: 'unit:chain' }, orderBy: { sequence: 'asc' } });
    expect(events.map((event) => event.sequence)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await verifyAudit('unit:chain')).toEqual({ checked: 20, faults: [] });
  });

  it('cannot be changed, deleted from or emptied', async () => {
    await record('unit:fixed', 'first');
    await expect(db.auditEvent.updateMany({ where: { stream: 'unit:fixed' }, data: { note: 'x' } })).rejects.toThrow(
      /append-only/,
    );
    await expect(db.auditEvent.deleteMany({ where: { stream: 'unit:fixed' } })).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow(/append-only/);
  });

  it('names the event that somebody changed behind its back', async () => {
    for (const name of ['one', 'two', 'three']) await record('unit:changed', name);
    await tamper(`UPDATE "AuditEvent" SET note = 'forged' WHERE stream = 'unit:changed' AND sequence = 2`);
    const { faults } = await verifyAudit('unit:changed');
    expect(faults).toEqual([{ stream: 'unit:changed', sequence: 2, fault: 'changed' }]);
  });

  it('shows the gap where somebody took an event out', async () => {
    for (const name of ['one', 'two', 'three']) await record('unit:cut', name);
    await tamper(`DELETE FROM "AuditEvent" WHERE stream = 'unit:cut' AND sequence = 2`);
    const { faults } = await verifyAudit('unit:cut');
    expect(faults).toEqual([{ stream: 'unit:cut', sequence: 3, fault: 'broken_chain' }]);
  });

  it('is sealed over the heads of all streams, each seal after the last', async () => {
    await record('unit:sealed', 'one');
    await sealAudit(at);
    await sealAudit(at);
    const [second, first] = await db.auditSeal.findMany({ orderBy: { id: 'desc' }, take: 2 });
    expect(first?.previousHash).toBe('');
    expect(second?.previousHash).toBe(first?.hash);
    expect(second?.headsDigest).toBe(first?.headsDigest);
    await record('unit:sealed', 'two');
    expect(await verifySeals()).toEqual({ sealedAt: at, isWhole: true });
  });

  it('shows that somebody cut off the end of a chain after it was sealed', async () => {
    for (const name of ['one', 'two']) await record('unit:shortened', name);
    await sealAudit(at);
    await tamper(`DELETE FROM "AuditEvent" WHERE stream = 'unit:shortened' AND sequence = 2`);
    expect((await verifyAudit('unit:shortened')).faults).toEqual([]);
    expect((await verifySeals()).isWhole).toBe(false);
  });
});
