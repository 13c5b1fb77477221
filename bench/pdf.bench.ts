import sharp from 'sharp';
import { startChromiumPrinter } from '@/bench/application-forms/chromium-printer';
import { pdfkitForm } from '@/bench/application-forms/pdfkit-form';
import { pdfmakeForm } from '@/bench/application-forms/pdfmake-form';
import { insistOnAllWords, insistOnInk, insistOnLikeInk } from '@/bench/application-forms/same-picture';
import { variedWords } from '@/bench/application-forms/varied-words';
import type { Bench, Figure, MeasuringContext } from '@/bench/measurement';
import { drawApplicationForm, makeApplicationForm } from '@/lib/documents/application-form/make-application-form';

const ROUNDS = 7;
/** What went before disturbs: each turn begins with forms that do not count. */
const SETTLING = { ours: 50, pdfmake: 2, pdfkit: 5, chromium: 2 };
const COUNTED = { ours: 40, pdfmake: 3, pdfkit: 6, chromium: 3 };
const PEERS = {
  chromium: { figure: 'pdf.application_form', name: 'headless Chromium, page.pdf() of the same form in HTML' },
  pdfmake: { figure: 'pdf.application_form_vs_pdfmake', name: 'pdfmake 0.3, the same form' },
  pdfkit: { figure: 'pdf.application_form_vs_pdfkit', name: 'pdfkit 0.20, our layout of the same form' },
};

type Way = keyof typeof COUNTED;
type FormParts = Awaited<ReturnType<ReturnType<typeof formParts>>>;
type Ways = Record<Way, { make: (parts: FormParts) => Promise<Uint8Array>; cpuSeconds: () => number }>;

/** Forms a second of processor time: ours and three other ways to the same form, in turns on the same machine. */
const bench: Bench = {
  name: 'pdf',
  run: async (context) => {
    const chromium = await startChromiumPrinter(context);
    try {
      return await measure(context, {
        ours: { make: async (parts) => (await makeApplicationForm(parts)).bytes, cpuSeconds: ownCpuSeconds },
        pdfmake: { make: pdfmakeForm, cpuSeconds: ownCpuSeconds },
        pdfkit: { make: pdfkitForm, cpuSeconds: ownCpuSeconds },
        chromium: { make: chromium.print, cpuSeconds: chromium.cpuSeconds },
      });
    } finally {
      await chromium.stop();
    }
  },
};
export default bench;

async function measure(context: MeasuringContext, ways: Ways): Promise<Figure[]> {
  const partsOf = formParts(context.seed, await grayPhoto());
  await comparePictures(await partsOf(0), ways);
  const secondsAForm = await takeTurns(ways, partsOf);
  const ours = 1 / secondsAForm.ours;
  return Object.entries(PEERS).map(([way, { figure, name }]) => {
    const baseline = 1 / secondsAForm[way as Way];
    const runs = ROUNDS * COUNTED.ours;
    const facts = { unit: 'forms/s of one core', ours, baseline, baselineName: name, ratio: ours / baseline };
    return { name: figure, ...facts, runs, seed: context.seed };
  });
}

/** All that any of the ways needs, so that none is charged for getting it. */
function formParts(seed: number, photo: Uint8Array) {
  const wordsOf = variedWords(seed);
  const pageKey = Buffer.from('a key that only this bench uses.');
  return async (index: number) => {
    const words = wordsOf(index);
    const { pages, drawings } = await drawApplicationForm({ words, photo, pageKey });
    return { words, title: words.title, photo, pageKey, drawings, codes: pages.map((page) => page.code) };
  };
}

/** The least disturbed round of each way: other work on the machine makes processor time look longer, never shorter. */
async function takeTurns(ways: Ways, partsOf: (index: number) => Promise<FormParts>): Promise<Record<Way, number>> {
  const best = { ours: Infinity, pdfmake: Infinity, pdfkit: Infinity, chromium: Infinity };
  let index = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of Object.keys(best) as Way[]) {
      const parts: FormParts[] = [];
      for (let form = 0; form < SETTLING[way] + COUNTED[way]; form += 1, index += 1) parts.push(await partsOf(index));
      for (const part of parts.slice(0, SETTLING[way])) await ways[way].make(part);
      const before = ways[way].cpuSeconds();
      for (const part of parts.slice(SETTLING[way])) await ways[way].make(part);
      best[way] = Math.min(best[way], (ways[way].cpuSeconds() - before) / COUNTED[way]);
    }
  }
  return best;
}

async function comparePictures(parts: FormParts, ways: Ways): Promise<void> {
  const ours = await ways.ours.make(parts);
  await insistOnAllWords(ours, parts.words, 'our form');
  await insistOnInk(ours, await ways.pdfkit.make(parts), parts.drawings);
  for (const way of ['pdfmake', 'chromium'] as const) {
    const theirs = await ways[way].make(parts);
    await insistOnAllWords(theirs, parts.words, way);
    await insistOnLikeInk(ours, theirs, way);
  }
}

async function grayPhoto(): Promise<Uint8Array> {
  return sharp({ create: { width: 295, height: 413, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toBuffer();
}

function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
