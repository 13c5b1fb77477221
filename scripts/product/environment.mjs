import { demoSecrets, taxSecret } from './secrets.mjs';

/** The settings that every process of one product runs with, also one that is started again later. */
export function productEnvironment(settings, { databaseUrl, gatewayPort, taxPort, hotReload }) {
  return {
    ...settings.given,
    ...(settings.appMode === 'demo' ? demoSecrets(settings) : {}),
    NODE_ENV: hotReload ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(settings.port),
    APP_MODE: settings.appMode,
    APP_URL: settings.appUrl,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    ...gatewayAddress(gatewayPort),
    ...taxAddress(taxPort, settings),
    ...movedClock(settings.clock),
  };
}

function gatewayAddress(port) {
  if (!port) return {};
  return { SANDBOX_GATEWAY_PORT: String(port), SANDBOX_GATEWAY_URL: `http://127.0.0.1:${port}` };
}

function taxAddress(port, { dataDir }) {
  if (!port) return {};
  const place = { TAX_SIMULATOR_PORT: String(port), TAX_URL: `http://127.0.0.1:${port}` };
  return { ...place, TAX_APP_ID: 'simulator', TAX_SECRET: taxSecret(dataDir) };
}

// With the instant since when it is so, the moved clock shows the same time in every process.
function movedClock(clock) {
  if (!clock) return {};
  return { APP_CLOCK: clock, APP_CLOCK_SINCE: new Date().toISOString() };
}
