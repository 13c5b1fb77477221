import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formWords } from '@/lib/documents/application-form/form-words';
import { adviceOn } from './advice';
import { amendAnswers } from './amend-answers';
import { readAnswers, readSection, type SectionAnswers } from './answers';
import { type Asked, type Field, inWords, isAsked } from './field';
import { looseValues, strictValues } from './field-schemas';
import { contextOf, type FormMaterial } from './material';
import { problemsOf } from './problems';
import { progressOf } from './progress';
import { sectionSlugs } from './section-slugs';
import { sections } from './sections';
import { wordsOf } from './words';

const today = '2025-02-10';
const now = new Date('2025-02-10T02:00:00Z');

/** What people type and paste: words, dates in any spelling, numbers, nonsense, controls, rare characters. */
const typed = fc.oneof(
  fc.constantFrom('', ' ', '2016.9', '2023年8月', '20230805', '２０２３－０８', '大约五年前', '48', '４８', '007', '999999'),
  fc.constantFrom('STUDENT', 'PRIMARY_SCHOOL_TEACHER', 'YES', 'NO', 'BACHELOR', 'PROVINCE', 'STUDENT_CONTEST_AWARD'),
  fc.constantFrom('示例市第一中学', '𠮷𱍐', 'a@school.example', '一\u0000二\r\n三', '\uD83D', '<b>粗</b>'),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const fitting = (field: Field): fc.Arbitrary<string> => {
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'month':
      return fc.constantFrom('2012-06', '2016.9', '2023年8月');
    case 'day':
      return fc.constantFrom('2023-12-15', '20231215');
    case 'whole':
      return fc.integer({ min: field.least, max: field.most }).map(String);
    case 'email':
      return fc.constant('lu@school.example');
    default:
      return fc.constantFrom('示例', '示例师范大学', '𠮷野');
  }
};

const valuesOf = (fields: readonly Field[], how: (field: Field) => fc.Arbitrary<string>) =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, how(field)])));

const mostlyFitting = (field: Field) => fc.oneof({ weight: 3, arbitrary: fitting(field) }, { weight: 1, arbitrary: typed });

const asked: fc.Arbitrary<Asked> = fc.constantFrom(
  { isStudent: true, isWorker: false },
  { isStudent: false, isWorker: true },
  { isStudent: false, isWorker: false },
);

const anySection = fc.constantFrom(...sections);
const fieldLists = [...sections.map(({ fields }) => fields), ...sections.flatMap(({ rows }) => (rows ? [rows.fields] : []))];
const anyFields = fc.constantFrom(...fieldLists.filter((fields) => fields.length > 0));

const materialOf = (answers: FormMaterial['answers']): FormMaterial => ({
  application: { number: 'JS24C00000001', isDemonstration: false },
  certification: '江苏省初级科技辅导员专业水平认证',
  cycle: {
    name: '2024年江苏省青少年科技辅导员专业水平认证',
    provinceCode: '32',
    organiser: '江苏省青少年科技教育协会',
    declaration: ['本人承诺：所填内容真实。'],
    unitAttestation: '经核查，证实有效。',
  },
  person: {
    name: '陆示例',
    sex: 'FEMALE',
    birthday: '1990-06-15',
    documentKindName: '居民身份证',
    documentNumber: '320000199006150022',
    phone: '19900001234',
  },
  photoFileId: null,
  photo: null,
  unit: null,
  heldCertificates: [],
  answers,
  evidence: {},
  today,
});

/** A whole draft, each page of it saved as the product saves it. */
const anyAnswers = fc
  .tuple(
    ...sections.map((section) =>
      fc.record({
        own: valuesOf(section.fields, mostlyFitting),
        rows: fc.array(valuesOf(section.rows?.fields ?? [], mostlyFitting), { maxLength: section.rows ? 3 : 0 }),
      }),
    ),
  )
  .map((pages) =>
    readAnswers(
      pages.map(({ own, rows }, index) => {
        const section = sections[index];
        if (!section) throw new Error('no section');
        let answers = saved(section, readSection(section, undefined), { typed: own });
        for (const row of rows) answers = saved(section, answers, { typed: row, rowId: randomUUID() });
        return { slug: section.slug, answers: JSON.parse(JSON.stringify(answers)) };
      }),
    ),
  );

