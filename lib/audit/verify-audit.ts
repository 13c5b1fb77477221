import { db } from '@/lib/db/client';

export interface AuditFault {
  stream: string;
  sequence: number;
  fault: 'changed' | 'broken_chain';
}

/** Recomputes every hash of one stream, or of all, and names the first entries that do not fit. */
export async function verifyAudit(stream?: string): Promise<{ checked: number; faults: AuditFault[] }> {
  const only = stream ?? null;
  const [{ checked } = { checked: 0n }] = await db.$queryRaw<{ checked: bigint }[]>`
    SELECT count(*) AS checked FROM "AuditEvent" WHERE ${only}::text IS NULL OR stream = ${only}`;
  const faults = await db.$queryRaw<AuditFault[]>`
    SELECT stream, sequence, CASE WHEN own THEN 'broken_chain' ELSE 'changed' END AS fault FROM (
      SELECT e.stream, e.sequence, e.hash = audit_event_digest(e) AS own,
        e."previousHash" = coalesce(lag(e.hash) OVER w, '') AND e.sequence = coalesce(lag(e.sequence) OVER w, 0) + 1 AS linked
      FROM "AuditEvent" e WHERE ${only}::text IS NULL OR stream = ${only}
      WINDOW w AS (PARTITION BY e.stream ORDER BY e.sequence)
    ) checked WHERE NOT own OR NOT linked ORDER BY stream, sequence LIMIT 100`;
  return { checked: Number(checked), faults };
}
