import path from 'node:path';
import { startSimulator } from './simulator';

// A process of its own: a stand-in for the tax platform that the product talks to as to a stranger.
const simulator = await startSimulator({
  directory: path.join(path.resolve(process.env.DATA_DIR ?? '.data'), 'tax-simulator'),
  port: Number(process.env.TAX_SIMULATOR_PORT ?? 0),
  appId: process.env.TAX_APP_ID ?? '',
  secret: process.env.TAX_SECRET ?? '',
});
console.log(`tax simulator on ${simulator.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
}
