import { describe, expect, test } from 'vitest';
import { localPath } from './local-path';

describe('the way back after signing in', () => {
  test.each(['/my/certifications', '/apply/1?step=2#photo', '/', '/office/applications?view=mine&page=2'])(
    '%s is followed',
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  test.each([
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'my/certifications',
    '',
    '/a\u0000b',
    '/%\n',
    undefined,
    ['/my'],
  ])('%j is not', (path) => {
    expect(localPath(path)).toBeNull();
  });

  test('a path that climbs stays on this site', () => {
    expect(localPath('/../../my')).toBe('/my');
  });
});
