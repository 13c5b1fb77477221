import type { Finding } from './finding';
import type { SheetFiling } from './sort-sheets';

const red = (kind: Finding['kind'], sentence: string): Finding => ({ kind, lamp: 'RED', sentence, crop: null });

const findings: Record<SheetFiling, Finding | null> = {
  FILED: null,
  UNREAD: red('reading', '没有读出页面上的编码，请把整页拍清楚、不要遮住二维码，再上传一次。'),
  FOREIGN: red('identity', '这是另一份申报书的页，请删除。'),
  MIXED: red('identity', '这一张上有几份申报书的页，请分开扫描后再上传。'),
};

const contradictory = red(
  'reading',
  '一张纸上有两页的编码，没有归到任何一页：请每张只扫描或拍摄一页、旁边不要露出别的纸，再上传一次。',
);

export const isContradictory = (found: readonly Finding[]): boolean => found.some(({ sentence }) => sentence === contradictory.sentence);

/** No code says whose page it is; a person does, and others are to know. */
export const namedBy = (name: string): Finding => ({
  ...{ kind: 'identity', lamp: 'AMBER', crop: null },
  sentence: `编码没有读出，由${name}认定是这一页，请核对。`,
});

/** What the codes alone already say against a sheet. */
export const judgeFiling = (filing: SheetFiling, { isContradictory = false } = {}): Finding | null =>
  isContradictory ? contradictory : findings[filing];
