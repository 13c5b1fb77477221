/** A name without what is written differently from paper to paper: spaces, dots, widths, case, invisible marks. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase();
