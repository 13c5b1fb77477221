import { longPlainDate } from '@/lib/kernel/dates';

export interface Option {
  value: string;
  label: string;
}

/** What a question may depend on. */
export interface Asked {
  isStudent: boolean;
  /** Neither is so before a category has been chosen. */
  isWorker: boolean;
}

interface FieldCommon {
  /** Name of the input, and of the answer in the stored section. */
  name: string;
  label: string;
  hint?: string;
  optional?: true | 'students';
  /** Asked of these people only. */
  only?: 'students' | 'workers';
}

export type Field = FieldCommon &
  (
    | { kind: 'text'; max: number; width?: 'full' | 'half' | 'short'; autoComplete?: 'organization-title' | 'off' }
    | { kind: 'email' }
    | { kind: 'area'; max: number; rows?: number }
    /** A month such as 2025-03. Plans lie ahead, what has been done does not. */
    | { kind: 'month'; mayLieAhead?: true }
    | { kind: 'day' }
    | { kind: 'whole'; least: number; most: number; suffix: string }
    | { kind: 'choice'; options: readonly Option[]; look: 'radios' | 'list' }
    /** A known unit: its name as typed, and in the field `idName` what was chosen from the list. */
    | { kind: 'unit'; idName: string }
    /** Kept beside another field, never asked by itself. */
    | { kind: 'kept' }
  );

export type Values = Record<string, string>;

export function isAsked({ kind, only }: Field, { isStudent, isWorker }: Asked): boolean {
  if (kind === 'kept') return false;
  return only === undefined || (only === 'students' ? isStudent : isWorker);
}

export const isOptional = ({ optional }: Field, { isStudent }: Asked): boolean =>
  optional === true || (optional === 'students' && isStudent);

/** 请填写… or 请选择…, as it fits the input. */
export const pleaseAnswer = ({ kind, label }: Field): string =>
  `请${kind === 'choice' || kind === 'unit' ? '选择' : '填写'}${label}。`;

export const optionsOf = <Code extends string>(codes: readonly Code[], names: Record<Code, string>): Option[] =>
  codes.map((value) => ({ value, label: names[value] }));

/** An answer as a person reads it; what cannot be read is shown as typed. */
export function inWords(field: Field, value = ''): string {
  const text = value.trim();
  if (text === '') return '';
  switch (field.kind) {
    case 'choice':
      return field.options.find((option) => option.value === text)?.label ?? '';
    case 'month':
      return /^\d{4}-\d{2}$/.test(text) ? `${text.slice(0, 4)}年${Number(text.slice(5))}月` : text;
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? longPlainDate(text) : text;
    case 'whole':
      return `${text} ${field.suffix}`.trim();
    default:
      return text;
  }
}
