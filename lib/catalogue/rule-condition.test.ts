import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { expressionInWords } from './evaluate-rule';
import { type ConditionKind, conditionKinds, conditionParts, writtenCondition } from './rule-condition';
import { ruleExpression } from './rule-expression';

const everything = {
  categories: ['STUDENT', 'nonsense'],
  education: 'BACHELOR',
  amount: '5',
  certificateLevels: ['PRIMARY'],
  certificateFrom: 'own',
  achievementLevel: 'CITY',
};

const read = z.object(conditionParts).transform((parts, context) => writtenCondition(parts, context) ?? z.NEVER);

function expressionOf(condition: ConditionKind, associationId = 'jiangsu') {
  const written = read.parse({ ...everything, condition });
  return typeof written === 'function' ? written(associationId) : null;
}

const said: Record<Exclude<ConditionKind, 'keep'>, string> = {
  person: '由审核人员认定',
  none: '没有条件，只是说明',
  category_in: '申报类别是“高校科学教育相关专业在读学生”',
  category_not_in: '申报类别不是“高校科学教育相关专业在读学生”',
  own_region: '所在单位（学校）所在地是“江苏省”',
  leads_activities: '组织或指导青少年科技教育活动',
  science_major: '申报类别不是“高校科学教育相关专业在读学生”，或者就读的是科学教育相关专业',
  education: '最高学历不低于“大学本科”',
  years: '连续从事科技辅导工作的年限不低于 5 年',
  age_at_least: '按出生日期到申报当日年满 5 周岁',
  age_at_most: '按出生日期到申报当日不超过 5 周岁',
  certificate: '已持有的认证证书中有有效的江苏省初级证书',
  achievements: '业绩成果中有至少 5 项市级及以上的业绩成果',
};

describe('a condition that staff choose', () => {
  test.each(Object.entries(said))('%s is a rule that can be stored, and reads in Chinese', (kind, words) => {
    const expression = expressionOf(kind as ConditionKind);
    expect(ruleExpression.parse(expression)).toEqual(expression);
    expect(expression && expressionInWords(expression)).toBe(words);
  });

  test('to keep what stands is no expression', () => {
    expect(expressionOf('keep')).toBeNull();
    expect(Object.keys(conditionKinds).sort()).toEqual([...Object.keys(said), 'keep'].sort());
  });

  test('of its own province there is none for the national association', () => {
    expect(() => expressionOf('own_region', 'national')).toThrow(/没有“本省”/);
  });
});
