import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { caseWish, makeCase } from '@/tests/build/scan/corpus';
import { examineCase } from './examine-case';
import { keepUploads, writeUploads } from './hand-in';
import { otherReader } from './other-readers';
import { type SeenCase, seenSheets } from './seen-sheet';
import { inThisProcess } from './ways';

// Tries the cases of one part of a campaign and says a line of JSON for each: node corpus-worker.ts SEED FROM TO FOLDER
const [seed = '1', from = '0', to = '0', folder = ''] = process.argv.slice(2);
for (let index = Number(from); index < Number(to); index += 1) {
  process.stdout.write(`${JSON.stringify(await tried(Number(seed), index))}\n`);
}

async function tried(seed: number, index: number): Promise<SeenCase> {
  const one = await makeCase(caseWish(seed, index));
  const own = await mkdtemp(path.join(folder, 'case-'));
  try {
    const uploads = await writeUploads(one, own);
    const kept = await keepUploads(one, uploads);
    const found = await examineCase({ one, kept, folder: own, way: inThisProcess });
    const pictures = one.isOneFile ? await writePictures(one.sheets, own) : uploads;
    const sheets = await seenSheets({ one, found, pictures, other: await otherReader() });
    const { kind, fault, isWhole } = one;
    return { name: `${kind} ${one.seed}`, kind, fault, isWhole, outcome: found.outcome, sheets };
  } finally {
    await rm(own, { recursive: true });
  }
}

async function writePictures(sheets: { picture: { bytes: Buffer } }[], folder: string): Promise<string[]> {
  const files = sheets.map((_, index) => path.join(folder, `picture-${index + 1}`));
  await Promise.all(sheets.map(({ picture }, index) => writeFile(files[index] ?? '', picture.bytes)));
  return files;
}
