import { describe, expect, it } from 'vitest';
import { assembleForm } from '@/lib/documents/scan/assemble-form';
import type { Finding } from '@/lib/documents/scan/finding';
import { chosenSheets, hintsOf } from './scan-hints';
import { scanPreflight } from './scan-preflight';
import type { LiveSheet } from './stamped-scan';

const sheet = (findings: Finding[]): LiveSheet => ({
  ...{ id: 'one', fileId: 'file', fileName: '盖章扫描件.pdf', sheet: 1, page: 1, filing: 'FILED', formVersion: 1, digest: 'print' },
  ...{ filedAt: new Date(0), isVoided: false, namedBy: null, isNoOriginal: false, handedInWith: null, voidedBecause: null, lamp: 'GREEN', findings },
});

function handedIn(...findings: Finding[]) {
  const form = { version: 1, issuedAt: new Date(0), pages: [{ number: 1, digest: 'print' }] };
  const assembly = assembleForm(form, [sheet(findings)]);
  const chosen = chosenSheets(assembly);
  return { hints: hintsOf(chosen), results: scanPreflight(assembly, chosen) };
}

const print = (lamp: Finding['lamp'], sentence: string): Finding => ({ kind: 'print', lamp, sentence, crop: null });

describe('what the machine had said when a form was handed in', () => {
  it('is not a pass where print was not compared, and asks nobody for a tick', () => {
    const { hints, results } = handedIn(print('GREY', '打印内容未比对。'));
    expect(hints).toEqual([]);
    expect(results).toContainEqual({ code: 'scan.print', outcome: 'not_run', because: '第 1 页：打印内容未比对。' });
  });

  it('is a pass where it was compared, and a warning where it differs', () => {
    expect(handedIn(print('GREEN', '一致。')).results).toContainEqual({ code: 'scan.print', outcome: 'passed', because: '' });
    const { hints, results } = handedIn(print('AMBER', '有的地方不一样。'));
    expect(hints).toEqual([{ page: 1, sentence: '有的地方不一样。' }]);
    expect(results).toContainEqual({ code: 'scan.print', outcome: 'warned', because: '第 1 页：有的地方不一样。' });
  });

  it('warns where no paper was seen', () => {
    const { results } = handedIn({ kind: 'original', lamp: 'AMBER', sentence: '看不出是不是纸质原件。', crop: null });
    expect(results).toContainEqual({ code: 'scan.quality', outcome: 'warned', because: '第 1 页：看不出是不是纸质原件。' });
  });
});
