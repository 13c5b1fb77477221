import type { Typefaces } from '@/lib/documents/fonts/font-chain';
import { content, contentWidth } from '@/lib/documents/application-form/page-geometry';
import { fitLines } from '@/lib/documents/application-form/fit-lines';
import { chineseNumber } from '@/lib/documents/application-form/chinese-number';
import type { Drawing } from '@/lib/documents/pdf/drawing';

export type Bookmark = { title: string; page: number };

/** One sheet of the form. A part is a run of sheets that no other part can push about. */
export type Sheet = { sections: string[]; titles: string[]; numberInPart: number; drawings: Drawing[] };

type OpenSection = { slug: string; title: string };
type Opening = { sharesPage: boolean; firstHeight: number; isNumbered?: boolean };

const HEADING = { size: 15, continuedSize: 11, below: 12, gapAbove: 24, ownRoom: 32 };

/** Fills sheets from top to bottom; whoever draws asks for room first. */
export class PageFlow {
  readonly sheets: Sheet[] = [];
  readonly bookmarks: Bookmark[] = [];
  readonly typefaces: Typefaces;
  y = content.top;
  #section: OpenSection = { slug: '', title: '' };

  constructor(typefaces: Typefaces) {
    this.typefaces = typefaces;
  }

  get sheet(): Sheet {
    const sheet = this.sheets.at(-1);
    if (sheet === undefined) throw new Error('no sheet has been started');
    return sheet;
  }

  get room(): number {
    return content.bottom - this.y;
  }

  get pageNumber(): number {
    return this.sheets.length;
  }

  add(...drawings: Drawing[]): void {
    this.sheet.drawings.push(...drawings);
  }

  /** A sheet without a heading, before the numbered sections begin. */
  startCover(): void {
    this.#section = { slug: 'cover', title: '封面' };
    this.#startSheet(1);
    this.bookmarks.push({ title: '封面', page: 1 });
  }

  /** A section with a page of its own starts a part; one that shares goes on below if its beginning finds room. */
  openSection({ slug, title, sharesPage, firstHeight, isNumbered = true }: OpenSection & Opening): void {
    const number = isNumbered ? `${chineseNumber(this.bookmarks.length)}、` : '';
    this.#section = { slug, title: `${number}${title}` };
    const hasSection = this.bookmarks.length > 1;
    if (!sharesPage || !hasSection) this.#startSheet(1);
    else if (this.room < HEADING.gapAbove + HEADING.ownRoom + firstHeight)
      this.#startSheet(this.sheet.numberInPart + 1);
    if (this.y > content.top) this.y += HEADING.gapAbove;
    if (!this.sheet.sections.includes(slug)) {
      this.sheet.sections.push(slug);
      this.sheet.titles.push(this.#section.title);
    }
    this.#heading(this.#section.title, HEADING.size);
    this.bookmarks.push({ title: this.#section.title, page: this.pageNumber });
  }

  continueOnNextSheet(): void {
    this.#startSheet(this.sheet.numberInPart + 1);
    this.#heading(`${this.#section.title}（续）`, HEADING.continuedSize);
  }

  #startSheet(numberInPart: number): void {
    const { slug, title } = this.#section;
    this.sheets.push({ sections: [slug], titles: [title], numberInPart, drawings: [] });
    this.y = content.top;
  }

  #heading(title: string, size: number): void {
    const fitted = fitLines({
      text: title,
      width: contentWidth,
      sizes: [size, 12, 10],
      lines: 2,
      weight: 'bold',
      typefaces: this.typefaces,
    });
    for (const { text, hang } of fitted.lines) {
      this.y += fitted.size;
      this.add({ kind: 'text', x: content.left - hang, y: this.y, size: fitted.size, weight: 'bold', text });
      this.y += fitted.size * 0.35;
    }
    this.y += HEADING.below - fitted.size * 0.35;
  }
}
