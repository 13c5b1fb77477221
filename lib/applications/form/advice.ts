import { categoryOf, type FormMaterial } from './material';
import type { SectionSlug } from './section-slugs';

/** What a reviewer would stumble over, though it does not keep anybody from submitting. */
export interface Advice {
  section: SectionSlug;
  sentence: string;
}

export function adviceOn(material: FormMaterial): Advice[] {
  return [differentEmployer(material), noAchievements(material), earlyStart(material)].filter((advice) => advice !== null);
}

function differentEmployer({ answers, unit }: FormMaterial): Advice | null {
  if (!unit || categoryOf(answers) === 'STUDENT') return null;
  const current = answers.work.rows.filter(({ values }) => values.from && !values.to);
  if (current.length === 0 || current.some(({ values }) => values.unit?.trim() === unit.name)) return null;
  const named = current[0]?.values.unit ?? '';
  return {
    section: 'work',
    sentence: `工作经历中现在任职的单位是“${named}”，与所在单位“${unit.name}”的名称不同。请核对是否填写了单位全称。`,
  };
}

function noAchievements({ answers }: FormMaterial): Advice | null {
  if (!answers.achievements.hasNothing || answers.achievements.rows.length > 0) return null;
  return { section: 'achievements', sentence: '没有填写业绩成果。通知要求上传相关业绩成果材料，请确认确实没有。' };
}

function earlyStart({ answers, person }: FormMaterial): Advice | null {
  const since = answers.work.values.counselorSince ?? '';
  if (!person.birthday || !/^\d{4}-\d{2}$/.test(since)) return null;
  if (Number(since.slice(0, 4)) - Number(person.birthday.slice(0, 4)) >= 16) return null;
  return { section: 'work', sentence: '从事科技辅导工作的起始时间早于 16 周岁，请核对。' };
}
