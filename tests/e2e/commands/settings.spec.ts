import { expect, test } from '@playwright/test';
import { startTestProduct } from '../../../scripts/testing/test-product.mjs';

const postgresUrl = process.env.E2E_POSTGRES_URL ?? '';

test('production does not start with what belongs to the demo, and names all of it', async () => {
  const start = startTestProduct({ postgresUrl, clock: '2025-02-20T09:00:00+08:00', env: { APP_MODE: 'production' } });
  await expect(start).rejects.toThrow(
    /AUTH_SECRET must be set; FIELD_KEYS must be set; .*APP_CLOCK is for demo mode only.*sandbox.*https:\/\//,
  );
});

test('a setting that cannot be read is named', async () => {
  await expect(startTestProduct({ postgresUrl, clock: 'yesterday' })).rejects.toThrow(/settings: APP_CLOCK: /);
});
