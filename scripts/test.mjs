import { command } from './bootstrap/command.mjs';

const PARTS = ['static', 'unit', 'component', 'cases', 'e2e'];

// npm test -- --only static,unit,component,cases,e2e [arguments for vitest or playwright]
await command(async (args) => {
  const { parts, extra } = chosen(args);
  const { report, sum } = await import('./testing/tally.mjs');
  const tallies = [await settled('prisma generate', generated)];
  if (parts.has('static')) tallies.push(await settled('static checks', staticChecks));
  const projects = ['unit', 'component', 'cases'].filter((part) => parts.has(part));
  if (projects.length > 0) tallies.push(await settled('vitest', () => vitest(projects, extra)));
  if (parts.has('e2e')) tallies.push(await settled('end to end', () => endToEnd(extra)));
  const total = sum(tallies);
  process.stdout.write(`${report(total)}\n`);
  return total.failures.length > 0 || total.passed === 0 ? 1 : 0;
});

// What breaks before it can count, a build for instance, is a failure like another; the rest is tried all the same.
async function settled(name, part) {
  const { tally } = await import('./testing/tally.mjs');
  try {
    return (await part()) ?? tally(0, []);
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    return tally(0, [`${name}: ${error.message.split('\n')[0]}`]);
  }
}

async function generated() {
  const { generateClient } = await import('./database/client.mjs');
  await generateClient();
}

async function staticChecks() {
  const { runStaticChecks } = await import('./testing/static-checks.mjs');
  return runStaticChecks();
}

async function vitest(projects, extra) {
  const { runVitest } = await import('./testing/unit-tests.mjs');
  return runVitest(projects, extra);
}

async function endToEnd(extra) {
  const { buildProduct } = await import('./product/build.mjs');
  const { runEndToEnd } = await import('./testing/end-to-end.mjs');
  await buildProduct();
  return runEndToEnd(extra);
}

function chosen(args) {
  const flag = args.indexOf('--only');
  if (flag === -1 && args.length > 0)
    throw new Error('Usage: npm test -- --only PART[,PART] [arguments of the test runner]');
  if (flag === -1) return { parts: new Set(PARTS), extra: [] };
  const parts = (args[flag + 1] ?? '').split(',');
  const unknown = parts.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Error(`--only takes ${PARTS.join(', ')}; not ${unknown.join(', ')}.`);
  return { parts: new Set(parts), extra: args.filter((_, index) => index !== flag && index !== flag + 1) };
}
