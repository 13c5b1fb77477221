import { type Eligibility, evaluateEligibility } from '@/lib/catalogue/eligibility';
import type { RuleAnswer } from '@/lib/catalogue/evaluate-rule';
import type { FactName, Facts } from '@/lib/catalogue/facts';
import { rulesOfLevel } from '@/lib/catalogue/rules-of-level';
import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';

interface RulesToJudge {
  tx: Transaction;
  cycleLevelId: string;
  facts: Facts;
  /** Beijing day. */
  today: string;
}

/** Every rule of the level against what is known of this person. */
export async function judgeRules({ tx, cycleLevelId, facts, today }: RulesToJudge): Promise<Eligibility> {
  return evaluateEligibility(await rulesOfLevel(tx, cycleLevelId), { facts, today });
}

/** Hard rules refuse; what is not known yet does not (R9 to R14). */
export function insistOnRules(eligibility: Eligibility, fieldOf: Partial<Record<FactName, string>> = {}): void {
  const broken = eligibility.hard.filter(({ outcome }) => outcome === 'no');
  if (broken.length === 0) return;
  const fieldErrors: Record<string, string[]> = {};
  for (const rule of broken) {
    for (const fact of rule.decidedBy) {
      const field = fieldOf[fact];
      if (field) fieldErrors[field] = [...(fieldErrors[field] ?? []), refusalOf(rule)];
    }
  }
  throw new DomainError('RULE_BROKEN', broken.map(refusalOf).join(''), fieldErrors);
}

/** The notice's words and what in this case breaks them. */
export const refusalOf = ({ words, because }: RuleAnswer): string =>
  `${/[。！？]$/.test(words) ? words : `${words}。`}（${because.replace(/。$/, '')}）`;

/** As kept with the application: what each rule answered, and in which words. */
export function answersToKeep({ hard, advisory }: Eligibility): Prisma.InputJsonArray {
  return [...hard, ...advisory].map(({ code, version, title, words, isHard, outcome, because, toChange }) => ({
    code,
    version,
    title,
    words,
    isHard,
    outcome,
    because,
    toChange,
  }));
}
