import { delimiter, dirname } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { listenForInterruption } from './interruption.mjs';
import { isSupportedNode, runUnderSupportedNode } from './node-runtime.mjs';

/**
 * Runs a command of package.json: under a Node that is new enough and with everything installed.
 * Modules that need packages are imported by the body, since before that they may not be there.
 */
export async function command(body) {
  listenForInterruption();
  try {
    if (!isSupportedNode()) {
      process.exitCode = await runUnderSupportedNode(process.argv.slice(1));
      return;
    }
    await import('./end-with-parent.mjs');
    process.env.PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
    process.env.NEXT_TELEMETRY_DISABLED = '1';
    await installDependencies();
    process.exitCode = (await body(process.argv.slice(2))) ?? 0;
  } catch (error) {
    process.stderr.write(`${process.env.DEBUG ? error.stack : error.message}\n`);
    process.exitCode = 1;
  }
}
