import { describe, expect, it } from 'vitest';
import { titleInput } from './titles';

const typed = (over: Record<string, string>) => titleInput.safeParse({ kind: 'COMPANY', title: '示例市科技馆', taxNumber: '', email: 'a@example.com', ...over });
const sentences = (over: Record<string, string>) => typed(over).error?.issues.map(({ message }) => message) ?? [];
describe('the title of an invoice', () => {
  it('is a name, not a number', () => {
    expect(sentences({ kind: 'INDIVIDUAL', title: '1' })).toEqual([expect.stringContaining('完整的名称')]);
    expect(typed({ kind: 'INDIVIDUAL', title: ' 陆 示例 ' }).data).toMatchObject({ title: '陆 示例', taxNumber: '' });
    expect(typed({ kind: 'INDIVIDUAL', title: '𠮷示例' }).success).toBe(true);
  });

  it('of a company needs a tax number whose check character fits', () => {
    expect(sentences({})).toEqual([expect.stringContaining('须填写纳税人识别号')]);
    expect(sentences({ taxNumber: '12320100DEM0000011' })).toEqual([expect.stringContaining('校验不符')]);
    expect(typed({ taxNumber: ' 12320100-dem0000010 ' }).data?.taxNumber).toBe('12320100DEM0000010');
    expect(sentences({ taxNumber: '1' })).toEqual([expect.stringContaining('18 位')]);
  });

  it('of a public unit may have one, of a person must not', () => {
    expect(typed({ kind: 'PUBLIC_UNIT' }).success).toBe(true);
    expect(sentences({ kind: 'PUBLIC_UNIT', taxNumber: '123' })).toHaveLength(1);
    expect(sentences({ kind: 'INDIVIDUAL', title: '陆示例', taxNumber: '12320100DEM0000010' })).toEqual(['个人发票不填纳税人识别号。']);
  });

  it('goes to a mailbox that can exist', () => {
    expect(sentences({ kind: 'PUBLIC_UNIT', email: 'nobody' })).toEqual([expect.stringContaining('正确的邮箱')]);
    expect(sentences({ kind: 'PUBLIC_UNIT', email: '' })).toEqual(['请填写接收邮箱。']);
    expect(typed({ kind: 'PUBLIC_UNIT', email: 'ａ@example.com' }).data?.email).toBe('a@example.com');
  });
});
