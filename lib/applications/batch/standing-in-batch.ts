import type { Judgement } from '@/lib/kernel/judgement';
import { awaited, chosenSheets, type Examining, examiningOf, type Hint, hintsOf } from '../scan-hints';
import type { ScanOfMany } from '../stamped-scans';

/** What can be done for one application of a stack now. */
export type StandingInBatch =
  | { stand: 'ready'; hints: Hint[]; examining: Examining | null }
  /** The machine is still looking at some pages, and is waited for. */
  | { stand: 'examining'; pages: number }
  | { stand: 'incomplete'; because: string }
  /** Handed in with just these pages. */
  | { stand: 'handed_in' }
  /** Attested a moment ago; the worker is handing it in. */
  | { stand: 'under_way' }
  /** Never attested by himself. */
  | { stand: 'own' }
  | { stand: 'not_now'; because: string };

interface Facts {
  isOwn: boolean;
  isUnderWay: boolean;
  /** Of handing in the stamped form. */
  judgement: Judgement;
  /** Null where no form is issued now. */
  scan: ScanOfMany | null;
  now: Date;
}

/** The same order in which handing in itself refuses, so that the list promises nothing that is refused afterwards. */
export function standingInBatch({ isOwn, isUnderWay, judgement, scan, now }: Facts): StandingInBatch {
  if (isOwn) return { stand: 'own' };
  if (isUnderWay) return { stand: 'under_way' };
  if (!scan) return { stand: 'not_now', because: '申报书正在修改，还没有重新提交报名。' };
  const chosen = chosenSheets(scan.assembly);
  const handedIn = new Set(scan.handedIn);
  const isSame = scan.handedIn?.length === chosen.length && chosen.every(({ sheet }) => handedIn.has(sheet.id));
  if (isSame) return { stand: 'handed_in' };
  if (judgement.answer !== 'yes') {
    return { stand: 'not_now', because: judgement.answer === 'not_yet' ? judgement.because : '现在不能提交盖章件。' };
  }
  if (scan.assembly.outcome === 'refused') return { stand: 'incomplete', because: scan.assembly.sentence };
  const waiting = awaited(chosen, now);
  if (waiting.length > 0) return { stand: 'examining', pages: waiting.length };
  return { stand: 'ready', hints: hintsOf(chosen), examining: examiningOf(chosen, now) };
}
