import type { Facts, KnownAchievement } from '@/lib/catalogue/facts';
import {
  achievementKinds,
  achievementLevels,
  type Education,
  educations,
  type StudentStage,
  studentStages,
} from '@/lib/catalogue/labels';
import type { FormAnswers, Row } from './answers';
import { categoryOf, type FormMaterial } from './material';
import { counselorYears } from './person-sections';

/** What the answers and the account tell the eligibility rules; what is not answered yet is left out. */
export function factsOf(material: FormMaterial): Facts {
  const { answers, person, unit, today } = material;
  return {
    category: categoryOf(answers),
    unitRegion: unit?.regionCode.slice(0, 2),
    unitIsSanctioned: unit ? unit.barredBecause !== null : undefined,
    ...studentFacts(answers),
    education: oneOf(educations, answers.education.values.highestEducation) satisfies Education | undefined,
    birthday: person.birthday ?? undefined,
    counselorYears: counselorYears(answers.work.values.counselorSince, today),
    leadsActivities: leadsActivities(answers),
    certificates: material.heldCertificates.map(({ level, associationId, isValid }) => ({ level, associationId, isValid })),
    // The database holds one application a person and cycle, and this is it.
    hasOtherApplication: false,
    achievements: achievementsOf(answers),
  };
}

function studentFacts(answers: FormAnswers): Pick<Facts, 'studentStage' | 'majorIsScienceEducation'> {
  if (categoryOf(answers) !== 'STUDENT') return {};
  const { studentStage, isScienceEducation } = answers.category.values;
  return {
    studentStage: oneOf(studentStages, studentStage) satisfies StudentStage | undefined,
    majorIsScienceEducation: isScienceEducation ? isScienceEducation === 'YES' : undefined,
  };
}

function leadsActivities({ activities }: FormAnswers): boolean | undefined {
  if (activities.rows.length > 0) return true;
  return activities.hasNothing ? false : undefined;
}

function achievementsOf({ achievements }: FormAnswers): KnownAchievement[] | undefined {
  if (achievements.rows.length === 0 && !achievements.hasNothing) return undefined;
  return achievements.rows.flatMap(knownAchievement);
}

function knownAchievement({ values }: Row): KnownAchievement[] {
  const kind = oneOf(achievementKinds, values.kind);
  if (!kind) return [];
  const { rank = '', date = '' } = values;
  return [
    {
      kind,
      level: oneOf(achievementLevels, values.level),
      rank: /^\d+$/.test(rank) ? Number(rank) : undefined,
      date: /^\d{4}-\d{2}/.test(date) ? date : undefined,
    },
  ];
}

function oneOf<Code extends string>(codes: readonly Code[], value: string | undefined): Code | undefined {
  return codes.find((code) => code === value);
}
