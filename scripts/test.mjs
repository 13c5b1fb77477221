import { command } from './bootstrap/command.mjs';

const PARTS = ['static', 'unit', 'component', 'cases', 'e2e'];

// npm test -- --only static,unit,component,cases,e2e [arguments for vitest or playwright]
await command(async (args) => {
  const { parts, extra } = chosen(args);
  const { generateClient } = await import('./database/client.mjs');
  const { buildProduct } = await import('./product/build.mjs');
  const { report, sum } = await import('./testing/tally.mjs');
  const tallies = [];
  await generateClient();
  if (parts.has('static')) {
    const { runStaticChecks } = await import('./testing/static-checks.mjs');
    tallies.push(await runStaticChecks());
  }
  const projects = ['unit', 'component', 'cases'].filter((part) => parts.has(part));
  if (projects.length > 0) {
    const { runVitest } = await import('./testing/unit-tests.mjs');
    tallies.push(await runVitest(projects, extra));
  }
  if (parts.has('e2e')) {
    const { runEndToEnd } = await import('./testing/end-to-end.mjs');
    await buildProduct();
    tallies.push(await runEndToEnd(extra));
  }
  const total = sum(tallies);
  process.stdout.write(`${report(total)}\n`);
  return total.failures.length > 0 || total.passed === 0 ? 1 : 0;
});

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
