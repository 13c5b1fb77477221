import { expect, it } from 'vitest';
import { namedPages } from './named-pages';

it.each([
  ['第 3 页', [3]],
  ['第3、7页', [3, 7]],
  ['第３页', [3]],
  ['3', [3]],
  ['7,3', [3, 7]],
  ['第 3-5 页', [3, 4, 5]],
  ['第3页至第5页', [3, 4, 5]],
  ['第 3 至 5 页', [3, 4, 5]],
  ['第 3 页和第 9 页', [3, 9]],
  ['单位意见', []],
  ['2023 年的获奖', []],
  ['', []],
  ['第 12 页', []],
])('the place “%s” names pages %j of ten', (place, pages) => {
  expect(namedPages(place, 10)).toEqual(pages);
});
