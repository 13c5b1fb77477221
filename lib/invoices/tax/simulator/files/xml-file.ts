import { type InvoiceWords, notAnInvoice } from './invoice-words';

export function xmlFile(words: InvoiceWords): Buffer {
  const { number, blueNumber, issuedAt, buyer, buyerTaxNumber, sellerTaxNumber, item, taxRate, amount, remark, heading } = words;
  const lines = Object.entries({
    InvoiceType: heading,
    InvoiceNumber: number,
    ...(blueNumber ? { OriginalInvoiceNumber: blueNumber } : {}),
    IssueTime: issuedAt,
    BuyerName: buyer,
    BuyerTaxNumber: buyerTaxNumber,
    SellerTaxNumber: sellerTaxNumber,
    ItemName: item,
    TaxRate: taxRate,
    TotalAmount: amount,
    Remark: remark,
    Notice: notAnInvoice,
  });
  const elements = lines.map(([name, value]) => `  <${name}>${xmlText(value)}</${name}>`);
  return Buffer.from(['<?xml version="1.0" encoding="UTF-8"?>', '<EInvoice>', ...elements, '</EInvoice>', ''].join('\n'));
}

/** What XML 1.0 allows, escaped. */
export const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
