import type { EligibilityRule } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Rule } from './evaluate-rule';
import { ruleExpression } from './rule-expression';

/** The single reader of stored rules: those in force, in their order, with the expression parsed. */
export async function rulesOfLevel(tx: Pick<Transaction, 'eligibilityRule'>, cycleLevelId: string): Promise<Rule[]> {
  const rows = await tx.eligibilityRule.findMany({
    where: { cycleLevelId, isActive: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
  return rows.map(ruleOfRow);
}

export function ruleOfRow(row: EligibilityRule): Rule {
  const { code, version, title, words, source, isHard } = row;
  return { code, version, title, words, source, isHard, expression: ruleExpression.parse(row.expression) };
}
