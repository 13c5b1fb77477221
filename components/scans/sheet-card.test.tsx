import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SheetCard, type ShownSheet } from './sheet-card';

afterEach(cleanup);

const sheet: ShownSheet = {
  id: 'one',
  title: '第 8 页',
  source: '“扫描件.pdf”第 8 张',
  lamp: 'AMBER',
  pictureHref: '/api/sheets/one',
  findings: [
    { sentence: '盖章处没有看到公章。', cropHref: '/api/sheets/one?crop=seal', isGood: false },
    { sentence: '打印内容与系统生成的一致。', isGood: true },
  ],
};

it('says in words what its lamp means, and shows what to look at with the place cut out', () => {
  render(<SheetCard sheet={sheet} />);
  const card = screen.getByRole('article', { name: /第 8 页\s*请再看一眼/ });
  const open = within(card).getByRole('list', { name: '第 8 页的提示' });
  expect(within(open).getByText('盖章处没有看到公章。')).toBeTruthy();
  expect(within(open).getByRole('img').getAttribute('src')).toBe('/api/sheets/one?crop=seal');
  expect(within(open).queryByText('打印内容与系统生成的一致。')).toBeNull();
});

it('says that it is being examined, and nothing of findings yet', () => {
  render(<SheetCard sheet={{ ...sheet, lamp: 'WAITING', findings: [] }} />);
  expect(screen.getByText('正在检查')).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
});
