/** Pasted text carries invisible characters; they would be reported as missing although nobody can see them. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replace(/[^\n\P{Cc}]|\p{Cf}|\ufe0e|\ufe0f/gu, '');
}
