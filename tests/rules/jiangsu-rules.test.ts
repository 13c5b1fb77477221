import { describe, expect, test } from 'vitest';
import { evaluateEligibility } from '@/lib/catalogue/eligibility';
import type { Facts } from '@/lib/catalogue/facts';
import { type ApplicantCategory, applicantCategories, type LevelCode, levels } from '@/lib/catalogue/labels';
import { ruleExpression } from '@/lib/catalogue/rule-expression';
import { factsOfAnswers, readAnswers, selfCheckQuestions } from '@/lib/catalogue/self-check';
import { jiangsuRules } from '@/prisma/seed/jiangsu-rules';

const today = '2025-02-01';
const sound: Facts = {
  category: 'SECONDARY_SCHOOL_TEACHER',
  unitRegion: '32',
  leadsActivities: true,
  majorIsScienceEducation: true,
  hasOtherApplication: false,
  unitIsSanctioned: false,
  certificates: [{ level: 'INTERMEDIATE', associationId: 'jiangsu', isValid: true }],
};
const check = (level: LevelCode, facts: Facts) => evaluateEligibility(jiangsuRules[level], { facts, today });
const refusedBy = (level: LevelCode, facts: Facts) =>
  check(level, { ...sound, ...facts })
    .hard.filter(({ outcome }) => outcome === 'no')
    .map(({ code }) => code);

describe('the truth table of the notice', () => {
  test('a sound applicant fits at every level, whatever the category, but for R14', () => {
    const fits = Object.fromEntries(
      applicantCategories.map((category) => [
        category,
        levels.map((level) => check(level, { ...sound, category }).overall),
      ]),
    );
    const noSenior: ApplicantCategory[] = ['KINDERGARTEN_TEACHER', 'STUDENT'];
    expect(fits).toEqual(
      Object.fromEntries(
        applicantCategories.map((category) => [category, ['yes', 'yes', noSenior.includes(category) ? 'no' : 'yes']]),
      ),
    );
  });

  test.each([
    ['R4: a unit of another province', { unitRegion: '33' }, { PRIMARY: ['R4'], INTERMEDIATE: ['R4'], SENIOR: ['R4'] }],
    [
      'R9: nothing held is enough for 中级, R13: not for 高级',
      { certificates: [] },
      { PRIMARY: [], INTERMEDIATE: [], SENIOR: ['R13'] },
    ],
    [
      'R10: an application already',
      { hasOtherApplication: true },
      { PRIMARY: ['R10'], INTERMEDIATE: ['R10'], SENIOR: ['R10'] },
    ],
    [
      'R13: 中级 of another province',
      { certificates: [{ level: 'INTERMEDIATE', associationId: 'zhejiang', isValid: true }] },
      { PRIMARY: [], INTERMEDIATE: [], SENIOR: ['R13'] },
    ],
    [
      'R13: 中级 that has lapsed',
      { certificates: [{ level: 'INTERMEDIATE', associationId: 'jiangsu', isValid: false }] },
      { PRIMARY: [], INTERMEDIATE: [], SENIOR: ['R13'] },
    ],
    [
      'R13: 初级 only',
      { certificates: [{ level: 'PRIMARY', associationId: 'jiangsu', isValid: true }] },
      { PRIMARY: [], INTERMEDIATE: [], SENIOR: ['R13'] },
    ],
    [
      'R14: a kindergarten teacher',
      { category: 'KINDERGARTEN_TEACHER' },
      { PRIMARY: [], INTERMEDIATE: [], SENIOR: ['R14'] },
    ],
    ['R14: a student', { category: 'STUDENT' }, { PRIMARY: [], INTERMEDIATE: [], SENIOR: ['R14'] }],
    [
      'R33: a sanctioned unit',
      { unitIsSanctioned: true },
      { PRIMARY: ['R33'], INTERMEDIATE: ['R33'], SENIOR: ['R33'] },
    ],
    [
      'R6 only advises: a major that is not related',
      { category: 'STUDENT', majorIsScienceEducation: false },
      { PRIMARY: [], INTERMEDIATE: [], SENIOR: ['R14'] },
    ],
  ] satisfies [string, Facts, Record<LevelCode, string[]>][])('%s', (_, facts, expected) => {
    for (const level of levels) expect(refusedBy(level, facts)).toEqual(expected[level]);
  });

  test('changing the category after the level was chosen is answered anew', () => {
    const before = check('SENIOR', sound);
    const after = check('SENIOR', { ...sound, category: 'KINDERGARTEN_TEACHER' });
    expect([before.overall, after.overall]).toEqual(['yes', 'no']);
    expect(after.summary).toBe('不符合申报条件：“幼儿园教师和在读学生不能申报高级”没有满足。');
  });

  test('advice never refuses', () => {
    expect(check('PRIMARY', { ...sound, leadsActivities: false })).toMatchObject({ overall: 'yes' });
    expect(check('PRIMARY', { ...sound, leadsActivities: false }).advisory[0]).toMatchObject({ outcome: 'no' });
  });
});

describe('what is not known yet', () => {
  test('with nothing known everything is open but the rule without a condition', () => {
    expect(check('INTERMEDIATE', {}).overall).toBe('unknown');
    expect(check('INTERMEDIATE', {}).hard.map(({ outcome }) => outcome)).toEqual([
      'yes',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  test('what only the system knows is left to it and said so', () => {
    const { unitIsSanctioned: _, ...told } = sound;
    const answer = check('PRIMARY', told);
    expect(answer).toMatchObject({ overall: 'unknown', leftToPerson: [] });
    expect(answer.summary).toBe('按已知情况可以申报；“所在单位没有被取消申报资格”由系统在申报时核对。');
  });
});

describe('the self-check', () => {
  test('asks each question once, and only what a person can answer', () => {
    const asked = selfCheckQuestions(
      levels.flatMap((level) => jiangsuRules[level]),
      '江苏省',
    ).map(({ fact }) => fact);
    expect(asked).toEqual([
      'category',
      'unitRegion',
      'majorIsScienceEducation',
      'leadsActivities',
      'certificates',
      'hasOtherApplication',
    ]);
  });

  test('answers travel in the address, and nonsense there counts as no answer', () => {
    const answers = readAnswers({
      category: 'STUDENT',
      unitRegion: '99',
      leadsActivities: ['yes', 'no'],
      certificates: 'INTERMEDIATE',
      unitIsSanctioned: 'no',
      hasOtherApplication: 'no',
      other: 'x',
    });
    expect(answers).toEqual({ category: 'STUDENT', certificates: 'INTERMEDIATE', hasOtherApplication: 'no' });
    expect(factsOfAnswers(answers, 'jiangsu')).toEqual({
      category: 'STUDENT',
      certificates: [{ level: 'INTERMEDIATE', associationId: 'jiangsu', isValid: true }],
      hasOtherApplication: false,
    });
  });
});

test('every seeded expression can be read back from the database', () => {
  for (const rule of levels.flatMap((level) => jiangsuRules[level])) {
    expect(ruleExpression.parse(JSON.parse(JSON.stringify(rule.expression)))).toEqual(rule.expression);
  }
});
