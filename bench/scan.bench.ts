import type { Bench, Figure } from './measurement';
import { otherReader } from './scan/other-readers';
import { rateOf, type Share, type Tally, tallyOf } from './scan/tally';
import { quantile, timeDossiers, type Timings } from './scan/time-dossiers';
import { tryCorpus } from './scan/try-corpus';

const sheets = 300;
const dossiers = 12;
const memoryLimit = 500;
const redJudge = 'is there red on the sheet';

/** The figures of the campaign on a smaller corpus. */
const bench: Bench = {
  name: 'scan',
  async run({ seed, folder, say }) {
    const tally = tallyOf(await tryCorpus({ seed, sheets, folder, say }));
    const reader = (await otherReader()).name;
    const timings = await timeDossiers({ seed, dossiers, folder });
    return [
      ...readingFigures(tally, reader, seed),
      ...judgingFigures(tally, seed),
      ...timingFigures(timings, reader, seed),
    ];
  },
};
export default bench;

function readingFigures(tally: Tally, baselineName: string, seed: number): Figure[] {
  const {
    flatRead,
    flatReadByOther,
    photoRead,
    photoReadByOther,
    neverReadWrong,
    neverReadWrongByOther,
    wrongDossiers,
  } = tally;
  const wrong = neverReadWrong.missed.length + wrongDossiers.missed.length;
  return [
    percent({ name: 'scan.identity_flat', ours: flatRead, baseline: flatReadByOther, baselineName, seed }),
    percent({ name: 'scan.identity_photo', ours: photoRead, baseline: photoReadByOther, baselineName, seed }),
    {
      ...{ name: 'scan.wrong_accepts', unit: 'pages and dossiers', ours: wrong, runs: tally.sheets, seed },
      ...{ baseline: neverReadWrongByOther.missed.length, baselineName },
    },
  ];
}

function judgingFigures(tally: Tally, seed: number): Figure[] {
  const { alteredFound, alteredFoundByCodes, sealNeverAbsent, redMeansSealRecall } = tally;
  const alarms = { ours: others(tally.noSealNeverPresent), baseline: others(tally.redMeansSealRight) };
  const seal = { baselineName: redJudge, seed };
  return [
    percent({
      ...{ name: 'scan.altered_found', ours: alteredFound, baseline: alteredFoundByCodes },
      ...{ baselineName: 'the codes alone', seed },
    }),
    percent({ name: 'scan.seal_recall', ours: sealNeverAbsent, baseline: redMeansSealRecall, ...seal }),
    percent({ name: 'scan.seal_false_alarms', ...alarms, ...seal }),
  ];
}

function timingFigures({ dossiers: timed, peakBytes }: Timings, reader: string, seed: number): Figure[] {
  const otherSeconds = timed.map((one) => one.otherSeconds).filter(Number.isFinite);
  const seconds = timed.map((one) => one.seconds);
  const facts = { runs: timed.length, seed };
  return [
    compared({
      ...{ name: 'scan.ten_pages_p95_s', unit: 's', ours: quantile(seconds, 0.95), ...facts },
      ...{ baseline: quantile(otherSeconds, 0.95), baselineName: `${reader}, which only reads the codes` },
    }),
    compared({
      ...{ name: 'scan.worker_peak_mb', unit: 'MB', ours: peakBytes / 1e6, ...facts },
      ...{ baseline: memoryLimit, baselineName: 'the limit' },
    }),
  ];
}

interface Shares {
  name: string;
  ours: Share;
  baseline: Share;
  baselineName: string;
  seed: number;
}

function percent({ name, ours, baseline, baselineName, seed }: Shares): Figure {
  const facts = { name, unit: '%', runs: ours.of, seed };
  return compared({ ...facts, ours: 100 * rateOf(ours), baseline: 100 * rateOf(baseline), baselineName });
}

const others = ({ of, hit, missed }: Share): Share => ({ of, hit: of - hit, missed });

/** A ratio to nothing says nothing, and where no other reader is installed there is no baseline. */
function compared({ baseline, baselineName, ...figure }: Figure & { baseline: number }): Figure {
  if (!Number.isFinite(baseline)) return figure;
  const facts = { ...figure, baseline, baselineName };
  return baseline > 0 ? { ...facts, ratio: figure.ours / baseline } : facts;
}
