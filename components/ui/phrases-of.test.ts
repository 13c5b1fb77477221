import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from './phrases-of';

describe('phrasesOf', () => {
  it('keeps words of the business in one piece', () => {
    expect(phrasesOf('江苏省初级科技辅导员专业水平认证')).toEqual(['江苏省', '初级', '科技辅导员', '专业水平认证']);
    expect(phrasesOf('青少年科技辅导员专业水平认证')).toEqual(['青少年科技辅导员', '专业水平认证']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    const phrases = phrasesOf('注册的手机号已经不用了，或者不是“您本人”注册的（示例）');
    for (const phrase of phrases) {
      expect(phrase).not.toMatch(/^[，。、；：！？”’）》〕】]/);
      expect(phrase).not.toMatch(/[“‘（《〔【]$/);
    }
  });

  it('does not part a year from its number', () => {
    expect(phrasesOf('2024年江苏省')[0]).toBe('2024年');
  });

  it('never changes the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => phrasesOf(text).join('') === text));
  });
});
