import fs from 'node:fs';
import { command } from './bootstrap/command.mjs';
import { at } from './bootstrap/project.mjs';

const HEADER = ['name', 'unit', 'ours', 'baseline', 'ratio', 'beside', 'runs', 'seed'];

// npm run bench [-- NAME…]: measures now; nothing of an earlier run is kept.
await command(async (names) => {
  const { generateClient } = await import('./database/client.mjs');
  const { buildProduct } = await import('./product/build.mjs');
  const { runMeasurements } = await import('./measuring/measurements.mjs');
  const { table } = await import('./measuring/table.mjs');
  fs.rmSync(at('bench/results.json'), { force: true });
  await generateClient();
  await buildProduct();
  const { results, broken } = await runMeasurements('.bench.ts', names);
  const figures = results.flatMap(({ result }) => result);
  fs.writeFileSync(at('bench/results.json'), `${JSON.stringify(figures, null, 2)}\n`);
  const rows = figures.map(({ name, unit, ours, baseline, ratio, baselineName, runs, seed }) => [
    ...[name, unit, ours, baseline, ratio],
    ...[baselineName, runs, seed],
  ]);
  process.stdout.write(`\n${table(HEADER, rows)}\n`);
  for (const sentence of broken) process.stdout.write(`${sentence}\n`);
  if (figures.length === 0) process.stdout.write('Nothing was measured: no bench has that name.\n');
  return broken.length > 0 || figures.length === 0 ? 1 : 0;
});
