import { applicantCategories } from '@/lib/catalogue/labels';
import { evaluateEligibility } from '@/lib/catalogue/eligibility';
import { rulesOfLevel } from '@/lib/catalogue/rules-of-level';
import { db } from '@/lib/db/client';
import { beijingDay } from '@/lib/kernel/dates';
import type { FormMaterial } from './form/material';
import { factsOf } from './form/facts';
import type { LoadedApplication } from './lock-application';

interface CategoryPage {
  application: LoadedApplication;
  material: FormMaterial;
  now: Date;
}

/** Categories that a hard rule of this level refuses, each with the notice's words (R14). */
export async function excludedCategories({ application, material, now }: CategoryPage): Promise<Record<string, string>> {
  const rules = await rulesOfLevel(db, application.cycleLevelId);
  const known = factsOf(material);
  const excluded: Record<string, string> = {};
  for (const category of applicantCategories) {
    const { hard } = evaluateEligibility(rules, { facts: { ...known, category }, today: beijingDay(now) });
    const refusing = hard.find(({ outcome, decidedBy }) => outcome === 'no' && decidedBy.includes('category'));
    if (refusing) excluded[category] = refusing.words;
  }
  return excluded;
}
