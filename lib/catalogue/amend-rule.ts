import type { z } from 'zod';
import type { EligibilityRule } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { expressionInWords } from './evaluate-rule';
import { levelNames } from './labels';
import type { LockedLevel } from './lock-cycle';
import { recordRevision } from './record-revision';
import { type Expression, ruleExpression } from './rule-expression';
import type { amendRuleInput, Change } from './schema';

type Input = z.output<typeof amendRuleInput>;
type Worded = Pick<EligibilityRule, 'title' | 'words' | 'source' | 'isHard'> & { expression: Expression };

/** Writes a new version of a rule, or its first; the version before stays, no longer active. */
export async function amendRule(step: Step<Transaction, LockedLevel, Input>): Promise<{ version: number }> {
  const { tx, actor, subject, input, now } = step;
  const versions = await tx.eligibilityRule.findMany({
    where: { cycleLevelId: subject.id, code: input.code },
    orderBy: { version: 'desc' },
  });
  const current = versions.find(({ isActive }) => isActive);
  const next = wordedBy(input, current ?? versions[0], subject.cycle.associationId);
  const position = current?.position ?? (await tx.eligibilityRule.count({ where: { cycleLevelId: subject.id } }));
  const version = (versions[0]?.version ?? 0) + 1;
  await recordRevision({
    tx,
    actor,
    cycle: subject.cycle,
    name: 'rule_amended',
    reason: input.reason,
    changes: changesOf(
      `${subject.level}.${input.code}`,
      `${levelNames[subject.level]}条款 ${input.code}`,
      current,
      next,
    ),
    now,
  });
  await tx.eligibilityRule.updateMany({
    where: { cycleLevelId: subject.id, code: input.code },
    data: { isActive: false },
  });
  await tx.eligibilityRule.create({
    data: {
      ...next,
      cycleLevelId: subject.id,
      code: input.code,
      version,
      position,
      createdById: actor.personId,
      createdAt: now,
    },
  });
  return { version };
}

function wordedBy(input: Input, before: EligibilityRule | undefined, associationId: string): Worded {
  const { title, words, source, strength, condition } = input;
  const worded = { title, words, source, isHard: strength === 'hard' };
  if (typeof condition === 'function') return { ...worded, expression: condition(associationId) };
  if (before) return { ...worded, expression: ruleExpression.parse(before.expression) };
  throw new DomainError('CONDITION_MISSING', '新条款需要选择判断条件。', { condition: ['请选择判断条件。'] });
}

const labels: Record<keyof Worded, string> = {
  title: '名称',
  words: '原文',
  source: '出处',
  isHard: '效力',
  expression: '判断条件',
};

function changesOf(field: string, label: string, before: EligibilityRule | undefined, after: Worded): Change[] {
  return (Object.keys(labels) as (keyof Worded)[]).flatMap((part) => {
    const was = before ? partWords(part, { ...before, expression: ruleExpression.parse(before.expression) }) : '';
    const is = partWords(part, after);
    return was === is
      ? []
      : [{ field: `${field}.${part}`, label: `${label}：${labels[part]}`, before: was, after: is }];
  });
}

function partWords(part: keyof Worded, rule: Worded): string {
  if (part === 'isHard') return rule.isHard ? '不符合即不能申报' : '仅作提示';
  return part === 'expression' ? expressionInWords(rule.expression) : rule[part];
}
