import { educationNames, educations } from '@/lib/catalogue/labels';
import { liesAhead } from './dates';
import type { Finding } from './finding';
import { categoryOf, type FormMaterial } from './material';

/** Answers of different sections that do not fit each other. */
export function consistencyAdvice(material: FormMaterial): Finding[] {
  return [differentEmployer(material), otherEducation(material), noAchievements(material)].filter((advice) => advice !== null);
}

function differentEmployer({ answers, unit }: FormMaterial): Finding | null {
  if (!unit || categoryOf(answers) === 'STUDENT') return null;
  const current = answers.work.rows.filter(({ values }) => values.from && !values.to);
  if (current.length === 0 || current.some(({ values }) => values.unit?.trim() === unit.name)) return null;
  const [row] = current;
  return {
    code: 'form.consistent',
    section: 'work',
    rowId: row?.id,
    field: 'unit',
    sentence: `工作经历中现在任职的单位是“${row?.values.unit ?? ''}”，与所在单位“${unit.name}”的名称不同。请核对是否填写了单位全称。`,
  };
}

/** The highest education is one of those listed, and has been completed. */
function otherEducation({ answers, today }: FormMaterial): Finding | null {
  const highest = educations.find((education) => education === answers.education.values.highestEducation);
  const { rows } = answers.education;
  if (!highest || rows.length === 0) return null;
  const listed = rows.filter(({ values }) => values.education === highest);
  const name = educationNames[highest];
  const advice = (sentence: string): Finding => ({ code: 'form.consistent', section: 'education', field: 'highestEducation', sentence });
  if (listed.length === 0) return advice(`最高学历填的是“${name}”，教育经历里没有这一学历，请补充或改正。`);
  if (listed.every(({ values }) => liesAhead(values.graduatedOn, today))) {
    return advice(`最高学历填的是“${name}”，但毕业时间还没有到，请填写已经取得的最高学历。`);
  }
  return null;
}

function noAchievements({ answers }: FormMaterial): Finding | null {
  if (!answers.achievements.hasNothing || answers.achievements.rows.length > 0) return null;
  return {
    code: 'form.consistent',
    section: 'achievements',
    sentence: '没有填写业绩成果。通知要求上传相关业绩成果材料，请确认确实没有。',
  };
}
