import { parseTypedDate } from '@/lib/kernel/typed-date';
import type { Rule } from './evaluate-rule';
import { questionsFor } from './eligibility';
import { type FactName, type Facts, factNames, facts as definitions, type HeldCertificate } from './facts';
import { levelNames } from './labels';

export type Answers = Partial<Record<FactName, string>>;

export interface Question {
  fact: FactName;
  label: string;
  hint?: string;
  kind: 'radio' | 'select' | 'number' | 'date';
  options: { value: string; label: string }[];
  unit?: string;
}

type Query = Record<string, string | string[] | undefined>;

/** The questions that these rules need, in the order of the list of facts. */
export function selfCheckQuestions(rules: readonly Rule[], provinceName: string): Question[] {
  const asked = questionsFor(rules);
  return factNames.filter((fact) => asked.includes(fact)).map((fact) => questionOf(fact, provinceName));
}

function questionOf(fact: FactName, provinceName: string): Question {
  const definition = definitions[fact];
  const common = { fact, label: definition.question ?? definition.name, hint: definition.hint };
  switch (definition.kind) {
    case 'choice': {
      const options = [...definition.options];
      return { ...common, kind: options.length > 12 ? 'select' : 'radio', options };
    }
    case 'claim':
      return {
        ...common,
        kind: 'radio',
        options: [
          { value: 'yes', label: '是' },
          { value: 'no', label: '否' },
        ],
      };
    case 'number':
      return { ...common, kind: 'number', options: [], unit: definition.unit };
    case 'date':
      return { ...common, kind: 'date', options: [] };
    default:
      return { ...common, kind: 'radio', options: certificateOptions(provinceName) };
  }
}

const certificateOptions = (provinceName: string) => [
  { value: 'NONE', label: '没有' },
  { value: 'PRIMARY', label: `${provinceName}${levelNames.PRIMARY}` },
  { value: 'INTERMEDIATE', label: `${provinceName}${levelNames.INTERMEDIATE}` },
  { value: 'ELSEWHERE', label: '只有其他省（区、市）的证书' },
];

/** Reads the answers from an address; what makes no sense there counts as not answered. */
export function readAnswers(query: Query): Answers {
  const answers: Answers = {};
  for (const fact of factNames) {
    const value = query[fact];
    if (typeof value === 'string' && isAnswer(fact, value.trim())) answers[fact] = value.trim();
  }
  return answers;
}

function isAnswer(fact: FactName, value: string): boolean {
  const definition = definitions[fact];
  if (definition.question === undefined) return false;
  switch (definition.kind) {
    case 'choice':
      return definition.options.some((option) => option.value === value);
    case 'claim':
      return value === 'yes' || value === 'no';
    case 'number':
      return /^\d{1,2}$/.test(value);
    case 'date':
      return parseTypedDate(value) !== null;
    case 'certificates':
      return certificateOptions('').some((option) => option.value === value);
    default:
      return false;
  }
}

/** What the answers say, as facts for the rules. */
export function factsOfAnswers(answers: Answers, associationId: string): Facts {
  const known = Object.entries(answers).map(([fact, value]) => [fact, factOf(fact as FactName, value, associationId)]);
  return Object.fromEntries(known);
}

function factOf(fact: FactName, value: string, associationId: string): Facts[FactName] {
  switch (definitions[fact].kind) {
    case 'claim':
      return value === 'yes';
    case 'number':
      return Number(value);
    case 'date':
      return parseTypedDate(value) ?? undefined;
    case 'certificates':
      return certificatesOf(value, associationId);
    default:
      return value;
  }
}

function certificatesOf(value: string, associationId: string): HeldCertificate[] {
  if (value === 'PRIMARY' || value === 'INTERMEDIATE') return [{ level: value, associationId, isValid: true }];
  return value === 'ELSEWHERE' ? [{ level: 'INTERMEDIATE', associationId: 'elsewhere', isValid: true }] : [];
}
