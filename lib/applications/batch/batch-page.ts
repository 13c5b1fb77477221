import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { readListCode } from '@/lib/documents/cover-list/list-code';
import { readSeenCodes } from '@/lib/files/seen-code';
import type { Actor } from '@/lib/kernel/actor';
import { isUuid } from '@/lib/kernel/uuid';
import { pageKey } from '@/lib/secrets';
import { applicationParts } from '../lock-application';
import { readPacketItems } from '../packet/packet-items';
import { judgeUnitDesk } from '../packet/policy';
import { judge } from '../policy';
import { chosenSheets } from '../scan-hints';
import { seenDigest } from '../seen-digest';
import { type ScanOfMany, stampedScans } from '../stamped-scans';
import { looseSheets } from './loose-sheets';
import { standingInBatch } from './standing-in-batch';

const parts = {
  packet: true,
  files: { where: { deletedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: { _count: { select: { sheets: true } } } },
  attestations: {
    orderBy: { attestedAt: 'desc' },
    include: { rows: { include: { application: { include: { person: { select: { name: true } } } } } } },
  },
} as const satisfies Prisma.ScanBatchInclude;

type Batch = Prisma.ScanBatchGetPayload<{ include: typeof parts }>;

/** Everything about one stack; null for whoever does not administer its unit now. */
export async function batchPage(actor: Actor, batchId: string, now: Date) {
  if (!isUuid(batchId)) return null;
  const batch = await db.scanBatch.findUnique({ where: { id: batchId }, include: parts });
  if (!batch || judgeUnitDesk(actor, batch).answer !== 'yes') return null;
  const sheets = await db.scannedSheet.findMany({
    where: { file: { batchId, deletedAt: null }, removedAt: null },
    include: { file: { select: { id: true, name: true, uploadedById: true } } },
    orderBy: [{ filedAt: 'asc' }, { sheet: 'asc' }, { position: 'asc' }],
  });
  const codesOf = new Map(batch.files.map(({ id, pageCodes }) => [id, readSeenCodes(pageCodes).map((codes) => codes.map(({ text }) => text))]));
  const rows = sheets.map((sheet) => ({
    ...sheet,
    file: { ...sheet.file, pageCodes: codesOf.get(sheet.fileId) ?? [] },
  }));
  return {
    batch,
    files: batch.files.map((file) => ({
      ...file,
      read: codesOf.get(file.id)?.length ?? 0,
      isFiled: file._count.sheets > 0,
      isReading: file.status === 'CLEAN' && file._count.sheets === 0,
      isMine: file.uploadedById === actor.personId,
    })),
    applicants: await applicantsOf(actor, { batch, filed: sheets.flatMap((one) => one.applicationId ?? []), now }),
    loose: looseSheets(rows, { personId: actor.personId, readList: (text) => readListCode(text, pageKey()) }),
  };
}

export type BatchOnPage = NonNullable<Awaited<ReturnType<typeof batchPage>>>;
export type BatchApplicant = BatchOnPage['applicants'][number];

interface Wanted {
  batch: Batch;
  /** Ids of applications, one for each filed sheet. */
  filed: string[];
  now: Date;
}

/** Who is on the list that the stack was printed from, and whoever else has a page in it, as names are looked up. */
async function applicantsOf(actor: Actor, { batch, filed, now }: Wanted) {
  const expected = batch.packet ? readPacketItems(batch.packet.items).map(({ applicationId }) => applicationId) : [];
  const ids = [...new Set([...expected, ...filed])];
  const [applications, scans] = await Promise.all([
    db.application.findMany({
      where: { id: { in: ids }, unitId: batch.unitId },
      include: { ...applicationParts, person: { select: { name: true } } },
    }),
    stampedScans(db, ids),
  ]);
  const waiting = new Set(
    batch.attestations.flatMap(({ rows }) => rows.flatMap((row) => (row.outcome === 'WAITING' ? row.applicationId : []))),
  );
  const found = applications.map((application) => {
    const scan = scans.get(application.id) ?? null;
    const standing = standingInBatch({
      isOwn: application.personId === actor.personId,
      isUnderWay: waiting.has(application.id),
      judgement: judge(actor, 'submit_stamped_form', application, now),
      scan,
      now,
    });
    const { id, number, level, status, formVersion, person, cycle } = application;
    const sheetsHere = filed.filter((one) => one === id).length;
    return { id, number, level, status, formVersion, cycle, name: person.name, sheetsHere, scan, standing, ...pagesOf(scan) };
  });
  return found.toSorted((one, other) => inChinese.compare(one.name, other.name));
}

const inChinese = new Intl.Collator('zh-CN');

function pagesOf(scan: ScanOfMany | null) {
  if (!scan) return { pageCount: 0, missing: [], repeated: [], outdated: 0, lamps: [], seen: '' };
  const { form, assembly } = scan;
  const chosen = chosenSheets(assembly);
  const { missing, repeated, outdated } = assembly;
  return { pageCount: form.pages.length, missing, repeated, outdated: outdated.length, lamps: chosen, seen: seenDigest(chosen) };
}

/** The unit's latest stacks. */
export async function unitBatches(actor: Actor) {
  if (actor.role !== 'UNIT_ADMIN' || !actor.unitId) return [];
  return db.scanBatch.findMany({
    where: { unitId: actor.unitId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 30,
    include: {
      packet: { select: { number: true } },
      files: { where: { deletedAt: null }, select: { pages: true } },
      attestations: { select: { rows: { select: { outcome: true } } } },
    },
  });
}
