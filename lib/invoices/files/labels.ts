import type { InvoiceFileFormat, InvoiceSide } from '@/lib/db/generated/client';

export const formatTypes: Record<InvoiceFileFormat, { extension: string; mediaType: string }> = {
  PDF: { extension: 'pdf', mediaType: 'application/pdf' },
  OFD: { extension: 'ofd', mediaType: 'application/ofd' },
  XML: { extension: 'xml', mediaType: 'application/xml' },
};

export const sideLabels: Record<InvoiceSide, string> = { BLUE: '发票', RED: '红字发票' };
