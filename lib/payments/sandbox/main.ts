import path from 'node:path';
import { startGateway } from './gateway.ts';

// A process of its own: a stand-in for the payment provider that the product talks to as to a stranger.
const gateway = await startGateway({
  directory: path.join(path.resolve(process.env.DATA_DIR ?? '.data'), 'sandbox-gateway'),
  port: Number(process.env.SANDBOX_GATEWAY_PORT ?? 0),
});
console.log(`sandbox gateway on ${gateway.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void gateway.stop().then(() => process.exit(0)));
}
