import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { LiveSheet, StampedScan } from '@/lib/applications/stamped-scan';
import { NewArrivals } from './new-arrivals';

afterEach(cleanup);

const sheetOf = (fileId: string): LiveSheet => ({
  ...{ id: fileId, fileId, fileName: `${fileId}.pdf`, sheet: 1, page: 3, filing: 'FILED', formVersion: 1, digest: 'D' },
  ...{ filedAt: new Date(0), isVoided: false, namedBy: null, isNoOriginal: false, handedInWith: null, voidedBecause: null, lamp: 'GREEN', findings: [] },
});

/** The last of these files is the page that counts. */
const scanWith = (...files: string[]) =>
  ({
    files: files.map((id) => ({ id, name: `${id}.pdf` })),
    assembly: { pages: [{ page: 3, sheet: sheetOf(files.at(-1) ?? '') }], foreign: [], unread: [], outdated: [], noOriginals: [] },
  }) as unknown as StampedScan;

it('says nothing of what had come before the page was opened', () => {
  const { container } = render(<NewArrivals scan={scanWith('first')} page={3} seen="first" />);
  expect(container.textContent).toBe('');
});

it('says what has come since', () => {
  render(<NewArrivals scan={scanWith('first', 'again')} page={3} seen="first" />);
  expect(screen.getByText('第 3 页已换成“again.pdf”')).toBeTruthy();
});
