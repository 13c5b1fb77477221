import { expect, it } from 'vitest';
import { looseSheets } from './loose-sheets';

const file = (id: string) => ({ id, name: '扫描件.pdf', uploadedById: 'p', pageCodes: [[]] });
const looking = { personId: 'p', readList: () => null };

it('lists the first sheet of each of two files that are called the same', () => {
  const rows = ['a', 'b'].map((id) => ({ id: `sheet ${id}`, sheet: 1, filing: 'UNREAD' as const, findings: [], file: file(id) }));
  expect(looseSheets(rows, looking).map(({ sheetId }) => sheetId)).toEqual(['sheet a', 'sheet b']);
});

it('says of a sheet what was found on it', () => {
  const findings = [{ kind: 'identity', lamp: 'RED', sentence: '一张纸上有两页的编码。', crop: null }];
  const [sheet] = looseSheets([{ id: 's', sheet: 1, filing: 'UNREAD', findings, file: file('a') }], looking);
  expect(sheet?.because).toBe('一张纸上有两页的编码。');
});
