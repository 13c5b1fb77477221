import { test as base } from '@playwright/test';
import { startTestProduct } from '../../scripts/testing/test-product.mjs';

type Product = Awaited<ReturnType<typeof startTestProduct>>;
type ProductAt = (clock: string) => Promise<Product>;

/** `productAt('2025-02-20T09:00:00+08:00')` is a whole product that lives at that instant; one a clock and worker. */
export const test = base.extend<object, { productAt: ProductAt }>({
  productAt: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const postgresUrl = process.env.E2E_POSTGRES_URL;
      if (!postgresUrl) throw new Error('E2E_POSTGRES_URL is missing: run npm test -- --only e2e.');
      const products = new Map<string, Promise<Product>>();
      await use((clock) => {
        const product = products.get(clock) ?? startTestProduct({ postgresUrl, clock });
        products.set(clock, product);
        return product;
      });
      for (const product of products.values()) await (await product).stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

export { expect } from '@playwright/test';
