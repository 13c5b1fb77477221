import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf, anyOf, atLeastOf, not, type Truth } from './evaluate-condition';
import { evaluateRule, factsAskedBy, type Rule } from './evaluate-rule';
import { type FactName, type Facts, facts as definitions } from './facts';
import { achievementKinds, achievementLevels, applicantCategories, educations, levels, studentStages } from './labels';
import { type Condition, type Expression, ruleExpression } from './rule-expression';

const today = '2025-02-01';
const rule = (expression: Expression): Rule => ({
  code: 'T1',
  version: 1,
  title: '试验条款',
  words: '试验条款的原文。',
  source: '',
  isHard: true,
  expression,
});
const answer = (expression: Expression, facts: Facts) => evaluateRule(rule(expression), { facts, today });

const truths = fc.constantFrom<Truth[]>('yes', 'no', 'unknown');
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2025-01-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const some = <Code>(codes: readonly Code[]) =>
  fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 });

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constant('category' as const),
    is: fc.constantFrom('in' as const, 'not_in' as const),
    value: some(applicantCategories),
  }),
  fc.record({
    fact: fc.constant('unitRegion' as const),
    is: fc.constantFrom('in' as const, 'not_in' as const),
    value: some(['32', '33', '11']),
  }),
  fc.record({
    fact: fc.constant('studentStage' as const),
    is: fc.constantFrom('in' as const, 'not_in' as const),
    value: some(studentStages),
  }),
  fc.record({
    fact: fc.constant('education' as const),
    is: fc.constantFrom('at_least' as const, 'at_most' as const),
    value: fc.constantFrom(...educations),
  }),
  fc.record({
    fact: fc.constantFrom(
      'majorIsScienceEducation' as const,
      'hasOtherApplication' as const,
      'unitIsSanctioned' as const,
      'leadsActivities' as const,
    ),
    is: fc.constantFrom('is_true' as const, 'is_false' as const),
  }),
  fc.record({
    fact: fc.constant('counselorYears' as const),
    is: fc.constantFrom('at_least' as const, 'at_most' as const),
    value: fc.nat(10),
  }),
  fc.record({
    fact: fc.constant('birthday' as const),
    is: fc.constantFrom('aged_at_least' as const, 'aged_at_most' as const),
    value: fc.nat(60),
  }),
  fc.record({
    fact: fc.constant('certificates' as const),
    is: fc.constant('includes' as const),
    value: fc.record({ levels: some(levels), associations: some(['jiangsu', 'zhejiang']) }),
  }),
  fc.record({
    fact: fc.constant('achievements' as const),
    is: fc.constant('includes' as const),
    value: fc.record({
      kinds: some(achievementKinds),
      levelAtLeast: fc.constantFrom(...achievementLevels),
      withinYears: fc.nat(10),
      count: fc.integer({ min: 1, max: 2 }),
    }),
  }),
);

const expression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ none: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc
      .array(tie('tree'), { minLength: 1, maxLength: 4 })
      .chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))),
  ),
})).tree;

