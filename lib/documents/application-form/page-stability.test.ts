import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';
import { drawApplicationForm } from '@/lib/documents/application-form/make-application-form';
import type { Drawing } from '@/lib/documents/pdf/drawing';
import { applicationFormWords } from '@/tests/build/application-form-words';

const pageKey = Buffer.from('a key for tests, thirty-two long');
const base = applicationFormWords();

/** Pages that a change in this section may touch: its own, and those of sections that share a page with it. */
const partOf: Record<string, string[]> = {
  identity: ['identity', 'category'],
  category: ['identity', 'category'],
  education: ['education', 'certificates'],
  certificates: ['education', 'certificates'],
};

const someText = fc
  .array(fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃辰宿列张，。（）《》0123456789abc'), { maxLength: 160 })
  .map((characters) => characters.join(''));

const edits = fc.record({
  slug: fc.constantFrom(...base.sections.map((section) => section.slug)),
  place: fc.nat(),
  text: someText,
  copies: fc.integer({ min: 0, max: 12 }),
});

function edited({
  slug,
  place,
  text,
  copies,
}: {
  slug: string;
  place: number;
  text: string;
  copies: number;
}): FormWords {
  const change = (section: FormSection): FormSection => {
    if (section.kind === 'text')
      return { ...section, paragraphs: [...section.paragraphs, ...Array(copies).fill(text)] };
    if (section.kind === 'table') {
      const row = section.columns.map((_, index) => (index === place % section.columns.length ? text : '例'));
      return { ...section, rows: [...section.rows.slice(place % 3), ...Array(copies).fill(row)] };
    }
    const at = place % section.fields.length;
    const fields = section.fields.map((field, index) => (index === at ? { ...field, value: text } : field));
    return { ...section, fields };
  };
  return { ...base, sections: base.sections.map((section) => (section.slug === slug ? change(section) : section)) };
}

const visible = (drawings: Drawing[]) => JSON.stringify(drawings.filter(({ kind }) => kind !== 'modules'));

describe('a change in one section', () => {
  it('leaves the digest of every page of other parts alone, however many pages it adds or takes', {
    timeout: 60_000,
  }, async () => {
    const before = await drawApplicationForm({ words: base, pageKey });
    await fc.assert(
      fc.asyncProperty(edits, async (edit) => {
        const after = await drawApplicationForm({ words: edited(edit), pageKey });
        const part = partOf[edit.slug] ?? [edit.slug];
        const others = (form: typeof before) =>
          form.pages.filter(({ sections }) => !sections.some((slug) => part.includes(slug)));
        expect(others(after).map((page) => page.digest)).toEqual(others(before).map((page) => page.digest));
      }),
      { numRuns: 300 },
    );
  });

  it('changes the digest of exactly the pages whose print differs', { timeout: 60_000 }, async () => {
    const printOf = async (words: FormWords) => {
      const form = await drawApplicationForm({ words: { ...words, version: 1 }, pageKey });
      return form.pages.map(({ digest }, index) => ({ digest, print: bodyOf(form.drawings[index] ?? []) }));
    };
    const before = await printOf(base);
    await fc.assert(
      fc.asyncProperty(edits, async (edit) => {
        const after = await printOf(edited(edit));
        for (const page of after) {
          const same = before.filter((old) => old.digest === page.digest);
          const alike = before.filter((old) => old.print === page.print);
          expect(same).toEqual(alike);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('of the version alone changes every code and no digest', async () => {
    const first = await drawApplicationForm({ words: base, pageKey });
    const second = await drawApplicationForm({ words: { ...base, version: 2 }, pageKey });
    expect(second.pages.map((page) => page.digest)).toEqual(first.pages.map((page) => page.digest));
    const codes = new Set([...first.pages, ...second.pages].map((page) => page.code));
    expect(codes.size).toBe(2 * first.pages.length);
  });

  it('that takes a whole section away leaves cover, declaration and opinions alone', async () => {
    const before = await drawApplicationForm({ words: base, pageKey });
    const after = await drawApplicationForm({ words: { ...base, sections: base.sections.slice(1) }, pageKey });
    const signed = (form: typeof before) =>
      form.pages.filter(({ sections }) => /cover|declaration|opinion/.test(sections.join())).map((page) => page.digest);
    expect(signed(before)).toHaveLength(3);
    expect(signed(after)).toEqual(signed(before));
  });

  it('of the photo changes the page that shows it', async () => {
    const withPhoto = (letter: string) => drawApplicationForm({ words: base, pageKey, photo: Buffer.from(letter) });
    const [one, other] = [await withPhoto('a'), await withPhoto('b')];
    const changed = one.pages.filter((page, index) => page.digest !== other.pages[index]?.digest);
    expect(changed.map((page) => page.sections)).toEqual([['identity', 'category']]);
  });

  it('never lets two pages of one form share a digest', async () => {
    const { pages } = await drawApplicationForm({ words: base, pageKey });
    expect(new Set(pages.map((page) => page.digest)).size).toBe(pages.length);
  });
});

/** What is printed but for the codes and their letters, which stand at the end of a page's marks. */
function bodyOf(drawings: Drawing[]): string {
  return visible(
    drawings.slice(
      0,
      drawings.findIndex(({ kind }) => kind === 'block'),
    ),
  );
}
