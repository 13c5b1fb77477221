import { applicationFormTitle } from '@/lib/catalogue/labels';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';
import { beijingDay, longDate, longPlainDate } from '@/lib/kernel/dates';
import { regionName } from '@/lib/kernel/regions';
import { type Field, inWords, isAsked, type Values } from './field';
import { contextOf, type FormMaterial } from './material';
import { counselorSinceWords } from './person-sections';
import type { FormContext, RowsPart, Section } from './section';
import { sections } from './sections';

/**
 * The form as the paper says it. What has not been answered is said to be missing, never left unsaid. A corrected form
 * keeps the day on which it was first filed, so that a page nobody changed is the same page on any later day.
 */
export function wordsOf(asItStands: FormMaterial, { version, filedAt }: { version: number; filedAt: Date }): FormWords {
  const material = { ...asItStands, today: beijingDay(filedAt) };
  const { application, certification, cycle, person, unit } = material;
  return {
    title: applicationFormTitle,
    applicationNumber: application.number,
    version,
    isDemonstration: application.isDemonstration,
    cover: {
      certification,
      cycleName: cycle.name,
      applicantName: person.name,
      unitName: unit?.name ?? '',
      category: categoryWords(material),
      filledOn: longDate(filedAt),
      organiser: cycle.organiser,
    },
    sections: sections.flatMap((section) => wordsOfSection(section, material)),
    declaration: [...cycle.declaration],
    unitStatement: cycle.unitAttestation,
    associationLabel: '协会意见',
  };
}

export interface SaidField {
  label: string;
  value: string;
  /** The input that it is changed in. */
  field: string;
}

/** The answers of a section's own questions, in words; also for the page on which they are checked. */
export function fieldWords(section: Section, material: FormMaterial): SaidField[] {
  const context = contextOf(material);
  const { values } = material.answers[section.slug];
  return section.fields
    .filter((field) => isAsked(field, context))
    .flatMap((field) => (field.kind === 'unit' ? unitWords(material) : [plainField(field, values, context)]));
}

function plainField(field: Field, values: Values, context: FormContext): SaidField {
  const typed = values[field.name];
  const value = field.name === 'counselorSince' ? counselorSinceWords(typed, context.today) : inWords(field, typed);
  return { label: field.label, value, field: field.name };
}

/** What the account says; asked of nobody. */
export function personWords({ person }: FormMaterial): SaidField[] {
  const sex = { MALE: '男', FEMALE: '女' };
  const said: [string, string][] = [
    ['姓名', person.name],
    ['性别', person.sex ? sex[person.sex] : ''],
    ['出生日期', person.birthday ? longPlainDate(person.birthday) : ''],
    ['证件类型', person.documentKindName],
    ['证件号码', person.documentNumber],
    ['手机号', person.phone],
  ];
  return said.map(([label, value]) => ({ label, value, field: 'account' }));
}

function unitWords({ unit }: FormMaterial): SaidField[] {
  if (!unit) return [{ label: '单位全称', value: '', field: 'unitName' }];
  return [
    { label: '单位全称', value: unit.name, field: 'unitName' },
    { label: '统一社会信用代码', value: unit.creditCode, field: 'unitName' },
    { label: '单位所在地', value: regionName(unit.regionCode), field: 'unitName' },
  ];
}

const categoryWords = (material: FormMaterial): string => {
  const category = sections.find(({ slug }) => slug === 'category')?.fields.find(({ name }) => name === 'category');
  return category ? inWords(category, material.answers.category.values.category) : '';
};

function wordsOfSection(section: Section, material: FormMaterial): FormSection[] {
  if (section.slug === 'statement') return statementWords(section, material);
  const said = [...(section.slug === 'identity' ? personWords(material) : []), ...fieldWords(section, material)];
  const fields: FormSection[] =
    said.length === 0
      ? []
      : [
          {
            kind: 'fields',
            slug: section.slug,
            title: section.printedTitle ?? section.title,
            sharesPage: section.sharesPage,
            withPhoto: section.slug === 'identity',
            fields: said.map(({ label, value }) => ({ label, value })),
          },
        ];
  return section.rows ? [...fields, tableWords({ section, part: section.rows, material, isAlone: said.length === 0 })] : fields;
}

interface TableToSay {
  section: Section;
  part: RowsPart;
  material: FormMaterial;
  isAlone: boolean;
}

function tableWords({ section, part, material, isAlone }: TableToSay): FormSection {
  const { title, columns, empty } = part.printed;
  const own = section.slug === 'certificates' ? heldRows(material) : [];
  const rows = material.answers[section.slug].rows.map(({ id, values }, index) => {
    const evidence = (material.evidence[id] ?? []).map(({ name }) => name);
    return columns.map(({ words }) => words(values, { number: index + 1, evidence }));
  });
  return {
    kind: 'table',
    slug: isAlone ? section.slug : `${section.slug}-list`,
    title,
    sharesPage: section.sharesPage || !isAlone,
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: [...own, ...rows],
    emptyText: empty,
  };
}

/** Certificates that the system knows need not be typed, and the paper shows them all the same. */
function heldRows({ heldCertificates }: FormMaterial): string[][] {
  const levels = { PRIMARY: '初级', INTERMEDIATE: '中级', SENIOR: '高级' };
  return heldCertificates.map(({ level, number, issuerName, issuedOn }) => [
    levels[level],
    number,
    issuerName,
    longPlainDate(issuedOn),
  ]);
}

function statementWords(section: Section, { answers }: FormMaterial): FormSection[] {
  const paragraphs = (answers.statement.values.statement ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (paragraphs.length === 0) return [];
  return [{ kind: 'text', slug: section.slug, title: section.title, sharesPage: section.sharesPage, paragraphs }];
}
