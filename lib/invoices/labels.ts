export const titleKinds = ['INDIVIDUAL', 'COMPANY', 'PUBLIC_UNIT'] as const;
export type TitleKind = (typeof titleKinds)[number];

/** As in the notice: whom the invoice is for. */
export const titleKindLabels: Record<TitleKind, string> = { INDIVIDUAL: '个人', COMPANY: '单位', PUBLIC_UNIT: '事业单位' };

export type InvoiceWayCode = 'CLIENT' | 'PLATFORM';

/** The one kind that is issued. */
export const invoiceKind = '电子普通发票';
