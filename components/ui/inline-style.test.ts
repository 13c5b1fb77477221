import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx') && !path.includes('.test.'))
  .map((path) => ({ path, text: readFileSync(`components/${path}`, 'utf8') }));

describe('every component', () => {
  it('leaves inline styles and raw HTML alone, which the content policy refuses', () => {
    expect(sources.length).toBeGreaterThan(50);
    const wrong = sources.filter(({ text }) => /\sstyle=|dangerouslySetInnerHTML/.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
