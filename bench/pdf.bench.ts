import sharp from 'sharp';
import { startChromiumPrinter } from '@/bench/application-forms/chromium-printer';
import { pdfkitForm } from '@/bench/application-forms/pdfkit-form';
import { insistOnAllWords, insistOnInk, insistOnLikeInk } from '@/bench/application-forms/same-picture';
import { variedWords } from '@/bench/application-forms/varied-words';
import type { Bench, Figure, MeasuringContext } from '@/bench/measurement';
import { drawApplicationForm, makeApplicationForm } from '@/lib/documents/application-form/make-application-form';

const ROUNDS = 10;
/** What went before disturbs: each turn begins with forms that do not count. */
const SETTLING = { ours: 50, pdfkit: 5, chromium: 2 };
const COUNTED = { ours: 40, pdfkit: 6, chromium: 3 };
const PEERS = {
  chromium: { figure: 'pdf.application_form', name: 'headless Chromium, page.pdf() of the same form in HTML' },
  pdfkit: { figure: 'pdf.application_form_vs_pdfkit', name: 'pdfkit 0.20, our layout of the same form' },
};

type Way = keyof typeof COUNTED;

/** One way to a form: `prepare` gets all that it needs, so that making alone is counted. */
type Ways = Record<Way, { prepare: (index: number) => Promise<() => Promise<Uint8Array>>; cpuSeconds: () => number }>;

/** Forms a second of processor time: ours and two other ways to the same form, in turns on the same machine. */
const bench: Bench = {
  name: 'pdf',
  run: async (context) => {
    const chromium = await startChromiumPrinter(context);
    try {
      const inputs = formInputs(context.seed, await grayPhoto());
      return await measure(context, inputs, waysToMake(inputs, chromium));
    } finally {
      await chromium.stop();
    }
  },
};
export default bench;

type Inputs = ReturnType<typeof formInputs>;

function formInputs(seed: number, photo: Uint8Array) {
  const wordsOf = variedWords(seed);
  const pageKey = Buffer.from('a key that only this bench uses.');
  const plain = (index: number) => ({ words: wordsOf(index), photo, pageKey });
  const laidOut = async (index: number) => {
    const { pages, drawings } = await drawApplicationForm(plain(index));
    return { ...plain(index), title: wordsOf(index).title, drawings, codes: pages.map((page) => page.code) };
  };
  return { plain, laidOut };
}

function waysToMake({ plain, laidOut }: Inputs, chromium: Awaited<ReturnType<typeof startChromiumPrinter>>): Ways {
  const own = (make: (input: Awaited<ReturnType<typeof laidOut>>) => Promise<Uint8Array>) => ({
    prepare: async (index: number) => {
      const input = await laidOut(index);
      return () => make(input);
    },
    cpuSeconds: ownCpuSeconds,
  });
  return {
    ours: {
      prepare: async (index) => {
        const input = plain(index);
        return async () => (await makeApplicationForm(input)).bytes;
      },
      cpuSeconds: ownCpuSeconds,
    },
    pdfkit: own(pdfkitForm),
    chromium: { ...own(chromium.print), cpuSeconds: chromium.cpuSeconds },
  };
}

async function measure(context: MeasuringContext, inputs: Inputs, ways: Ways): Promise<Figure[]> {
  await comparePictures(inputs, ways);
  const secondsAForm = await takeTurns(ways);
  const ours = 1 / secondsAForm.ours;
  return Object.entries(PEERS).map(([way, { figure, name }]) => {
    const baseline = 1 / secondsAForm[way as Way];
    const runs = ROUNDS * COUNTED.ours;
    const facts = { unit: 'forms/s of one core', ours, baseline, baselineName: name, ratio: ours / baseline };
    return { name: figure, ...facts, runs, seed: context.seed };
  });
}

/** The least disturbed round of each way: other work on the machine makes processor time look longer, never shorter. */
async function takeTurns(ways: Ways): Promise<Record<Way, number>> {
  const best = { ours: Infinity, pdfkit: Infinity, chromium: Infinity };
  let index = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of Object.keys(best) as Way[]) {
      const forms: (() => Promise<Uint8Array>)[] = [];
      for (let form = 0; form < SETTLING[way] + COUNTED[way]; form += 1, index += 1) {
        forms.push(await ways[way].prepare(index));
      }
      for (const make of forms.slice(0, SETTLING[way])) await make();
      const before = ways[way].cpuSeconds();
      for (const make of forms.slice(SETTLING[way])) await make();
      best[way] = Math.min(best[way], (ways[way].cpuSeconds() - before) / COUNTED[way]);
    }
  }
  return best;
}

async function comparePictures({ laidOut }: Inputs, ways: Ways): Promise<void> {
  const { words, drawings } = await laidOut(0);
  const make = async (way: Way) => (await ways[way].prepare(0))();
  const ours = await make('ours');
  await insistOnAllWords(ours, words, 'our form');
  await insistOnInk(ours, await make('pdfkit'), drawings);
  const theirs = await make('chromium');
  await insistOnAllWords(theirs, words, 'chromium');
  await insistOnLikeInk(ours, theirs, 'chromium');
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
