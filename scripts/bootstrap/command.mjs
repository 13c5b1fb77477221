import { dirname, delimiter } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { isSupportedNode, runUnderSupportedNode } from './node-runtime.mjs';

/**
 * Runs a command of package.json: under a Node that is new enough and with everything installed.
 * The body's modules are imported by the body itself, since before that they may not be there.
 */
export async function command(body) {
  try {
    if (!isSupportedNode()) {
      process.exitCode = await runUnderSupportedNode(process.argv.slice(1));
      return;
    }
    process.env.PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
    process.env.NEXT_TELEMETRY_DISABLED = '1';
    installDependencies();
    process.exitCode = (await body(process.argv.slice(2))) ?? 0;
  } catch (error) {
    process.stderr.write(`${process.env.DEBUG ? error.stack : error.message}\n`);
    process.exitCode = 1;
  }
}
