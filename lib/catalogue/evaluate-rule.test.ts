import { describe, expect, test } from 'vitest';
import { evaluateRule } from './evaluate-rule';
import type { Facts } from './facts';
import { type Expression, ruleExpression } from './rule-expression';

const about = { code: 'T1', version: 1, title: '试验条款', words: '试验条款的原文。', source: '', isHard: true };
const answer = (expression: Expression, facts: Facts) =>
  evaluateRule({ ...about, expression }, { facts, today: '2025-02-01' });

describe('sentences', () => {
  test('a refusal says which fact with which value, and what would change it', () => {
    const notKindergarten: Expression = { fact: 'category', is: 'not_in', value: ['KINDERGARTEN_TEACHER', 'STUDENT'] };
    expect(answer(notKindergarten, { category: 'KINDERGARTEN_TEACHER' })).toMatchObject({
      because: '不符合：申报类别是“幼儿园教师”。',
      toChange: '如果申报类别不是“幼儿园教师”或“高校科学教育相关专业在读学生”，就符合本条。',
    });
  });

  test('what is still open is told without the ways that are closed already', () => {
    const teachersLead: Expression = {
      any: [
        { fact: 'category', is: 'not_in', value: ['KINDERGARTEN_TEACHER'] },
        { fact: 'leadsActivities', is: 'is_true' },
      ],
    };
    const { outcome, toChange } = answer(teachersLead, { category: 'KINDERGARTEN_TEACHER' });
    expect(outcome).toBe('unknown');
    expect(toChange).toBe('如果组织或指导青少年科技教育活动，就符合本条。');
    expect(answer(teachersLead, {}).toChange).toContain('申报类别不是“幼儿园教师”，或者');
  });

  test('a certificate of another province does not count, nor one that has lapsed', () => {
    const jiangsu: Expression = {
      fact: 'certificates',
      is: 'includes',
      value: { levels: ['INTERMEDIATE'], associations: ['jiangsu'] },
    };
    const held = (associationId: string, isValid?: boolean): Facts => ({
      certificates: [{ level: 'INTERMEDIATE', associationId, isValid }],
    });
    expect(answer(jiangsu, held('jiangsu', true)).because).toBe('符合：已持有的认证证书是“江苏省中级”。');
    expect(answer(jiangsu, held('zhejiang', true)).because).toBe('不符合：已持有的认证证书是“浙江省中级”。');
    expect(answer(jiangsu, held('jiangsu', false)).because).toBe('不符合：已持有的认证证书是“江苏省中级（已失效）”。');
    expect(answer(jiangsu, { certificates: [] }).toChange).toBe(
      '如果已持有的认证证书中有有效的江苏省中级证书，就符合本条。',
    );
    expect(answer(jiangsu, held('jiangsu')).outcome).toBe('unknown');
  });

  test('a group of which two of three are needed says so', () => {
    const recent = { levelAtLeast: 'NATION', withinYears: 10, on: '2022-01-01' } as const;
    const twoOfThree: Expression = {
      atLeast: 2,
      of: [
        { fact: 'achievements', is: 'includes', value: { kinds: ['STUDENT_CONTEST_AWARD'], rankAtMost: 1, ...recent } },
        { fact: 'achievements', is: 'includes', value: { kinds: ['OWN_CONTEST_AWARD'], ...recent } },
        { fact: 'achievements', is: 'includes', value: { kinds: ['RESEARCH_PROJECT'], ...recent } },
      ],
    };
    const achievements = [
      { kind: 'STUDENT_CONTEST_AWARD', level: 'NATION', rank: 1, date: '2012-01' },
      { kind: 'OWN_CONTEST_AWARD', level: 'NATION', date: '2011-12-31' },
      { kind: 'RESEARCH_PROJECT', level: 'INTERNATIONAL', date: '2021-05-01' },
    ] as const;
    expect(answer(twoOfThree, { achievements }).outcome).toBe('yes');
    expect(answer(twoOfThree, { achievements: achievements.slice(1) }).toChange).toContain(
      '以下 3 项中至少符合 2 项：（1）',
    );
  });

  test('an age is counted on the day that the rule names', () => {
    const fifty: Expression = { fact: 'birthday', is: 'aged_at_least', value: 50, on: '2022-01-01' };
    expect(answer(fifty, { birthday: '1972-01-01' }).outcome).toBe('yes');
    expect(answer(fifty, { birthday: '1972-01-02' })).toMatchObject({
      outcome: 'no',
      toChange: '如果按出生日期到2022年1月1日年满 50 周岁，就符合本条。',
    });
  });
});

test('an expression that no rule may hold is refused', () => {
  for (const wrong of [
    { fact: 'category', is: 'in', value: ['TEACHER'] },
    { fact: 'shoeSize', is: 'at_least', value: 40 },
    { fact: 'counselorYears', is: 'in', value: [5] },
    { atLeast: 3, of: [{ all: [] }] },
    { any: [] },
    { all: [], any: [] },
    'return true',
  ]) {
    expect(ruleExpression.safeParse(wrong).success).toBe(false);
  }
});
