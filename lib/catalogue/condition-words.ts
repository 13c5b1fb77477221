import { longPlainDate } from '@/lib/kernel/dates';
import { provinceBySlug } from '@/lib/kernel/regions';
import { evaluateCondition, type Ground } from './evaluate-condition';
import { type FactDefinition, type FactName, type Facts, facts as definitions } from './facts';
import { achievementKindNames, achievementLevelNames, educationNames, levelNames } from './labels';
import type { AchievementMatch, CertificateMatch, Condition } from './rule-expression';

/** “幼儿园教师”或“中学教师” */
export const oneOf = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join('或');

/** The part of a sentence that says what is known: 申报类别是“幼儿园教师”. */
export function statedFact(condition: Condition, ground: Ground): string {
  const { fact } = condition;
  const definition = definitions[fact];
  const known = ground.facts[fact];
  switch (definition.kind) {
    case 'choice':
      return `${definition.name}是“${optionLabel(definition, known)}”`;
    case 'claim':
      return known ? definition.whenTrue : definition.whenFalse;
    case 'number':
      return `${definition.name}是 ${String(known)} ${definition.unit}`;
    case 'date':
      return `${definition.name}是${longPlainDate(String(known))}`;
    case 'certificates':
      return `${definition.name}是${heldCertificates(ground.facts)}`;
    case 'achievements':
      return evaluateCondition(condition, ground) === 'yes'
        ? `${definition.name}中有符合要求的项目`
        : `${definition.name}中符合要求的项目不够`;
  }
}

/** The part of a sentence that says what is asked for, or what is ruled out when negated. */
export function wantedFact(condition: Condition, isNegated: boolean): string {
  const { fact } = condition;
  const { name } = definitions[fact];
  switch (condition.is) {
    case 'in':
    case 'not_in':
      return `${name}${(condition.is === 'in') === isNegated ? '不是' : '是'}${oneOf(labelsOf(fact, condition.value))}`;
    case 'is_true':
    case 'is_false':
      return claimWords(fact, (condition.is === 'is_true') !== isNegated);
    case 'at_least':
      return `${name}${isNegated ? '低于' : '不低于'}${boundWords(fact, condition.value)}`;
    case 'at_most':
      return `${name}${isNegated ? '高于' : '不高于'}${boundWords(fact, condition.value)}`;
    case 'aged_at_least':
      return `按${name}到${dayWords(condition.on)}${isNegated ? '不满' : '年满'} ${condition.value} 周岁`;
    case 'aged_at_most':
      return `按${name}到${dayWords(condition.on)}${isNegated ? '超过' : '不超过'} ${condition.value} 周岁`;
    case 'includes':
      return condition.fact === 'certificates'
        ? `${name}中${isNegated ? '没有' : '有'}有效的${certificateWords(condition.value)}证书`
        : `${name}中${isNegated ? '没有' : '有'}${achievementWords(condition.value)}`;
  }
}

export const factNamed = (fact: FactName): string => definitions[fact].name;

function optionLabel(definition: FactDefinition & { kind: 'choice' }, value: unknown): string {
  return definition.options.find((option) => option.value === value)?.label ?? String(value);
}

function labelsOf(fact: FactName, values: readonly string[]): string[] {
  const definition = definitions[fact];
  return definition.kind === 'choice' ? values.map((value) => optionLabel(definition, value)) : [...values];
}

function claimWords(fact: FactName, holds: boolean): string {
  const definition = definitions[fact];
  if (definition.kind !== 'claim') return definition.name;
  return holds ? definition.whenTrue : definition.whenFalse;
}

function boundWords(fact: FactName, value: number | keyof typeof educationNames): string {
  const definition = definitions[fact];
  if (typeof value !== 'number') return `“${educationNames[value]}”`;
  return definition.kind === 'number' ? ` ${value} ${definition.unit}` : ` ${value}`;
}

const dayWords = (on: string | undefined): string => (on ? longPlainDate(on) : '申报当日');

function heldCertificates({ certificates = [] }: Facts): string {
  if (certificates.length === 0) return '“无”';
  return certificates
    .map(({ level, associationId, isValid }) => {
      const state = isValid === false ? '（已失效）' : '';
      return `“${associationWords(associationId)}${levelNames[level]}${state}”`;
    })
    .join('、');
}

function certificateWords({ levels, associations }: CertificateMatch): string {
  const where = associations?.map(associationWords).join('或') ?? '';
  return where + levels.map((level) => levelNames[level]).join('或');
}

const associationWords = (id: string): string =>
  id === 'national' ? '全国' : (provinceBySlug(id)?.name ?? '其他省份');

function achievementWords({ kinds, levelAtLeast, rankAtMost, withinYears, on, count = 1 }: AchievementMatch): string {
  const parts = [
    withinYears === undefined ? '' : `${on ? `${longPlainDate(on)}前` : '近'} ${withinYears} 年内`,
    levelAtLeast ? `${achievementLevelNames[levelAtLeast]}及以上` : '',
    rankAtMost === undefined ? '' : `本人排名前 ${rankAtMost}`,
  ].filter(Boolean);
  const what = kinds?.map((kind) => achievementKindNames[kind]).join('或') ?? '业绩成果';
  return `至少 ${count} 项${parts.length > 0 ? `${parts.join('、')}的` : ''}${what}`;
}
