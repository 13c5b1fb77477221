import type { Ground, Truth } from './evaluate-condition';
import { evaluateRule, factsAskedBy, type Rule, type RuleAnswer } from './evaluate-rule';
import { type FactName, facts } from './facts';

export interface Eligibility {
  /** By the hard rules alone: one "no" is no, else one open rule leaves it open. */
  overall: Truth;
  /** One whole sentence for the top of the page. */
  summary: string;
  hard: RuleAnswer[];
  advisory: RuleAnswer[];
  /** Open only because of facts that the system itself checks later. */
  leftToSystem: RuleAnswer[];
  /** Open because the person has not answered yet. */
  leftToPerson: RuleAnswer[];
}

/** Answers every rule of a level. Hard rules refuse; advisory ones never do. */
export function evaluateEligibility(rules: readonly Rule[], ground: Ground): Eligibility {
  const answers = rules.map((rule) => evaluateRule(rule, ground));
  const hard = answers.filter((answer) => answer.isHard);
  const open = hard.filter(({ outcome }) => outcome === 'unknown');
  const leftToSystem = open.filter(({ missing }) => missing.every(isCheckedBySystem));
  const leftToPerson = open.filter((answer) => !leftToSystem.includes(answer));
  const refusing = hard.filter(({ outcome }) => outcome === 'no');
  const overall = refusing.length > 0 ? 'no' : open.length > 0 ? 'unknown' : 'yes';
  return {
    overall,
    summary: summaryOf({ refusing, leftToPerson, leftToSystem }),
    hard,
    advisory: answers.filter((answer) => !answer.isHard),
    leftToSystem,
    leftToPerson,
  };
}

/** The questions of a self-check: asked by the rules, answerable by the person, each once. */
export function questionsFor(rules: readonly Rule[]): FactName[] {
  const asked = new Set(rules.flatMap(({ expression }) => factsAskedBy(expression)));
  return [...asked].filter((fact) => !isCheckedBySystem(fact));
}

const isCheckedBySystem = (fact: FactName): boolean => facts[fact].question === undefined;

function summaryOf(answers: Record<'refusing' | 'leftToPerson' | 'leftToSystem', RuleAnswer[]>): string {
  const { refusing, leftToPerson, leftToSystem } = answers;
  const titles = (list: RuleAnswer[]) => list.map(({ title }) => `“${title}”`).join('、');
  if (refusing.length > 0) return `不符合申报条件：${titles(refusing)}没有满足。`;
  if (leftToPerson.length > 0) return `还不能判断：${titles(leftToPerson)}还缺少您的回答。`;
  if (leftToSystem.length > 0) return `按已知情况可以申报；${titles(leftToSystem)}由系统在申报时核对。`;
  return '符合本级别的申报条件。';
}
