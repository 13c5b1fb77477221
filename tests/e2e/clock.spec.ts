import { expect, test } from './start-product';

test('a product of the past runs beside the others', { tag: '@desktop' }, async ({ productAt }) => {
  const product = await productAt('2025-02-20T09:00:00+08:00');
  expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
  expect(product.env.APP_CLOCK).toBe('2025-02-20T09:00:00+08:00');
});
