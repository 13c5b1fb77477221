import { provinceByCode } from '@/lib/kernel/regions';
import type { Row, SectionAnswers } from './answers';
import type { Values } from './field';
import { faultsOf } from './field-schemas';
import { contextOf, type FormMaterial } from './material';
import { rowFaults } from './row-faults';
import type { FormContext, Section } from './section';
import type { SectionSlug } from './section-slugs';
import { sections } from './sections';

/** The closed list of what is checked before an application costs anybody a way to the office. */
export const problemCodes = [
  'ANSWER',
  'PHOTO_MISSING',
  'ROWS_MISSING',
  'ROWS_TOO_MANY',
  'NOTHING_AND_ROWS',
  'EVIDENCE_MISSING',
  'EVIDENCE_UNREADABLE',
  'DATES_ORDER',
  'DUPLICATE_ROW',
  'UNIT_ELSEWHERE',
  'UNIT_REJECTED',
  'UNIT_BARRED',
  'PERSON_INCOMPLETE',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  code: ProblemCode;
  section: SectionSlug;
  rowId?: string;
  /** Name of the input it is about. */
  field?: string;
  sentence: string;
}

/** Everything that keeps the form from being complete, in the order of the form. */
export function problemsOf(material: FormMaterial): Problem[] {
  return sections.flatMap((section) => problemsOfSection(section, material));
}

export function problemsOfSection(section: Section, material: FormMaterial): Problem[] {
  const context = contextOf(material);
  const answers = material.answers[section.slug];
  return [
    ...(ownChecks[section.slug]?.(material) ?? []),
    ...answerFaults(section, answers.values, context),
    ...rowProblems(section, answers, material, context),
  ];
}

/** Of one row, in the words of its inputs. */
export function problemsOfRow(section: Section, row: Row, material: FormMaterial): Problem[] {
  if (!section.rows) return [];
  const context = contextOf(material);
  const faults = rowFaults({ section, row, context, evidence: material.evidence[row.id] ?? [] });
  return faults.map((fault) => ({ ...fault, section: section.slug, rowId: row.id }));
}

function answerFaults(section: Section, values: Values, context: FormContext): Problem[] {
  return faultsOf(section.fields, values, context).map((fault) => ({ ...fault, code: 'ANSWER', section: section.slug }));
}

function rowProblems(section: Section, answers: SectionAnswers, material: FormMaterial, context: FormContext): Problem[] {
  const { rows: part, slug } = section;
  if (!part) return [];
  const { rows, hasNothing } = answers;
  const least = part.least(context);
  const found: Problem[] = [];
  if (rows.length < Math.max(least, hasNothing ? 0 : 1)) {
    const orNothing = least === 0 ? `，或勾选“${part.nothing}”` : '';
    found.push({ code: 'ROWS_MISSING', section: slug, sentence: `请至少添加一项${part.noun}${orNothing}。` });
  }
  if (rows.length > 0 && hasNothing) {
    found.push({
      code: 'NOTHING_AND_ROWS',
      section: slug,
      sentence: `已添加 ${rows.length} 项${part.noun}，又勾选了“${part.nothing}”，请取消勾选或删除已添加的内容。`,
    });
  }
  if (rows.length > part.most) {
    found.push({ code: 'ROWS_TOO_MANY', section: slug, sentence: `${part.noun}最多 ${part.most} 项，请保留最重要的。` });
  }
  return [...found, ...rows.flatMap((row) => problemsOfRow(section, row, material)), ...duplicates(section, rows)];
}

/** The same words twice are one thing entered twice. */
function duplicates({ slug, rows: part }: Section, rows: readonly Row[]): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap((row): Problem[] => {
    const words = JSON.stringify(part?.fields.map(({ name }) => (row.values[name] ?? '').replace(/\s/g, '')));
    if (!seen.has(words)) {
      seen.add(words);
      return [];
    }
    const title = part?.title(row.values) || part?.noun;
    return [{ code: 'DUPLICATE_ROW', section: slug, rowId: row.id, sentence: `“${title}”重复填写，请删除其中一项。` }];
  });
}

const ownChecks: Partial<Record<SectionSlug, (material: FormMaterial) => Problem[]>> = {
  identity: ({ photoFileId, person }) => [
    ...(photoFileId
      ? []
      : [{ code: 'PHOTO_MISSING', section: 'identity', field: 'photo', sentence: '请上传证件照。' } as const]),
    ...(person.sex && person.birthday
      ? []
      : [
          {
            code: 'PERSON_INCOMPLETE',
            section: 'identity',
            sentence: '账号中缺少性别或出生日期，请先在“账号”中补充。',
          } as const,
        ]),
  ],
  unit: ({ unit, cycle }) => {
    if (!unit) return [];
    if (unit.isRejected) {
      return [
        { code: 'UNIT_REJECTED', section: 'unit', field: 'unitName', sentence: `“${unit.name}”未通过核实，请改选正确的单位。` },
      ];
    }
    if (unit.barredBecause) {
      const sentence = `${unit.barredBecause}您已不在该单位工作的，请改填现在的单位。`;
      return [{ code: 'UNIT_BARRED', section: 'unit', field: 'unitName', sentence }];
    }
    if (cycle.provinceCode === '00' || unit.regionCode.startsWith(cycle.provinceCode)) return [];
    const province = provinceByCode(cycle.provinceCode)?.name ?? '本省';
    return [
      { code: 'UNIT_ELSEWHERE', section: 'unit', field: 'unitName', sentence: `“${unit.name}”不在${province}，请向单位所在省份申报。` },
    ];
  },
};
