import type { Campaign } from './measurement';

const [people, missing, turned, foreign] = [30, 5, 3, 2];
const mostSeconds = 180;

/** A unit's stack as it really comes: 30 forms of about 10 pages, shuffled, from the last byte to the sorted list. */
const batch: Campaign = {
  name: 'batch',
  async run({ seed, folder, emptyDatabase, say }) {
    process.env.DATABASE_URL = await emptyDatabase();
    process.env.DATA_DIR = folder;
    const { seededHouse, unitIdOf, unitNames } = await import('@/tests/build/applications/house');
    const { unitAdminOf } = await import('@/tests/build/applications/people');
    const { aBatch, pageOf } = await import('@/tests/build/applications/batches');
    const { aScannedStack, faultsOf, sortStack } = await import('@/tests/build/applications/scanned-stack');
    await seededHouse();
    const admin = await unitAdminOf(await unitIdOf(unitNames.school));
    const stack = await aScannedStack({ people, missing, turned, foreign, moreRows: 9, seed, say });
    const batchId = await aBatch(admin);
    const started = performance.now();
    const fileIds = await sortStack(stack, { admin, batchId });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const faults = await faultsOf(stack, fileIds);
    const { applicants, loose } = await pageOf(admin, batchId);
    const listed = applicants.flatMap(({ id, missing: pages }) => pages.map((page) => `${id} ${page}`)).sort();
    const wanted = stack.missing.map(({ applicationId, page }) => `${applicationId} ${page}`).sort();
    if (listed.join() !== wanted.join()) faults.push(`missing are listed ${listed.length}, wanted ${wanted.length}`);
    if (loose.filter(({ kind }) => kind === 'foreign').length !== foreign) faults.push('foreign sheets are not listed');
    if (seconds > mostSeconds) faults.push(`took ${seconds} s`);
    const sheets = stack.sheets.flat().length;
    const counts = { 'forms': people, 'missing pages listed': listed.length, 'foreign sheets listed': foreign, seconds };
    return { cases: sheets, failures: faults.length, seed, counts, examples: faults.slice(0, 5) };
  },
};

export default batch;
