const FIGURES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as headings count: 一, 十, 十二, 二十. */
export function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : FIGURES[tens]}十`;
  return `${ten}${FIGURES[number % 10]}`;
}
