import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { caseKinds, makeCase } from '@/tests/build/scan/corpus';
import { examineCase } from './examine-case';
import { keepUploads, writeUploads } from './hand-in';
import { inThisProcess } from './ways';

// Makes one case of the corpus again, for people to look at: node show-case.ts KIND SEED FOLDER
const [name, seed, folder = ''] = process.argv.slice(2);
const kind = caseKinds.find((one) => one === name);
if (!kind || !folder) throw new Error(`Usage: show-case.ts ${caseKinds.join('|')} SEED FOLDER`);
await mkdir(folder, { recursive: true });
const one = await makeCase({ seed: Number(seed), kind });
const kept = await keepUploads(one, await writeUploads(one, folder));
const found = await examineCase({ one, kept, way: inThisProcess, folder });
for (const [index, { picture, ...truth }] of one.sheets.entries()) {
  const { form, page, capture, seal, pens, forgery, forgedPlaces } = truth;
  const file = path.join(folder, `sheet-${index + 1}.${picture.mediaType === 'image/png' ? 'png' : 'jpg'}`);
  await writeFile(file, picture.bytes);
  const { applicationNumber, version } = form.words;
  const isTrue = { applicationNumber, version, page, capture, seal, pens, forgery, forgedPlaces };
  process.stdout.write(`${JSON.stringify({ file, isTrue, found: found.sheets[index] })}\n`);
}
process.stdout.write(`${one.fault}: ${found.outcome}\n`);
