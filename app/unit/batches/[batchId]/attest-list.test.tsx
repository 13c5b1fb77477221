import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { BatchApplicant } from '@/lib/applications/batch/batch-page';
import type { Examining } from '@/lib/applications/scan-hints';
import { AttestList } from './attest-list';

vi.mock('../actions', () => ({ attestBatchAction: vi.fn() }));
afterEach(cleanup);

const applicant = (name: string, examining: Examining | null, more: Partial<BatchApplicant> = {}) =>
  ({
    ...{ id: name, number: name, name, level: 'PRIMARY', formVersion: 1, cycle: { name: '演示', unitAttestation: '属实。' } },
    ...{ pageCount: 7, missing: [], repeated: [], outdated: 0, lamps: [], scan: null, ...more },
    standing: { stand: 'ready', hints: examining ? [{ page: 1, sentence: '这一页还在检查。' }] : [], examining },
  }) as unknown as BatchApplicant;

it('ticks nobody whose pages are still being examined, and says so', () => {
  const waiting = applicant('乙示例', { pages: 3, pace: 'stuck', seconds: 30 });
  render(<AttestList batchId="b" applicants={[applicant('甲示例', null), waiting]} />);
  expect(screen.getByRole('checkbox', { name: /选择甲示例/ })).toHaveProperty('checked', true);
  expect(screen.getByRole('checkbox', { name: /选择乙示例/ })).toHaveProperty('checked', false);
  expect(screen.getByText('还在检查 3 页')).toBeTruthy();
  expect(screen.getByText('1 份还在检查，没有替您勾选')).toBeTruthy();
  expect(screen.getByText(/^检查停住了/)).toBeTruthy();
});

it('says by name which pages of a complete form came more than once', () => {
  render(<AttestList batchId="b" applicants={[applicant('甲示例', null, { repeated: [3], outdated: 1 }), applicant('乙示例', null)]} />);
  const row = screen.getByRole('row', { name: /甲示例/ });
  expect(row.textContent).toContain('有 1 张是旧版的页，内容已经改过，不能使用。第 3 页扫描了不止一次，以最后一次为准。');
  expect(screen.getByRole('row', { name: /乙示例/ }).textContent).not.toContain('不止一次');
});
