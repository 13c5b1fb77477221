import { describe, expect, it } from 'vitest';
import { type SanctionNews, toAdmin, toWriter } from './sanction-notices';

const news: SanctionNews[] = [
  { kind: 'approved', period: '自2025年2月10日起，至2028年2月10日止', decisionNumber: '示例协会〔2025〕7号' },
  { kind: 'appeal_refused', reason: '没有新的事实' },
  { kind: 'appeal_granted', reason: '已核实。' },
  { kind: 'lifted', reason: '原认定有误' },
];

const writer = { title: '江苏省初级科技辅导员专业水平认证', unit: '示例市第一中学' };

describe('what is told of a barred unit', () => {
  it.each(news)('$kind, to the unit, in whole sentences', (one) => {
    const { subject, text } = toAdmin('示例市第一中学', one);
    expect(text).toMatch(/“示例市第一中学”.*。$/u);
    expect(text).not.toMatch(/undefined|null|。。|，。/);
    expect(subject).toMatch(/^\p{sc=Han}/u);
  });

  it.each(news.filter(({ kind }) => kind !== 'appeal_refused'))('$kind, to somebody who writes a form from it', (one) => {
    const text = toWriter(writer, one)?.text;
    expect(text).toMatch(/^您正在填写的江苏省初级科技辅导员专业水平认证.*。$/u);
    expect(text).not.toContain('虚假');
  });

  it('is nothing to a writer where nothing changes for him', () => {
    expect(toWriter(writer, { kind: 'appeal_refused', reason: '没有新的事实' })).toBeNull();
  });
});
