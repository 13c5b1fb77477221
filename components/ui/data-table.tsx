import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { EmptyState } from './empty-state';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Never broken over lines on a wide screen: numbers, dates, tags. */
  nowrap?: boolean;
  /** The cell that names the row: its header, and the heading of its card on a phone. */
  lead?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Where the lead cell links to. */
  rowHref?: (row: Row) => string;
  empty?: ReactNode;
  dense?: boolean;
  /** A checkbox a row, sent with the surrounding form or the form with this id. */
  select?: {
    name: string;
    label: (row: Row) => string;
    form?: string;
    /** Ticked from the start. */
    isChosen?: (row: Row) => boolean;
    /** Shown, and not for choosing. */
    isDisabled?: (row: Row) => boolean;
  };
  id?: string;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, empty, dense, select, id } = props;
  if (rows.length === 0) return empty ?? <EmptyState title="目前没有记录" />;
  return (
    <table id={id} className={classNames('data-table', dense && 'data-table-dense')}>
      <caption className={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {select ? (
            <th scope="col">
              <span className="sr-only">选择</span>
            </th>
          ) : null}
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cellClass(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {select ? (
              <td className="is-choice">
                <label className="row-choice">
                  <span className="sr-only">{select.label(row)}</span>
                  <input
                    type="checkbox"
                    name={select.name}
                    value={rowKey(row)}
                    form={select.form}
                    defaultChecked={select.isChosen?.(row)}
                    disabled={select.isDisabled?.(row)}
                  />
                </label>
              </td>
            ) : null}
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} href={column.lead ? props.rowHref?.(row) : undefined} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href?: string }) {
  const content = href ? (
    <a className="text-link" href={href}>
      {column.cell(row)}
    </a>
  ) : (
    column.cell(row)
  );
  const shared = { 'data-label': column.title, className: cellClass(column) };
  if (!column.lead) return <td {...shared}>{content}</td>;
  return (
    <th scope="row" data-lead="" {...shared}>
      {content}
    </th>
  );
}

function cellClass<Row>({ numeric, nowrap }: Column<Row>): string | undefined {
  return classNames(numeric && 'is-numeric', nowrap && 'is-nowrap') || undefined;
}
