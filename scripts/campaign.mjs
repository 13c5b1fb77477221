import fs from 'node:fs';
import { command } from './bootstrap/command.mjs';
import { at } from './bootstrap/project.mjs';

// npm run campaign -- NAME…: writes bench/campaigns/NAME.json; fails when the campaign found a failure.
await command(async (names) => {
  if (names.length === 0)
    throw new Error(`Usage: npm run campaign -- NAME; there are: ${campaigns().join(', ') || 'none'}.`);
  const { generateClient } = await import('./database/client.mjs');
  const { buildProduct } = await import('./product/build.mjs');
  const { runMeasurements } = await import('./measuring/measurements.mjs');
  await generateClient();
  await buildProduct();
  const { results, broken } = await runMeasurements('.campaign.ts', names);
  fs.mkdirSync(at('bench/campaigns'), { recursive: true });
  for (const { name, result } of results) {
    fs.writeFileSync(at('bench/campaigns', `${name}.json`), `${JSON.stringify({ name, ...result }, null, 2)}\n`);
    const { cases, failures, seed, counts = {}, examples = [] } = result;
    const others = Object.entries(counts).map(([what, count]) => `, ${count} ${what}`);
    process.stdout.write(`${name}: ${cases} cases, ${failures} failures${others.join('')} (seed ${seed})\n`);
    for (const example of examples) process.stdout.write(`  ${example}\n`);
  }
  for (const sentence of broken) process.stdout.write(`${sentence}\n`);
  if (results.length === 0)
    throw new Error(`No campaign has that name; there are: ${campaigns().join(', ') || 'none'}.`);
  return broken.length > 0 || results.some(({ result }) => result.failures > 0) ? 1 : 0;
});

function campaigns() {
  const files = fs.existsSync(at('bench')) ? fs.readdirSync(at('bench')) : [];
  return files.filter((name) => name.endsWith('.campaign.ts')).map((name) => name.replace('.campaign.ts', ''));
}
