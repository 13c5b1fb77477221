import { expect } from '@playwright/test';
import type { House } from './house';

const queries: Record<string, (ids: House['ids']) => string> = {
  '/apply/start': ({ levelId }) => `?level=${levelId}`,
  '/office/finance/exports/file': () => '?table=orders&from=2025-01-01&to=2025-12-31&format=csv',
  '/office/sanctions/new': ({ unitId }) => `?unit=${unitId}`,
  '/my/account/privacy/request': () => '?kind=CORRECT_NAME',
};

/** /apply/[applicationId]/check, with what the house has for each part that changes. */
export function addressIn({ ids }: House, route: string): string {
  const path = route.replace(/\[(\[[^\]]*\]|[^\]]*)\]/g, (_, name: string) => ids[name] ?? 'missing');
  expect(path, route).not.toContain('missing');
  return `${path}${queries[route]?.(ids) ?? ''}`;
}