function saved(
  section: (typeof sections)[number],
  answers: SectionAnswers,
  { typed: raw, rowId }: { typed: Record<string, string>; rowId?: string },
): SectionAnswers {
  const amended = amendAnswers(section, answers, { typed: raw, rowId, baseRevision: rowId ? 0 : answers.revision });
  return amended.outcome === 'changed' ? amended.answers : answers;
}

describe('drafts', () => {
  test('anything that is typed can be saved, and saving it again changes nothing', () => {
    fc.assert(
      fc.property(anyFields.chain((fields) => valuesOf(fields, () => typed).map((values) => ({ fields, values }))), ({ fields, values }) => {
        const once = looseValues(fields).parse(values);
        expect(looseValues(fields).parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('whatever is complete is a draft with the same answers', () => {
    const wish = anyFields.chain((fields) => fc.tuple(valuesOf(fields, mostlyFitting), asked).map(([values, who]) => ({ fields, values, who })));
    let complete = 0;
    fc.assert(
      fc.property(wish, ({ fields, values, who }) => {
        const strict = strictValues(fields, { ...who, today }).safeParse(values);
        if (!strict.success) return;
        complete += 1;
        expect(looseValues(fields).parse(values)).toEqual(strict.data);
      }),
      { numRuns: 2000 },
    );
    expect(complete).toBeGreaterThan(200);
  });

  test('a repeated input, a file or a missing one counts as not filled in', () => {
    const field: Field = { kind: 'text', name: 'post', label: '岗位', max: 40 };
    for (const post of [['一', '二'], undefined, 7, {}]) expect(looseValues([field]).parse({ post })).toEqual({ post: '' });
  });

  test('somebody else in between is never overwritten unseen', () => {
    const wish = anySection.chain((section) => fc.tuple(fc.constant(section), valuesOf(section.fields, mostlyFitting), fc.nat({ max: 5 })));
    fc.assert(
      fc.property(wish, ([section, values, behind]) => {
        const stored = { ...readSection(section, undefined), revision: 7 };
        const amended = amendAnswers(section, stored, { typed: values, baseRevision: 7 - behind });
        if (behind > 0) expect(amended.outcome).not.toBe('changed');
        if (amended.outcome === 'changed') expect(amended.answers.revision).toBe(8);
      }),
    );
  });
});

describe('from the form to the paper', () => {
  test('every answer that is asked for is printed in its words, and the paper can be drawn', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const material = materialOf(answers);
        const words = formWords.parse(wordsOf(material, { version: 1, filedAt: now }));
        const paper = JSON.stringify(words.sections);
        const context = contextOf(material);
        for (const section of sections) {
          for (const field of section.fields) {
            if (!isAsked(field, context) || field.kind === 'unit' || field.kind === 'area') continue;
            const said = inWords(field, answers[section.slug].values[field.name]);
            expect(paper).toContain(JSON.stringify(said).slice(1, -1));
          }
          const table = words.sections.find(({ kind, slug }) => kind === 'table' && slug.startsWith(section.slug));
          if (table?.kind === 'table') expect(table.rows).toHaveLength(answers[section.slug].rows.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a section is complete exactly when nothing is wrong with it', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const material = materialOf(answers);
        const problems = problemsOf(material);
        for (const { section, state } of progressOf(material)) {
          const isOpen = problems.some((problem) => problem.section === section.slug);
          expect(state === 'begun' || state === 'untouched').toBe(isOpen);
        }
        for (const { sentence } of [...problems, ...adviceOn(material)]) expect(sentence).toMatch(/^[^\s].*。$/su);
      }),
      { numRuns: 300 },
    );
  });
});

test('sections stand in one order and have one name each', () => {
  expect(sections.map(({ slug }) => slug)).toEqual([...sectionSlugs]);
  expect(new Set(sections.map(({ title }) => title)).size).toBe(sections.length);
});
