import type { Campaign, MeasuringContext } from './measurement';
import { otherReader } from './scan/other-readers';
import { type Reached, reached } from './scan/goals';
import { rateOf, type Share, tallyOf, type Tally } from './scan/tally';
import { quantile, timeDossiers, type Timings } from './scan/time-dossiers';
import { tryCorpus } from './scan/try-corpus';

const usualSheets = 2100;
const dossiers = 20;
const limits = { seconds: 8, megabytes: 500 };
const examplesAGoal = 8;

/** Thousands of scanned pages: what is read, found and said against what is true. `corpus.300` tries 300 pages. */
const campaign: Campaign = {
  name: 'corpus',
  async run(context) {
    const { seed, folder } = context;
    const seen = await tryCorpus({ seed, sheets: sheetsWanted(context), folder, say: context.say });
    const tally = tallyOf(seen);
    const timings = await timeDossiers({ seed, dossiers, folder });
    const goals = [...reached(tally), ...timingGoals(timings)];
    context.say(`baseline for reading: ${(await otherReader()).name}`);
    for (const line of table(tally)) context.say(line);
    for (const { sentence, isReached } of goals) context.say(`${isReached ? 'reached' : 'MISSED '}  ${sentence}`);
    const missed = goals.filter(({ isReached }) => !isReached);
    const wrong = tally.neverReadWrong.missed.length + tally.wrongDossiers.missed.length;
    const counts = { ...countsOf(tally), ...timingCounts(timings), wrongAccepts: wrong };
    return { cases: tally.sheets, failures: wrong + missed.length, seed, counts, examples: missed.flatMap(examplesOf) };
  },
};
export default campaign;

function sheetsWanted({ names }: MeasuringContext): number {
  const wanted = names.find((name) => /^corpus\.\d+$/.test(name));
  return wanted ? Number(wanted.split('.')[1]) : usualSheets;
}

const sharesOf = (tally: Tally): [string, Share][] =>
  Object.entries(tally).flatMap(([name, value]): [string, Share][] =>
    typeof value === 'object' && 'missed' in value ? [[name, value as Share]] : [],
  );

function table(tally: Tally): string[] {
  const kinds = Object.entries(tally.byKind)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
  const shares = sharesOf(tally).map(
    ([name, share]) =>
      `${name.padEnd(30)} ${`${share.hit}/${share.of}`.padStart(11)}  ${(100 * rateOf(share)).toFixed(2)} %`,
  );
  return [`${tally.sheets} pages in ${tally.cases} cases: ${kinds}`, ...shares];
}

function countsOf(tally: Tally): Record<string, number> {
  const shares = sharesOf(tally).flatMap(([name, { of, hit }]) => [
    [name, hit],
    [`${name}Of`, of],
  ]);
  const kinds = Object.entries(tally.byKind).map(([kind, count]) => [`pages_${kind}`, count]);
  return Object.fromEntries([...kinds, ...shares]);
}

function timingCounts({ dossiers, peakBytes }: Timings): Record<string, number> {
  const rounded = (values: number[], share: number) => Math.round(100 * quantile(values, share)) / 100;
  const seconds = dossiers.map((one) => one.seconds);
  const cpu = dossiers.map((one) => one.cpuSeconds);
  return {
    tenPagesP50: rounded(seconds, 0.5),
    tenPagesP95: rounded(seconds, 0.95),
    ...{ tenPagesCpuP50: rounded(cpu, 0.5), tenPagesCpuP95: rounded(cpu, 0.95) },
    otherReaderP95: rounded(dossiers.map((one) => one.otherSeconds).filter(Number.isFinite), 0.95),
    peakMegabytes: Math.round(peakBytes / 1e6),
  };
}

function timingGoals({ dossiers, peakBytes }: Timings): Reached[] {
  const slow = dossiers.filter(({ seconds, isExamined }) => seconds >= limits.seconds || !isExamined);
  const share = {
    of: dossiers.length,
    hit: dossiers.length - slow.length,
    missed: slow.map(
      ({ seconds, cpuSeconds }) => `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time)`,
    ),
  };
  const megabytes = peakBytes / 1e6;
  const memory = { of: 1, hit: megabytes < limits.megabytes ? 1 : 0, missed: [`${Math.round(megabytes)} MB`] };
  return [
    { sentence: `ten pages in less than ${limits.seconds} s at p95`, isReached: rateOf(share) >= 0.95, share },
    { sentence: `the checking process under ${limits.megabytes} MB`, isReached: memory.hit === 1, share: memory },
  ];
}

const examplesOf = ({ sentence, share }: Reached): string[] =>
  share.missed.slice(0, examplesAGoal).map((one) => `${sentence}: ${one}`);
