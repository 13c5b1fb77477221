const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words that the dictionary tears apart, and the long ones that read better in one piece. */
const compounds = ['青少年科技辅导员', '科技辅导员', '专业水平认证', '手机号', '申报书'];

/** 江苏省初级科技辅导员专业水平认证: 江苏省, 初级, 科技辅导员, 专业水平认证. Joined they are the text. */
export function phrasesOf(text: string): string[] {
  const found: string[] = [];
  for (const piece of text.split(new RegExp(`(${compounds.join('|')})`)).filter(Boolean)) {
    if (compounds.includes(piece)) found.push(piece);
    else for (const { segment } of words.segment(piece)) add(found, segment);
  }
  return found;
}

/** A mark, a single character and what is no Chinese belong to what stands before; what follows an opening mark, to it. */
function add(found: string[], segment: string): void {
  const before = found.at(-1);
  const leans = /^[\p{P}\p{S}\s]/u.test(segment) ? !/^[（《“‘〔【]/.test(segment) : [...segment].length === 1;
  const isAfterOpening = before !== undefined && /[（《“‘〔【]$/.test(before);
  const isAfterDigits = before !== undefined && /[\w.]$/.test(before);
  if (before === undefined || !(leans || isAfterOpening || isAfterDigits)) found.push(segment);
  else found[found.length - 1] = before + segment;
}
