import type { Bench, Figure, MeasuringContext } from './measurement';
import { stampedFormOn, type StampedForm } from './scan/stamped-form-on';

const rounds = 4;
const limitSeconds = 10;

/** From the first byte of the last file sent to the last lamp lit, through the real web server and worker; the slowest of a few counts. */
const bench: Bench = {
  name: 'lamps',
  async run(context) {
    const form = await stampedFormOn(context);
    const { scan, photos } = form;
    const first = photos.slice(0, 1);
    return [
      await figure(context, 'lamps.one_photo_s', () => form.send(first)),
      await figure(context, 'lamps.ten_page_scan_s', () => form.send([scan])),
      await figure(context, 'lamps.ten_photos_s', () => form.send(photos)),
    ];
  },
};
export default bench;

type Sending = ReturnType<StampedForm['send']>;

async function figure({ seed, say }: MeasuringContext, name: string, send: () => Sending): Promise<Figure> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) seconds.push(await send());
  say(`${name}: ${seconds.map((one) => one.toFixed(1)).join(' ')}`);
  const ours = Math.round(Math.max(...seconds) * 10) / 10;
  const limit = { baseline: limitSeconds, baselineName: 'the limit', ratio: Math.round((ours / limitSeconds) * 100) / 100 };
  return { name, unit: 's', ours, ...limit, runs: rounds, seed };
}
