import { expect, test } from 'vitest';
import { isUuid } from './uuid';

test.each(['0193a000-0000-7000-8000-000000000001', 'F47AC10B-58CC-4372-A567-0E02B2C3D479'])('%s is an id', (text) => {
  expect(isUuid(text)).toBe(true);
});

test.each(['', 'x', '-'.repeat(36), '0193a000-0000-7000-8000-00000000000g', '0193a000-0000-7000-8000-000000000001\n', '%00'])(
  '%j is none',
  (text) => {
    expect(isUuid(text)).toBe(false);
  },
);
