import { provinceByCode } from '@/lib/kernel/regions';
import type { Row, SectionAnswers } from './answers';
import { beforeBirth } from './dates';
import type { Values } from './field';
import type { Finding } from './finding';
import { contextOf, type FormMaterial } from './material';
import { photoProblems } from './photo-fit';
import { codedFaults, rowFaults } from './row-faults';
import type { FormContext, Section } from './section';
import type { SectionSlug } from './section-slugs';
import { sections } from './sections';

/** Everything that keeps the form from being complete, in the order of the form. */
export function problemsOf(material: FormMaterial): Finding[] {
  return sections.flatMap((section) => problemsOfSection(section, material));
}

export function problemsOfSection(section: Section, material: FormMaterial): Finding[] {
  const context = contextOf(material);
  const answers = material.answers[section.slug];
  return [
    ...(ownChecks[section.slug]?.(material) ?? []),
    ...answerFaults(section, answers.values, context),
    ...datesBeforeBirth(section, answers, material),
    ...rowProblems(section, answers, material, context),
  ];
}

/** Of one row, in the words of its inputs. */
export function problemsOfRow(section: Section, row: Row, material: FormMaterial): Finding[] {
  if (!section.rows) return [];
  const context = contextOf(material);
  const faults = rowFaults({ section, row, context, evidence: material.evidence[row.id] ?? [] });
  const early = beforeBirth(section.rows.fields, row.values, material);
  return [...faults, ...early].map((fault) => ({ ...fault, section: section.slug, rowId: row.id }));
}

function answerFaults(section: Section, values: Values, context: FormContext): Finding[] {
  return codedFaults(section.fields, values, context).map((fault) => ({ ...fault, section: section.slug }));
}

const datesBeforeBirth = (section: Section, { values }: SectionAnswers, material: FormMaterial): Finding[] =>
  beforeBirth(section.fields, values, material).map((fault) => ({ ...fault, section: section.slug }));

function rowProblems(section: Section, answers: SectionAnswers, material: FormMaterial, context: FormContext): Finding[] {
  const { rows: part, slug } = section;
  if (!part) return [];
  const { rows, hasNothing } = answers;
  const least = part.least(context);
  const found: Finding[] = [];
  if (rows.length < Math.max(least, hasNothing ? 0 : 1)) {
    const orNothing = least === 0 ? `，或勾选“${part.nothing}”` : '';
    found.push({ code: 'form.complete', section: slug, sentence: `请至少添加一项${part.noun}${orNothing}。` });
  }
  if (rows.length > 0 && hasNothing) {
    found.push({
      code: 'form.complete',
      section: slug,
      sentence: `已添加 ${rows.length} 项${part.noun}，又勾选了“${part.nothing}”，请取消勾选或删除已添加的内容。`,
    });
  }
  if (rows.length > part.most) {
    found.push({ code: 'form.complete', section: slug, sentence: `${part.noun}最多 ${part.most} 项，请保留最重要的。` });
  }
  return [...found, ...rows.flatMap((row) => problemsOfRow(section, row, material)), ...duplicates(section, rows)];
}

/** The same words twice are one thing entered twice. */
function duplicates({ slug, rows: part }: Section, rows: readonly Row[]): Finding[] {
  const seen = new Set<string>();
  return rows.flatMap((row): Finding[] => {
    const words = JSON.stringify(part?.fields.map(({ name }) => (row.values[name] ?? '').replace(/\s/g, '')));
    if (!seen.has(words)) {
      seen.add(words);
      return [];
    }
    const title = part?.title(row.values) || part?.noun;
    return [{ code: 'form.repeated', section: slug, rowId: row.id, sentence: `“${title}”重复填写，请删除其中一项。` }];
  });
}

const ownChecks: Partial<Record<SectionSlug, (material: FormMaterial) => Finding[]>> = {
  identity: (material) => [...photoProblems(material), ...personProblems(material)],
  unit: ({ unit, cycle }) => {
    if (!unit) return [];
    if (unit.isRejected) {
      return [
        { code: 'unit.known', section: 'unit', field: 'unitName', sentence: `“${unit.name}”未通过核实，请改选正确的单位。` },
      ];
    }
    if (unit.barredBecause) {
      const sentence = `${unit.barredBecause}您已不在该单位工作的，请改填现在的单位。`;
      return [{ code: 'unit.known', section: 'unit', field: 'unitName', sentence }];
    }
    if (cycle.provinceCode === '00' || unit.regionCode.startsWith(cycle.provinceCode)) return [];
    const province = provinceByCode(cycle.provinceCode)?.name ?? '本省';
    return [
      { code: 'unit.province', section: 'unit', field: 'unitName', sentence: `“${unit.name}”不在${province}，请向单位所在省份申报。` },
    ];
  },
};

function personProblems({ person }: FormMaterial): Finding[] {
  if (person.sex && person.birthday) return [];
  const sentence = '账号中缺少性别或出生日期，请先在“账号”中补充。';
  return [{ code: 'form.complete', section: 'identity', sentence }];
}
