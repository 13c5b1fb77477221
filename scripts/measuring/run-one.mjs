import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { listenForInterruption } from '../bootstrap/interruption.mjs';
import { measuringContext } from './context.mjs';

// Runs one bench or campaign in this process: node run-one.mjs FILE RESULT [NAME…]
const [file, resultFile, ...names] = process.argv.slice(2);
listenForInterruption();
const { default: measurement } = await import(pathToFileURL(file).href);
if (isWanted(measurement.name)) {
  process.stdout.write(`${measurement.name} …\n`);
  const { context, end } = measuringContext(names);
  try {
    const result = await measurement.run(context);
    fs.writeFileSync(resultFile, JSON.stringify({ name: measurement.name, result }));
  } finally {
    await end();
  }
}
process.exit(0);

function isWanted(name) {
  if (names.length === 0) return true;
  return names.some((wanted) => wanted === name || wanted.startsWith(`${name}.`) || name.startsWith(`${wanted}.`));
}
