import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';
import { applicationFormWords } from '@/tests/build/application-form-words';

/** Forms of one shape and ever other words, so that nothing can be kept from one to the next. */
export function variedWords(seed: number): (index: number) => FormWords {
  return (index) => {
    const random = randomFrom(seed + index * 7919);
    const vary = (text: string) => (text.length < 6 ? text : `${text}${someHan(random, 1)}`);
    const words = applicationFormWords({
      applicationNumber: `JS2024-C-${String(index).padStart(6, '0')}`,
      cover: { applicantName: `示例${someHan(random, 2)}`, unitName: `江苏省示例市${someHan(random, 2)}实验幼儿园` },
    });
    return { ...words, sections: words.sections.map((section) => varySection(section, vary)) };
  };
}

function varySection(section: FormSection, vary: (text: string) => string): FormSection {
  if (section.kind === 'text') return { ...section, paragraphs: section.paragraphs.map(vary) };
  if (section.kind === 'table') return { ...section, rows: section.rows.map((row) => row.map(vary)) };
  return { ...section, fields: section.fields.map(({ label, value }) => ({ label, value: vary(value) })) };
}

/** From the first few thousand ideographs, which every font here has. */
function someHan(random: () => number, count: number): string {
  return Array.from({ length: count }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 6000))).join('');
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
