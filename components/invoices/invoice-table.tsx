import type { ReactNode } from 'react';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { invoiceKind, titleKindLabels, type TitleKind } from '@/lib/invoices/labels';
import { invoiceLabels, type InvoiceStatusCode } from '@/lib/invoices/lifecycle';

export interface InvoiceRow {
  id: string;
  email: string;
  kind: TitleKind;
  title: string;
  taxNumber: string;
  amountFen: number;
  status: InvoiceStatusCode;
  /** 修改 and 删除, or what else can be done. */
  steps: ReactNode;
}

/** The eight columns of the notice. */
export function InvoiceTable({ caption, rows }: { caption: string; rows: InvoiceRow[] }) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title="还没有发票">在下面的订单中申请。</EmptyState>}
    />
  );
}

const columns: Column<InvoiceRow>[] = [
  { key: 'email', title: '接收邮箱', cell: ({ email }) => email },
  { key: 'kind', title: '发票类型', nowrap: true, cell: ({ kind }) => titleKindLabels[kind] },
  { key: 'sort', title: '开票类型', nowrap: true, cell: () => invoiceKind },
  { key: 'title', title: '发票抬头', lead: true, cell: ({ title }) => title },
  { key: 'tax', title: '纳税人识别号', nowrap: true, cell: ({ taxNumber }) => taxNumber || '—' },
  { key: 'amount', title: '金额', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  { key: 'status', title: '开票状态', nowrap: true, cell: ({ status }) => <StatusTag {...invoiceLabels[status]} /> },
  { key: 'steps', title: '操作', cell: ({ steps }) => steps },
];