const wholeFacts: fc.Arbitrary<Required<Facts>> = fc.record({
  category: fc.constantFrom(...applicantCategories),
  unitRegion: fc.constantFrom('32', '33', '11'),
  majorIsScienceEducation: fc.boolean(),
  leadsActivities: fc.boolean(),
  studentStage: fc.constantFrom(...studentStages),
  education: fc.constantFrom(...educations),
  birthday: day,
  counselorYears: fc.nat(20),
  certificates: fc.array(
    fc.record({
      level: fc.constantFrom(...levels),
      associationId: fc.constantFrom('jiangsu', 'zhejiang'),
      isValid: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  hasOtherApplication: fc.boolean(),
  unitIsSanctioned: fc.boolean(),
  achievements: fc.array(
    fc.record(
      { kind: fc.constantFrom(...achievementKinds), level: fc.constantFrom(...achievementLevels), date: day },
      { requiredKeys: ['kind'] },
    ),
    { maxLength: 3 },
  ),
});
const names = Object.keys(definitions) as FactName[];
const keep = (facts: Facts, kept: readonly FactName[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => kept.includes(name as FactName)));
const partly = fc.tuple(wholeFacts, fc.subarray(names), fc.subarray(names));

describe('three values', () => {
  test('follow Kleene: De Morgan, double negation, order does not matter, unknown only where it must be', () => {
    fc.assert(
      fc.property(fc.array(truths, { minLength: 1, maxLength: 6 }), (list) => {
        expect(not(allOf(list))).toBe(anyOf(list.map(not)));
        expect(not(anyOf(list))).toBe(allOf(list.map(not)));
        expect(list.map(not).map(not)).toEqual(list);
        expect(allOf([...list].reverse())).toBe(allOf(list));
        expect(atLeastOf(1, list)).toBe(anyOf(list));
        expect(atLeastOf(list.length, list)).toBe(allOf(list));
      }),
    );
    expect(allOf(['no', 'unknown'])).toBe('no');
    expect(anyOf(['yes', 'unknown'])).toBe('yes');
    expect(atLeastOf(2, ['yes', 'unknown', 'no'])).toBe('unknown');
  });

  test('"none" is the negation of "any", also in what decided it', () => {
    fc.assert(
      fc.property(fc.array(expression, { minLength: 1, maxLength: 3 }), partly, (parts, [facts, kept]) => {
        const known = keep(facts, kept);
        expect(answer({ none: parts }, known).outcome).toBe(not(answer({ any: parts }, known).outcome));
      }),
    );
  });
});

describe('any rule over any facts', () => {
  test('learning more never turns a settled answer round, and settles everything in the end', () => {
    fc.assert(
      fc.property(expression, partly, (tree, [facts, first, second]) => {
        const before = answer(tree, keep(facts, first));
        const after = answer(tree, keep(facts, [...first, ...second]));
        if (before.outcome !== 'unknown') expect(after.outcome).toBe(before.outcome);
        const asksAchievements = factsAskedBy(tree).includes('achievements');
        if (!asksAchievements) expect(answer(tree, facts).outcome).not.toBe('unknown');
      }),
      { numRuns: 1000 },
    );
  });

  test('an open rule names what is missing, and nothing else opens it', () => {
    fc.assert(
      fc.property(expression, partly, (tree, [facts, kept]) => {
        const known = keep(facts, kept);
        const open = answer(tree, known);
        fc.pre(open.outcome === 'unknown');
        expect(open.missing.length).toBeGreaterThan(0);
        for (const fact of open.missing) expect(open.because).toContain(definitions[fact].name);
        const others = names.filter((fact) => !open.missing.includes(fact));
        expect(answer(tree, keep(facts, [...kept, ...others])).outcome).toBe('unknown');
        expect(open.toChange).toMatch(/^如果.+，就符合本条。$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('a settled rule names the facts that decided it, and they alone decide it', () => {
    fc.assert(
      fc.property(expression, partly, (tree, [facts, kept]) => {
        const known = keep(facts, kept);
        const settled = answer(tree, known);
        fc.pre(settled.outcome !== 'unknown');
        expect(settled.decidedBy.length).toBeGreaterThan(0);
        for (const fact of settled.decidedBy) expect(settled.because).toContain(definitions[fact].name);
        expect(settled.because).toMatch(settled.outcome === 'yes' ? /^符合：.+。$/ : /^不符合：.+。$/);
        expect(answer(tree, keep(known, settled.decidedBy)).outcome).toBe(settled.outcome);
        expect(settled.toChange === '').toBe(settled.outcome === 'yes');
      }),
      { numRuns: 2000 },
    );
  });

  test('what is stored is read back as it was', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        expect(ruleExpression.parse(JSON.parse(JSON.stringify(tree)))).toEqual(tree);
      }),
    );
  });
});
