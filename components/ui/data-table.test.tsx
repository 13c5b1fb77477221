import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { DataTable } from './data-table';

afterEach(cleanup);

const columns = [
  { key: 'name', title: '考生姓名', cell: (row: Row) => row.name, lead: true },
  { key: 'unit', title: '工作单位', cell: (row: Row) => row.unit },
];
type Row = { id: string; name: string; unit: string };
const rows: Row[] = [{ id: '1', name: '王示例', unit: '示例中学' }];

describe('a table', () => {
  it('names its rows and columns, and says in each cell what it is when it becomes a card', () => {
    render(
      <DataTable
        caption="申报"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/a/${row.id}`}
      />,
    );
    const table = screen.getByRole('table', { name: '申报' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['考生姓名', '工作单位']);
    expect(within(table).getByRole('rowheader', { name: '王示例' })).toBeTruthy();
    expect(within(table).getByRole('link', { name: '王示例' }).getAttribute('href')).toBe('/a/1');
    expect(within(table).getByText('示例中学').getAttribute('data-label')).toBe('工作单位');
  });

  it('offers a labelled tick for each row', () => {
    render(
      <DataTable
        caption="申报"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        select={{ name: 'ids', label: (row) => `选择${row.name}`, form: 'bulk' }}
      />,
    );
    expect(screen.getByRole('checkbox', { name: '选择王示例' })).toMatchObject({ value: '1', name: 'ids' });
  });

  it('says that there is nothing', () => {
    render(<DataTable caption="申报" columns={columns} rows={[]} rowKey={(row) => row.id} />);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByRole('heading', { name: '目前没有记录' })).toBeTruthy();
  });
});
