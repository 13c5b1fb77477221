import type { ReturnFilters } from '@/lib/applications/return-statistics/queries';

/** The statistics, or what lies below them, with these filters. */
export function returnsHref(filters: ReturnFilters, below = ''): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== undefined) as [string, string][]);
  const text = query.toString();
  return `/office/statistics/returns${below}${text ? `?${text}` : ''}`;
}
