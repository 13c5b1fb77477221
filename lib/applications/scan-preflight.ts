import type { Assembly } from '@/lib/documents/scan/assemble-form';
import { type FindingKind, isHint, type Lamp } from '@/lib/documents/scan/finding';
import type { CheckCode } from './preflight/checks';
import type { PreflightResult } from './preflight/record-preflight';
import type { ChosenSheet } from './scan-hints';
import type { LiveSheet } from './stamped-scan';

const kindOf = {
  'scan.seal': ['seal'],
  'scan.signature': ['signature'],
  'scan.date': ['date'],
  'scan.print': ['print'],
  'scan.quality': ['quality', 'original'],
} as const satisfies Partial<Record<CheckCode, readonly FindingKind[]>>;

/** What the machine had said of every check when the form was handed in; identity and pages had passed, or it was refused. */
export function scanPreflight({ missing }: Assembly<LiveSheet>, chosen: readonly ChosenSheet[]): PreflightResult[] {
  const unread = missing.length > 0 ? `没有读出第 ${missing.join('、')} 页的编码。` : '';
  const named = sentencesOf(['identity'], chosen, isHint);
  return [
    { code: 'scan.identity', outcome: unread ? 'not_run' : named ? 'warned' : 'passed', because: `${unread}${named}` },
    { code: 'scan.pages', outcome: unread ? 'warned' : 'passed', because: unread },
    ...(Object.keys(kindOf) as (keyof typeof kindOf)[]).map((code) => resultOf(code, chosen)),
  ];
}

function resultOf(code: keyof typeof kindOf, chosen: readonly ChosenSheet[]): PreflightResult {
  const said = (tells: (finding: { lamp: Lamp }) => boolean): string => sentencesOf(kindOf[code], chosen, tells);
  const warnings = said(isHint);
  if (warnings) return { code, outcome: 'warned', because: warnings };
  const unchecked = said(({ lamp }) => lamp === 'GREY');
  if (unchecked) return { code, outcome: 'not_run', because: unchecked };
  const isBlind = chosen.some(({ sheet }) => sheet.lamp === null || sheet.findings.some(({ kind }) => kind === 'examination' || kind === 'reading'));
  return isBlind ? { code, outcome: 'not_run', because: '有的页没能自动检查。' } : { code, outcome: 'passed', because: '' };
}

function sentencesOf(kinds: readonly FindingKind[], chosen: readonly ChosenSheet[], tells: (finding: { lamp: Lamp }) => boolean): string {
  const sentences = chosen.flatMap(({ page, sheet }) =>
    sheet.findings
      .filter((finding) => kinds.includes(finding.kind) && tells(finding))
      .map(({ sentence }) => (page ? `第 ${page} 页：${sentence}` : sentence)),
  );
  return sentences.join('');
}
