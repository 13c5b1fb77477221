import { wholeYears } from '@/lib/kernel/dates';
import type { Facts, HeldCertificate, KnownAchievement } from './facts';
import { achievementLevels, educations } from './labels';
import type { AchievementMatch, CertificateMatch, Condition } from './rule-expression';

/** Kleene's three values. */
export type Truth = 'yes' | 'no' | 'unknown';

export interface Ground {
  facts: Facts;
  /** Beijing day, YYYY-MM-DD: the reference where a rule names none. */
  today: string;
}

const claim = (holds: boolean): Truth => (holds ? 'yes' : 'no');

export const allOf = (truths: readonly Truth[]): Truth =>
  truths.includes('no') ? 'no' : claimOrUnknown(truths, 'yes');

export const anyOf = (truths: readonly Truth[]): Truth =>
  truths.includes('yes') ? 'yes' : claimOrUnknown(truths, 'no');

export const not = (truth: Truth): Truth => (truth === 'unknown' ? truth : claim(truth === 'no'));

/** At least `count` of them: settled as soon as the unknown ones cannot change it. */
export function atLeastOf(count: number, truths: readonly Truth[]): Truth {
  const sure = truths.filter((truth) => truth === 'yes').length;
  const open = truths.filter((truth) => truth === 'unknown').length;
  if (sure >= count) return 'yes';
  return sure + open < count ? 'no' : 'unknown';
}

function claimOrUnknown(truths: readonly Truth[], otherwise: Truth): Truth {
  return truths.includes('unknown') ? 'unknown' : otherwise;
}

export function evaluateCondition(condition: Condition, { facts, today }: Ground): Truth {
  const known = facts[condition.fact];
  if (known === undefined) return 'unknown';
  switch (condition.is) {
    case 'in':
      return claim(condition.value.some((value) => value === known));
    case 'not_in':
      return claim(condition.value.every((value) => value !== known));
    case 'is_true':
      return claim(known === true);
    case 'is_false':
      return claim(known === false);
    case 'at_least':
      return claim(place(known) >= place(condition.value));
    case 'at_most':
      return claim(place(known) <= place(condition.value));
    case 'aged_at_least':
      return claim(wholeYears(String(known), condition.on ?? today) >= condition.value);
    case 'aged_at_most':
      return claim(wholeYears(String(known), condition.on ?? today) <= condition.value);
    case 'includes':
      return includes(condition, { facts, today });
  }
}

/** A number itself; a degree by its place in the list. */
function place(value: unknown): number {
  return typeof value === 'number' ? value : (educations as readonly unknown[]).indexOf(value);
}

function includes(condition: Condition & { is: 'includes' }, { facts, today }: Ground): Truth {
  if (condition.fact === 'certificates') {
    return anyOf((facts.certificates ?? []).map((held) => certificateMatches(held, condition.value)));
  }
  const { value } = condition;
  return atLeastOf(
    value.count ?? 1,
    (facts.achievements ?? []).map((achievement) => achievementMatches(achievement, value, today)),
  );
}

export function certificateMatches(held: HeldCertificate, wanted: CertificateMatch): Truth {
  return allOf([
    claim(wanted.levels.includes(held.level)),
    claim(wanted.associations?.includes(held.associationId) ?? true),
    held.isValid === undefined ? 'unknown' : claim(held.isValid),
  ]);
}

export function achievementMatches(achievement: KnownAchievement, wanted: AchievementMatch, today: string): Truth {
  const { kinds, levelAtLeast, rankAtMost, withinYears, on = today } = wanted;
  return allOf([
    claim(kinds?.includes(achievement.kind) ?? true),
    whenAsked(levelAtLeast, achievement.level, (asked, level) => rank(level) >= rank(asked)),
    whenAsked(rankAtMost, achievement.rank, (asked, own) => own <= asked),
    whenAsked(withinYears, achievement.date, (asked, date) => isWithinYears(date, asked, on)),
  ]);
}

function whenAsked<Asked, Known>(
  asked: Asked | undefined,
  known: Known | undefined,
  holds: (asked: Asked, known: Known) => boolean,
): Truth {
  if (asked === undefined) return 'yes';
  return known === undefined ? 'unknown' : claim(holds(asked, known));
}

const rank = (level: (typeof achievementLevels)[number]): number => achievementLevels.indexOf(level);

/** A month counts as soon as it touches the period. */
function isWithinYears(date: string, within: number, on: string): boolean {
  const first = `${String(Number(on.slice(0, 4)) - within).padStart(4, '0')}${on.slice(4)}`;
  return date >= first.slice(0, date.length) && date <= on.slice(0, date.length);
}
