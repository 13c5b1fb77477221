import type { Actor } from '@/lib/kernel/actor';
import { type Judgement, notYet, yes } from '@/lib/kernel/judgement';
import { type JudgedApplication, judge, relationsOf } from './policy';

export interface LockWish {
  applicationId: string;
  /** The version of the form that the page was drawn from. */
  baseVersion: number;
  /** Names the advice that was read and left as it is. */
  acknowledged?: string;
}

interface WithVersion extends JudgedApplication {
  formVersion: number;
}

/** Sent twice, the same wish has been granted already and is answered with the same result. */
export const isGranted = ({ status, formVersion }: WithVersion, { baseVersion }: LockWish): boolean =>
  status !== 'DRAFT' && formVersion === baseVersion + 1;

export function judgeLock(actor: Actor, application: WithVersion, now: Date, wish: LockWish): Judgement {
  if (relationsOf(actor, application).has('owner') && isGranted(application, wish)) return yes;
  const judgement = judge(actor, 'lock_form', application, now);
  if (judgement.answer !== 'yes' || application.formVersion === wish.baseVersion) return judgement;
  return notYet('这一页是以前打开的，内容可能已有变化，请刷新页面，重新核对后再提交。');
}
