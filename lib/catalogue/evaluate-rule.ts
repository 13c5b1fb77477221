import { factNamed, statedFact, wantedFact } from './condition-words';
import { allOf, anyOf, atLeastOf, evaluateCondition, type Ground, not, type Truth } from './evaluate-condition';
import type { FactName } from './facts';
import type { Condition, Expression } from './rule-expression';

export interface Rule {
  code: string;
  version: number;
  title: string;
  /** The notice's words, or the association's own statement. */
  words: string;
  source: string;
  isHard: boolean;
  expression: Expression;
}

export interface RuleAnswer {
  code: string;
  version: number;
  title: string;
  words: string;
  source: string;
  isHard: boolean;
  outcome: Truth;
  /** One whole sentence: the outcome and the facts that decided it. */
  because: string;
  /** One whole sentence: what would make it fit; empty when it fits. */
  toChange: string;
  decidedBy: FactName[];
  missing: FactName[];
}

interface Verdict {
  truth: Truth;
  said: string[];
  wanted: string;
  decidedBy: FactName[];
  missing: FactName[];
}

/** Pure: the same rule, facts and day always give the same answer in the same words. */
export function evaluateRule(rule: Rule, ground: Ground): RuleAnswer {
  const verdict = weigh(rule.expression, ground, false);
  const { expression: _, ...told } = rule;
  return {
    ...told,
    outcome: verdict.truth,
    because: becauseOf(verdict),
    toChange: toChange(verdict),
    decidedBy: verdict.decidedBy,
    missing: verdict.missing,
  };
}

/** What an expression asks for, in words, as staff read it. */
export function expressionInWords(expression: Expression): string {
  return weigh(expression, { facts: {}, today: '' }, false).wanted || '没有条件，只是说明';
}

/** The facts that an expression may ask for, in its own order. */
export function factsAskedBy(expression: Expression): FactName[] {
  if ('fact' in expression) return [expression.fact];
  return 'byPerson' in expression ? [] : distinct(partsOf(expression).flatMap(factsAskedBy));
}

function becauseOf({ truth, said, missing }: Verdict): string {
  if (truth === 'unknown' && missing.length === 0) return '由审核人员按通知认定，系统不作判断。';
  if (truth === 'unknown') return `还不能判断：还不知道${missing.map((fact) => `“${factNamed(fact)}”`).join('、')}。`;
  if (truth === 'no') return `不符合：${said.join('，')}。`;
  return said.length > 0 ? `符合：${said.join('，')}。` : '符合：本条没有附加条件。';
}

function toChange({ truth, wanted, missing }: Verdict): string {
  if (truth === 'yes' || (truth === 'unknown' && missing.length === 0)) return '';
  return wanted ? `如果${wanted}，就符合本条。` : '本条对任何人都不符合，请联系协会核对。';
}

/** A negation is pushed down to the conditions, so that every sentence is said about a fact. */
function weigh(expression: Expression, ground: Ground, isNegated: boolean): Verdict {
  if ('fact' in expression) return weighCondition(expression, ground, isNegated);
  if ('byPerson' in expression) return leftToPerson;
  if ('none' in expression) return weigh({ any: expression.none }, ground, !isNegated);
  const verdicts = partsOf(expression).map((part) => weigh(part, ground, isNegated));
  if ('all' in expression) return isNegated ? weighAny(verdicts) : weighAll(verdicts);
  if ('any' in expression) return isNegated ? weighAll(verdicts) : weighAny(verdicts);
  const count = isNegated ? verdicts.length - expression.atLeast + 1 : expression.atLeast;
  return weighAtLeast(count, verdicts);
}

const leftToPerson: Verdict = { truth: 'unknown', said: [], wanted: '由审核人员认定', decidedBy: [], missing: [] };

function weighCondition(condition: Condition, ground: Ground, isNegated: boolean): Verdict {
  const plain = evaluateCondition(condition, ground);
  const isUnknown = plain === 'unknown';
  return {
    truth: isNegated ? not(plain) : plain,
    said: isUnknown ? [] : [statedFact(condition, ground)],
    wanted: wantedFact(condition, isNegated),
    decidedBy: isUnknown ? [] : [condition.fact],
    missing: isUnknown ? [condition.fact] : [],
  };
}

function weighAll(verdicts: readonly Verdict[]): Verdict {
  const truth = allOf(verdicts.map((verdict) => verdict.truth));
  const open = verdicts.filter((verdict) => verdict.truth !== 'yes');
  return joined(truth, verdicts, open.map(({ wanted }) => wanted).join('，并且'));
}

function weighAny(verdicts: readonly Verdict[]): Verdict {
  const truth = anyOf(verdicts.map((verdict) => verdict.truth));
  // While it is open, a part that is settled against the person is no advice.
  const hopeful = truth === 'unknown' ? verdicts.filter((verdict) => verdict.truth === 'unknown') : verdicts;
  const wanted = hopeful.map((verdict) => verdict.wanted).join('，或者');
  const firstYes = verdicts.find((verdict) => verdict.truth === 'yes');
  return joined(truth, firstYes ? [firstYes] : verdicts, wanted);
}

function weighAtLeast(count: number, verdicts: readonly Verdict[]): Verdict {
  const truth = atLeastOf(
    count,
    verdicts.map((verdict) => verdict.truth),
  );
  const list = verdicts.map(({ wanted }, index) => `（${index + 1}）${wanted}`).join('；');
  const wanted = `以下 ${verdicts.length} 项中至少符合 ${count} 项：${list}`;
  const fitting = verdicts.filter((verdict) => verdict.truth === 'yes');
  return joined(truth, truth === 'yes' ? fitting.slice(0, count) : verdicts, wanted);
}

/** Of several parts only those with the joint outcome decided it. */
function joined(truth: Truth, verdicts: readonly Verdict[], wanted: string): Verdict {
  const deciding = verdicts.filter((verdict) => verdict.truth === truth);
  return {
    truth,
    wanted,
    said: truth === 'unknown' ? [] : distinct(deciding.flatMap(({ said }) => said)),
    decidedBy: truth === 'unknown' ? [] : distinct(deciding.flatMap(({ decidedBy }) => decidedBy)),
    missing: truth === 'unknown' ? distinct(deciding.flatMap(({ missing }) => missing)) : [],
  };
}

function partsOf(expression: Exclude<Expression, Condition | { byPerson: true }>): Expression[] {
  if ('all' in expression) return expression.all;
  if ('any' in expression) return expression.any;
  return 'none' in expression ? expression.none : expression.of;
}

const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
