import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventTitle, isNamedEvent } from '@/lib/applications/event-words';
import { moveNames } from '@/lib/applications/moves';

/** These hand a name on: the first from the table of moves, the second from calls of its own, which are read too. */
const handsOn = ['lib/applications/move-application.ts', 'lib/catalogue/record-revision.ts'];
const writers = /\b(?:recordEvent|recordRevision)\(/g;

const sources = ['lib', 'prisma'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|generated|record-event\.ts$/.test(file))
    .filter((file) => !handsOn.includes(file)),
);

const namesByFile = () =>
  sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(writers)].map(({ index }) => ({ file, names: namesOf(callAt(text, index), text) }));
  });

/** From the name of the function to the bracket that closes its arguments. */
function callAt(text: string, start: number): string {
  let depth = 0;
  for (let at = text.indexOf('(', start); at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(start, at);
  }
  return text.slice(start);
}

/** Written beside the call, or else (a variable) anywhere in the file where a word with an underscore stands. */
function namesOf(call: string, file: string): string[] {
  const beside = /\bname: ([^,\n]*'[^,\n]*)/.exec(call)?.[1];
  if (beside) return [...beside.matchAll(/\? '([a-z_]+)' : '([a-z_]+)'|^'([a-z_]+)'/g)].flatMap(literals);
  return [...file.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].flatMap(literals);
}

const literals = ([, ...groups]: RegExpMatchArray): string[] => groups.filter((name) => name !== undefined);

describe('the history', () => {
  it('has a Chinese name for every event that the product records', () => {
    const all = new Set(namesByFile().flatMap(({ names }) => names));
    expect(all.size).toBeGreaterThan(50);
    expect([...all].filter((name) => !isNamedEvent(name))).toEqual([]);
  });

  it('knows the name of every event: none is made up on the way', () => {
    expect(namesByFile().filter(({ names }) => names.length === 0)).toEqual([]);
  });

  it('shows no code names, neither for moves nor for what an older version may have written', () => {
    for (const name of [...moveNames, 'written_long_ago']) expect(eventTitle(name)).toMatch(/^\p{sc=Han}/u);
  });
});
