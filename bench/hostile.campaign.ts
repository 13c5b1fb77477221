import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Campaign, MeasuringContext } from '@/bench/measurement';
import type { FilePurpose } from '@/lib/files/purposes';
import { handleHostile } from '@/tests/build/hostile/handle-hostile';
import { hostileFiles } from '@/tests/build/hostile/hostile-files';
import { expectedAs, type HostileKind } from '@/tests/build/hostile/hostile-kind';
import { hostileApplicants } from './hostile/hostile-applicant';
import { peakMbOf } from './hostile/peak-memory';
import { type Answer, byForm, byTus } from './hostile/upload-ways';

type Outcome = { fault: string | null; peakMb: number };

const purposes: readonly FilePurpose[] = ['EVIDENCE', 'STAMPED_FORM'];
const mebibyte = 1024 * 1024;
const mostChildMb = 1_600;
const mostServerMb = 1_200;

/** Every kind × purpose × way in: the processes that handle it, the resumable upload, the plain form. */
const campaign: Campaign = {
  name: 'hostile',
  async run(context) {
    const examples: string[] = [];
    const counts: Record<string, number> = { kinds: new Set(hostileFiles.map(({ kind }) => kind)).size };
    let cases = 0;
    const started = performance.now();
    const note = (way: string, { fault, peakMb }: Outcome) => {
      cases += 1;
      counts[`peak MB ${way}`] = Math.max(counts[`peak MB ${way}`] ?? 0, Math.round(peakMb));
      if (fault) examples.push(`${way}: ${fault}`);
    };
    for (const cell of cellsOf()) note('of the processes', await byProcesses(cell, context));
    await throughProduct(context, note);
    counts.seconds = Math.round((performance.now() - started) / 1000);
    return { cases, failures: examples.length, seed: context.seed, counts, examples: examples.slice(0, 20) };
  },
};
export default campaign;

interface Cell {
  hostile: HostileKind;
  purpose: FilePurpose;
}

/** A kind that is meant for one purpose is sent for that alone. */
const cellsOf = (): Cell[] =>
  hostileFiles.flatMap((hostile) => (hostile.purpose ? [hostile.purpose] : purposes).map((purpose) => ({ hostile, purpose })));

async function byProcesses({ hostile, purpose }: Cell, { folder }: MeasuringContext): Promise<Outcome> {
  const place = path.join(folder, 'hostile');
  await mkdir(place, { recursive: true });
  const { outcome, sentence, peaks } = await handleHostile(hostile, purpose, place);
  const peakMb = Math.max(...Object.values(peaks)) / mebibyte;
  const told = outcome === 'accepted' || isOneSentence(sentence);
  const isRight = expectedAs(hostile, purpose).includes(outcome) && told && peakMb < mostChildMb;
  return { fault: isRight ? null : `${hostile.kind} as ${purpose}: ${outcome} “${sentence}”, ${Math.round(peakMb)} MB`, peakMb };
}

type Note = (way: string, outcome: Outcome) => void;

/** What the product itself answers, and the memory of the process that was asked; one that is gone ends the campaign. */
async function throughProduct(context: MeasuringContext, note: Note): Promise<void> {
  const { url, webPid, uploaders, startAfresh } = await hostileApplicants(context);
  for (const { hostile, purpose } of cellsOf()) {
    if (purpose !== 'EVIDENCE' && purpose !== 'STAMPED_FORM') continue;
    const bytes = Buffer.from(await hostile.make());
    for (const [way, send] of Object.entries({ tus: byTus, form: byForm })) {
      await startAfresh();
      const answer = await send({ ...uploaders[purpose], url, purpose, bytes });
      const peakMb = await peakMbOf(webPid);
      note(`of the web process by ${way}`, { fault: faultOf({ hostile, purpose }, answer, peakMb), peakMb });
    }
  }
  const health = await fetch(`${url}/api/health`);
  note('of the web process', { fault: health.ok ? null : 'it does not answer', peakMb: await peakMbOf(webPid) });
}

function faultOf({ hostile, purpose }: Cell, { isAccepted, said }: Answer, peakMb: number): string | null {
  const expected = expectedAs(hostile, purpose);
  const mayAccept = expected.includes('accepted');
  const mayRefuse = expected.some((outcome) => outcome !== 'accepted');
  const isRight = isAccepted ? mayAccept : mayRefuse && isOneSentence(said);
  return isRight && peakMb < mostServerMb ? null : `${hostile.kind} as ${purpose}: “${said}”, ${Math.round(peakMb)} MB`;
}

const isOneSentence = (text: string): boolean => /^[^。！？]+。$/.test(text);
