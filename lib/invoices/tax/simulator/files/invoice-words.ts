import { beijing } from '../beijing-time';
import type { Blue, BlueInput, Red } from '../books';

/** What stands on an invoice, blue or red. */
export interface InvoiceWords {
  heading: string;
  number: string;
  /** Of the blue one, on a red one. */
  blueNumber: string;
  issuedAt: string;
  sellerTaxNumber: string;
  buyer: string;
  buyerTaxNumber: string;
  item: string;
  taxRate: string;
  /** Negative on a red one. */
  amount: string;
  remark: string;
}

export function wordsOf({ entry, blue }: { entry: Blue | Red; blue: BlueInput }): InvoiceWords {
  const isRed = entry.kind === 'red';
  return {
    heading: isRed ? '红字电子发票（普通发票）' : '电子发票（普通发票）',
    number: entry.number,
    blueNumber: isRed ? entry.input.number : '',
    issuedAt: beijing(entry.readyAt),
    sellerTaxNumber: blue.sellerTaxNumber,
    buyer: blue.buyer.name,
    buyerTaxNumber: blue.buyer.taxNumber,
    item: blue.item.name,
    taxRate: blue.item.taxRate,
    amount: `${isRed ? '-' : ''}${blue.amount}`,
    remark: `订单 ${blue.orderNumber}`,
  };
}

/** Label and value, in the order in which they are read. */
export const linesOf = (words: InvoiceWords): [label: string, value: string][] => [
  ['发票号码', words.number],
  ...(words.blueNumber ? [['对应蓝字发票', words.blueNumber] as [string, string]] : []),
  ['开票日期', words.issuedAt.slice(0, 10)],
  ['购买方名称', words.buyer],
  ['购买方纳税人识别号', words.buyerTaxNumber || '—'],
  ['销售方纳税人识别号', words.sellerTaxNumber],
  ['项目名称', words.item],
  ['税率', words.taxRate],
  ['价税合计', `¥${words.amount}`],
  ['备注', words.remark],
];

export const notAnInvoice = '由模拟平台生成，不是真实发票，不能用作凭证';
