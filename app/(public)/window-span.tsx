import type { PublicCycle } from '@/lib/catalogue/queries';
import { longDateTime } from '@/lib/kernel/dates';

/** 2025年1月20日 00:00 至 2025年3月3日 23:59, broken between the two times and nowhere else. */
export function WindowSpan({ applyOpensAt, applyClosesAt }: Pick<PublicCycle, 'applyOpensAt' | 'applyClosesAt'>) {
  return (
    <>
      <span className="whitespace-nowrap">{longDateTime(applyOpensAt)}</span>{' '}
      <span className="whitespace-nowrap">至 {longDateTime(applyClosesAt)}</span>
    </>
  );
}
