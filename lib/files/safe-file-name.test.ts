import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './safe-file-name';

const named = (given: string, extension?: string) => safeFileName(given, { fallback: '业绩材料', extension });

describe('the name of an uploaded file', () => {
  it.each([
    ['获奖证书.PDF', 'pdf', '获奖证书.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\示例\\桌面\\证书.jpg', 'jpg', '证书.jpg'],
    ['证书.pdf.exe', 'pdf', '证书.pdf'],
    ['第1.2节说明', 'pdf', '第1.2节说明.pdf'],
    ['a\r\nSet-Cookie: x=1', 'pdf', 'aSet-Cookie x=1.pdf'],
    ['\u202Efdp.exe', 'jpg', 'fdp.jpg'],
    ['零\u200B宽\uFEFF.png', 'jpg', '零宽.jpg'],
    ['', 'jpg', '业绩材料.jpg'],
    ['...', 'jpg', '业绩材料.jpg'],
    ['.htaccess', 'jpg', 'htaccess.jpg'],
    ['.env', 'jpg', '业绩材料.jpg'],
    ['CON?<>|*"', 'jpg', 'CON.jpg'],
    ['林晓𬱖的照片.jpeg', 'jpg', '林晓𬱖的照片.jpg'],
    ['\uD800半个.jpg', 'jpg', '半个.jpg'],
  ])('%j, by content %s, becomes %s', (given, extension, expected) => {
    expect(named(given, extension)).toBe(expected);
  });

  it('is cut to a length that every system takes, at whole characters', () => {
    expect(Array.from(named('𬱖'.repeat(5000), 'pdf'))).toHaveLength(84);
  });

  it('is safe whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = named(given, 'pdf');
        expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+\.pdf$/u);
        expect(name.startsWith('.')).toBe(false);
        expect(named(name, 'pdf')).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});
