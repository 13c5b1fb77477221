/** A 盖章清单 in words: what the unit's handler goes through with the stack before him. */
export interface ListWords {
  packetNumber: string;
  unitName: string;
  /** 2025年2月10日 */
  madeOn: string;
  isDuplex: boolean;
  isDemonstration: boolean;
  rows: ListRow[];
}

export interface ListRow {
  number: string;
  name: string;
  level: string;
  version: number;
  /** 全部 10 页, or 第 3、7 页. */
  pages: string;
  /** The last eight letters beside the code of the first sheet of this form, in fours. */
  letters: string;
}

export interface ListTotals {
  forms: number;
  /** Printed pages of forms, without this list and blank backs. */
  pages: number;
  sheets: number;
}
