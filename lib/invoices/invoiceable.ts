import type { InvoiceStatusCode } from './lifecycle';

interface Money {
  paidFen: number;
  refundedFen: number;
}

/** What was paid and neither given back nor promised back. */
export const invoiceableFen = ({ paidFen, refundedFen }: Money): number => paidFen - refundedFen;

interface Billed {
  status: InvoiceStatusCode;
  amountFen: number;
}

/** Blue less red of an order: what its invoices say that it cost. */
export const invoicedFen = (invoices: readonly Billed[]): number =>
  invoices.reduce((sum, { status, amountFen }) => (status === 'ISSUED' || status === 'REVERSING' ? sum + amountFen : sum), 0);

/** Money went back after the invoice was issued: it has to be reversed. */
export const saysTooMuch = (order: Money & { invoices: readonly Billed[] }): boolean =>
  invoicedFen(order.invoices) > 0 && invoicedFen(order.invoices) !== invoiceableFen(order);
