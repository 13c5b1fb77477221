import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';

export const listMargin = 48;
export const listRight = PAGE_WIDTH - listMargin;
export const listWidth = listRight - listMargin;
/** Rows end here; below stand the signature lines or the page number. */
export const rowsEnd = PAGE_HEIGHT - 96;

export const columns = [
  { key: 'position', title: '序号', width: 34, align: 'centre' },
  { key: 'number', title: '申报编号', width: 98, align: 'left' },
  { key: 'name', title: '姓名', width: 118, align: 'left' },
  { key: 'level', title: '级别', width: 40, align: 'centre' },
  { key: 'pages', title: '须盖章的页', width: 98, align: 'left' },
  { key: 'letters', title: '首张校验码', width: 68, align: 'centre' },
  { key: 'tick', title: '核对', width: listWidth - 456, align: 'centre' },
] as const;

export type ColumnKey = (typeof columns)[number]['key'];
