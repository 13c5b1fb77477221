/// <reference path="./fontverter.d.ts" />
import { readFileSync } from 'node:fs';
import path from 'node:path';

type SliceRange = { first: number; last: number; file: string };

/** HanaMin covers the rare ideographs, split into small files by Unicode range. */
export class RareSlices {
  readonly #folder: string;
  readonly #ranges: SliceRange[];

  constructor(folder: string) {
    this.#folder = folder;
    this.#ranges = readRanges(readFileSync(path.join(folder, 'HanaMin.css'), 'utf8'));
  }

  fileFor(codePoint: number): string | undefined {
    return this.#ranges.find(({ first, last }) => codePoint >= first && codePoint <= last)?.file;
  }

  async decode(file: string): Promise<Uint8Array> {
    const { default: fontverter } = await import('fontverter');
    return fontverter.convert(readFileSync(path.join(this.#folder, file)), 'sfnt');
  }
}

function readRanges(css: string): SliceRange[] {
  const rules = css.matchAll(/url\(([^)]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g);
  return [...rules].flatMap(([, file = '', ranges = '']) =>
    ranges.split(',').map((range) => {
      const [first = '', last = first] = range.trim().replace('U+', '').split('-');
      return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16), file };
    }),
  );
}
