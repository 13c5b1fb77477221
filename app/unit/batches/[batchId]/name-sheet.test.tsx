import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { BatchApplicant } from '@/lib/applications/batch/batch-page';
import type { LooseKind, LooseSheet } from '@/lib/applications/batch/loose-sheets';
import { NameSheet } from './name-sheet';

vi.mock('../actions', () => ({ nameSheetAction: vi.fn() }));
afterEach(cleanup);

const loose = (sheet: number, kind: LooseKind, hasPicture = true): LooseSheet => ({ sheetId: `s${sheet}`, fileName: '整叠.pdf', sheet, kind, because: null, hasPicture });

const applicant = (name: string, missing: number[], stand: string) =>
  ({ id: name, name, number: 'JS2024000123', missing, standing: { stand, because: '' } }) as unknown as BatchApplicant;

const people = [applicant('甲示例', [2, 5], 'incomplete'), applicant('乙示例', [], 'ready'), applicant('丙示例', [1], 'own')];

it('offers unread sheets to who sees them, and the pages that somebody misses', () => {
  render(<NameSheet batchId="b" loose={[loose(1, 'unread'), loose(2, 'foreign'), loose(3, 'blank'), loose(4, 'unread', false)]} applicants={people} />);
  const optionsOf = (label: string) => within(screen.getByLabelText(label)).getAllByRole('option').map(({ textContent }) => textContent);
  expect(optionsOf('哪一张').slice(1)).toEqual(['“整叠.pdf”第 1 张']);
  expect(optionsOf('是谁的第几页').slice(1)).toEqual(['甲示例的第 2 页', '甲示例的第 5 页']);
});

it('is not there where nothing can be named', () => {
  const { container } = render(<NameSheet batchId="b" loose={[loose(4, 'unread', false)]} applicants={people} />);
  expect(container.textContent).toBe('');
});
