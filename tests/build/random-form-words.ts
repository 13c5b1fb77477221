import fc from 'fast-check';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';

const CHARACTERS = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经',
  ...'，。、；：？！（）《》“”·—…',
  ...'0123456789ABCDEFabcdef',
  ...'𠮷𬱖㛃䶮𰻝',
];

const wordsOf = (maxLength: number) =>
  fc.array(fc.constantFrom(...CHARACTERS), { maxLength }).map((characters) => characters.join(''));
const someWordsOf = (maxLength: number) =>
  fc.array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength }).map((characters) => characters.join(''));

const fieldsSection = fc.record({
  kind: fc.constant('fields' as const),
  title: someWordsOf(14),
  sharesPage: fc.boolean(),
  withPhoto: fc.boolean(),
  fields: fc.array(fc.record({ label: someWordsOf(10), value: wordsOf(120) }), { maxLength: 14 }),
});

const tableSection = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    kind: fc.constant('table' as const),
    title: someWordsOf(14),
    sharesPage: fc.boolean(),
    columns: fc.array(fc.record({ label: someWordsOf(8), width: fc.integer({ min: 5, max: 50 }) }), {
      minLength: count,
      maxLength: count,
    }),
    rows: fc.array(fc.array(wordsOf(90), { minLength: count, maxLength: count }), { minLength: 1, maxLength: 12 }),
    emptyText: fc.constant(''),
  }),
);

const textSection = fc.record({
  kind: fc.constant('text' as const),
  title: someWordsOf(14),
  sharesPage: fc.boolean(),
  paragraphs: fc.array(wordsOf(600), { maxLength: 5 }),
});

/** Application forms of any words, of lengths that the screens let people type. */
export const randomFormWords: fc.Arbitrary<FormWords> = fc
  .record({
    title: fc.constant('青少年科技辅导员专业水平认证申报书'),
    applicationNumber: fc.stringMatching(/^[A-Z0-9-]{1,16}$/),
    version: fc.integer({ min: 1, max: 99 }),
    isDemonstration: fc.boolean(),
    cover: fc.record({
      certification: wordsOf(40),
      cycleName: wordsOf(20),
      applicantName: wordsOf(50),
      unitName: wordsOf(80),
      category: wordsOf(60),
      filledOn: wordsOf(12),
      organiser: wordsOf(30),
    }),
    sections: fc.array(fc.oneof(fieldsSection, tableSection, textSection), { maxLength: 5 }),
    declaration: fc.array(wordsOf(150), { maxLength: 6 }),
    unitStatement: wordsOf(150),
    associationLabel: someWordsOf(12),
  })
  .map((words) => ({
    ...words,
    sections: words.sections.map((section, index): FormSection => ({ ...section, slug: `section-${index + 1}` })),
  }));
