export const invoiceStatuses = ['REQUESTED', 'ISSUING', 'FAILED', 'ISSUED', 'REVERSING', 'REVERSED'] as const;
export type InvoiceStatusCode = (typeof invoiceStatuses)[number];

export const invoiceLabels: Record<InvoiceStatusCode, { label: string; tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger' }> = {
  REQUESTED: { label: '未开', tone: 'neutral' },
  ISSUING: { label: '开票中', tone: 'info' },
  FAILED: { label: '开票失败', tone: 'danger' },
  ISSUED: { label: '已开', tone: 'success' },
  REVERSING: { label: '红冲中', tone: 'warning' },
  REVERSED: { label: '已红冲', tone: 'neutral' },
};

export type InvoiceRelation = 'payer' | 'finance' | 'platform';

interface Move {
  from: readonly InvoiceStatusCode[];
  /** Null where the invoice is gone afterwards. */
  to: InvoiceStatusCode | null;
  by: readonly InvoiceRelation[];
  /** Who instead, where the tax platform has the invoice. */
  byPlatform?: readonly InvoiceRelation[];
  /** Said to who may, but not now. */
  otherwise: string;
}

const onlyUnissued = '发票已在开具或已经开出，不能再修改或删除；需要更正时请申请红冲重开。';

/** Everything that can become of an invoice; buttons, server and tests read the same table. */
export const invoiceMoves = {
  amend: { from: ['REQUESTED'], to: 'REQUESTED', by: ['payer'], otherwise: onlyUnissued },
  delete: { from: ['REQUESTED'], to: null, by: ['payer'], otherwise: onlyUnissued },
  take: { from: ['REQUESTED'], to: 'ISSUING', by: ['finance'], otherwise: '这张发票已经取走开具。' },
  record_issued: { from: ['ISSUING'], to: 'ISSUED', by: ['finance'], byPlatform: ['platform'], otherwise: '这张发票不在开票中。' },
  record_failed: { from: ['ISSUING'], to: 'FAILED', by: ['finance'], byPlatform: ['platform'], otherwise: '这张发票不在开票中。' },
  record_issued_late: { from: ['FAILED'], to: 'ISSUED', by: ['finance'], byPlatform: [], otherwise: '只有开票失败的发票才能补登号码。' },
  ask_again: { from: ['FAILED'], to: 'REQUESTED', by: ['payer', 'finance'], otherwise: '只有开票失败的发票才能重新申请。' },
  ask_reversal: { from: ['ISSUED'], to: 'REVERSING', by: ['payer', 'finance'], otherwise: '只有已开的发票才能红冲。' },
  drop_reversal: { from: ['REVERSING'], to: 'ISSUED', by: ['finance'], otherwise: '这张发票不在红冲中。' },
  refuse_reversal: { from: ['REVERSING'], to: 'REVERSING', by: [], byPlatform: ['platform'], otherwise: '这张发票不在红冲中。' },
  retry_reversal: { from: ['REVERSING'], to: 'REVERSING', by: [], byPlatform: ['finance'], otherwise: '这张发票不在红冲中。' },
  record_reversed: { from: ['REVERSING'], to: 'REVERSED', by: ['finance'], byPlatform: ['platform', 'finance'], otherwise: '这张发票不在红冲中。' },
} as const satisfies Record<string, Move>;

export type InvoiceMove = keyof typeof invoiceMoves;

export const moveOf = (name: InvoiceMove): Move => invoiceMoves[name];
