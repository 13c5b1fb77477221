import type { BatchApplicant } from '@/lib/applications/batch/batch-page';

/** What has come of somebody's form beyond one sheet a page; empty for nothing. */
export function surplusInWords({ outdated, repeated }: Pick<BatchApplicant, 'outdated' | 'repeated'>): string {
  return [
    ...(outdated > 0 ? [`有 ${outdated} 张是旧版的页，内容已经改过，不能使用。`] : []),
    ...(repeated.length > 0 ? [`第 ${repeated.join('、')} 页扫描了不止一次，以最后一次为准。`] : []),
  ].join('');
}
