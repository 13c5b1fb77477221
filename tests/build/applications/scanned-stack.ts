import { issuedBytes } from '@/lib/applications/issued-bytes';
import { issuedPages } from '@/lib/applications/issued-pages';
import { readStack } from '@/lib/applications/batch/read-stack';
import { db } from '@/lib/db/client';
import { finishUpload } from '@/lib/files/finish-upload';
import type { Actor } from '@/lib/kernel/actor';
import { makeScan, scanAsPdf } from '../make-scan';
import { seeded } from '../seeded';
import { arrived } from '../uploads/arrived';
import { addRow, aCompleteDraft, type Draft } from './drafts';
import { today, unitIdOf, unitNames } from './house';
import { anApplicant } from './people';
import { lock } from './submitted';

/** What a sheet of the stack shows: a page of one of the unit's people, or of somebody elsewhere. */
interface Sheet {
  applicationId: string;
  page: number;
  isForeign: boolean;
}

interface Wish {
  people: number;
  /** Pages that never were scanned, sheets fed in upside down, pages of another unit's person. */
  missing: number;
  turned: number;
  foreign: number;
  /** Further activities of each person, for longer forms. */
  moreRows?: number;
  seed: number;
  say?: (line: string) => void;
}

export interface ScannedStack {
  /** Two scanner's files; the sheets of the first, then those of the second. */
  files: Buffer[];
  sheets: Sheet[][];
  missing: Sheet[];
  people: Draft[];
}

/** Really issued forms of one school, stamped, shuffled and scanned. */
export async function aScannedStack(wish: Wish): Promise<ScannedStack> {
  const { people: count, missing, turned, foreign, seed, say = () => undefined } = wish;
  const random = seeded(seed);
  const people: Draft[] = [];
  for (let n = 0; n < count; n++) people.push(await aForm(`示例${n + 1}号`, wish));
  say(`${count} forms issued`);
  const elsewhere = await aForm('外单位示例', wish);
  await db.application.update({
    where: { id: elsewhere.applicationId },
    data: { unitId: await unitIdOf(unitNames.kindergarten) },
  });
  const own = (await Promise.all(people.map((draft) => sheetsOf(draft, false)))).flat();
  const all = shuffled(own, random);
  const stack = shuffled([...all.slice(missing), ...(await sheetsOf(elsewhere, true)).slice(0, foreign)], random);
  const scans = await scanned(stack, { turned, seed });
  say(`${stack.length} sheets scanned`);
  const half = Math.ceil(stack.length / 2);
  const parts = [scans.slice(0, half), scans.slice(half)];
  return {
    files: await Promise.all(parts.map((part) => scanAsPdf(part))),
    sheets: [stack.slice(0, half), stack.slice(half)],
    missing: all.slice(0, missing),
    people,
  };
}

async function aForm(name: string, { moreRows = 0 }: Wish): Promise<Draft> {
  const draft = await aCompleteDraft({ actor: await anApplicant({ name }) });
  for (let n = 0; n < moreRows; n++) {
    await addRow(draft, 'activities', {
      title: `科技活动周系列活动之${n + 1}：水火箭、航模与校园科学观测`,
      from: '2023-05',
      to: '',
      audience: '初一至初三全体学生，约 960 人',
      role: '策划与主讲',
      effect: '学生独立完成设计、制作与三次改进，形成观察记录和改进报告，并在全校展示交流。'.repeat(6),
    });
  }
  await lock(draft);
  return draft;
}

async function sheetsOf({ applicationId }: Draft, isForeign: boolean): Promise<Sheet[]> {
  const snapshot = await db.formSnapshot.findFirstOrThrow({ where: { applicationId, supersededAt: null } });
  return issuedPages(snapshot.pages).map(({ number }) => ({ applicationId, page: number, isForeign }));
}

async function scanned(stack: Sheet[], { turned, seed }: { turned: number; seed: number }): Promise<Buffer[]> {
  const forms = new Map<string, Uint8Array>();
  const scans: Buffer[] = [];
  for (const [index, { applicationId, page }] of stack.entries()) {
    const snapshot = await db.formSnapshot.findFirstOrThrow({ where: { applicationId, supersededAt: null } });
    const pdf = forms.get(applicationId) ?? (await issuedBytes(snapshot));
    forms.set(applicationId, pdf);
    const quarterTurns = index < turned ? 2 : 0;
    scans.push(...(await makeScan({ pdf, pages: [page], look: { dpi: 150, quarterTurns }, seed: seed + index })));
  }
  return scans;
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items.map((item) => ({ item, at: random() })).sort((one, other) => one.at - other.at).map(({ item }) => item);
}

/** Uploads the files, checked like any other, and reads them as the worker does; answers with their ids. */
export async function sortStack(stack: ScannedStack, { admin, batchId }: { admin: Actor; batchId: string }): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, bytes] of stack.files.entries()) {
    const ownerId = admin.personId ?? '';
    const upload = await arrived({ ownerId, bytes, purpose: 'UNIT_SCAN', batchId, name: `整叠-${index + 1}.pdf` });
    const file = await finishUpload({ actor: admin, upload, now: today });
    if (file.refusal) throw new Error(file.refusal);
    await readStack({ fileId: file.id, clock: () => today });
    ids.push(file.id);
  }
  return ids;
}

/** What went wrong, a sentence a sheet: nothing may be filed to anybody else, and nothing may disappear. */
export async function faultsOf(stack: ScannedStack, fileIds: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, fileId] of fileIds.entries()) {
    const rows = await db.scannedSheet.findMany({ where: { fileId } });
    for (const [at, truth] of (stack.sheets[index] ?? []).entries()) {
      const found = rows.filter(({ sheet }) => sheet === at + 1);
      const [row] = found;
      const place = `file ${index + 1}, sheet ${at + 1}`;
      if (!row || found.length > 1) faults.push(`${place}: ${found.length} rows`);
      else if (truth.isForeign !== (row.filing === 'FOREIGN')) faults.push(`${place}: ${row.filing}`);
      else if (!truth.isForeign && (row.applicationId !== truth.applicationId || row.page !== truth.page)) {
        faults.push(`${place}: filed to ${row.applicationId} page ${row.page} as ${row.filing}`);
      }
    }
  }
  return faults;
}
