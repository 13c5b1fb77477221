import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTypefaces, type Typefaces } from '@/lib/documents/fonts/font-chain';
import { breakLines } from '@/lib/documents/pdf/line-breaking';

const POOL = [...'的一是在不了有和人这中大为上个国我以要他时来用们，。、；：？！（）《》“”·—…ABCxyz0123456789 .,-/%'];
let typefaces: Typefaces;

beforeAll(async () => {
  typefaces = await openTypefaces(POOL.join(''));
});

const linesOf = (text: string, width: number) =>
  breakLines({ text, width, size: 10, weight: 'regular', typefaces }).map((line) => line.text);

const texts = fc.array(fc.constantFrom(...POOL), { maxLength: 200 }).map((characters) => characters.join(''));
const widths = fc.integer({ min: 30, max: 480 });

describe('line breaking', () => {
  it('loses and adds nothing but the spaces at the breaks', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        expect(linesOf(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('never makes a line wider than its measure', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        for (const line of breakLines({ text, width, size: 10, weight: 'bold', typefaces })) {
          expect(line.width).toBeLessThanOrEqual(width + 0.01);
        }
      }),
    );
  });

  it('never starts a line with a closing mark nor ends one with an opening mark', () => {
    const sensible = fc
      .array(fc.constantFrom('中文', '，', '。', '（', '）', '《', '》', '12', '字'), { maxLength: 120 })
      .map((parts) => parts.join('').replace(/([，。（）《》])[，。（）《》]+/g, '$1'));
    fc.assert(
      fc.property(sensible, widths, (text, width) => {
        const lines = linesOf(text, width);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。）》]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《]$/);
      }),
    );
  });

  it('keeps a number and a short word whole', () => {
    expect(linesOf('活动人数合计 2,400 人次', 85)).toEqual(['活动人数合计', '2,400 人次']);
  });

  it('parts a long address at its signs and fills the line before it', () => {
    expect(linesOf('见 https://school.example/kexue/huodong?year=2023', 120)).toEqual([
      '见 https://school.',
      'example/kexue/',
      'huodong?year=2023',
    ]);
  });

  it('parts an endless word at the edge', () => {
    const lines = linesOf('a'.repeat(100), 60);
    expect(lines.join('')).toBe('a'.repeat(100));
    expect(lines.length).toBeLessThan(12);
  });

  it('lets the last mark lend its empty half rather than push a character down', () => {
    expect(linesOf('一二三四五六七八九。十', 95)).toEqual(['一二三四五六七八九。', '十']);
  });

  it('breaks where the writer did', () => {
    expect(linesOf('第一行\n\n第三行', 400)).toEqual(['第一行', '', '第三行']);
  });
});
