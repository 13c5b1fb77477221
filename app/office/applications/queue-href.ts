import type { QueueFilters } from '@/lib/applications/office-schema';

/** The address of a queue with its filters; what stands for itself is left out. */
export function queueHref(filters: Partial<QueueFilters>, base = '/office/applications'): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    const isDefault = (name === 'page' && value === 1) || (name === 'view' && value === 'waiting');
    if (value !== undefined && value !== '' && !isDefault) query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${base}?${text}` : base;
}
