import path from 'node:path';
import { at } from '../bootstrap/project.mjs';

/**
 * What a start needs to know before the product reads its settings itself (lib/env.ts).
 * @param {Record<string, string | undefined>} source
 */
export function productSettings(source = process.env) {
  const port = Number(source.PORT || 3000);
  const host = source.HOST || '127.0.0.1';
  return {
    port,
    host,
    appMode: source.APP_MODE || 'demo',
    appUrl: source.APP_URL || `http://127.0.0.1:${port}`,
    clock: source.APP_CLOCK || null,
    dataDir: path.resolve(at(), source.DATA_DIR || '.data'),
    databaseUrl: source.DATABASE_URL || null,
    gatewayPort: source.SANDBOX_GATEWAY_PORT ? Number(source.SANDBOX_GATEWAY_PORT) : null,
    taxPort: source.TAX_SIMULATOR_PORT ? Number(source.TAX_SIMULATOR_PORT) : null,
    given: source,
  };
}
