import { describe, expect, it } from 'vitest';
import { idNumberGroups } from './id-number-groups';

describe('idNumberGroups', () => {
  it.each([
    ['32010219900302001x', '320102 19900302 001 X'],
    ['３２０１０２ 1990', '320102 1990'],
    ['H12345678', 'H123 4567 8'],
    ['', ''],
  ])('%s is read back as %s', (typed, groups) => expect(idNumberGroups(typed)).toBe(groups));
});
