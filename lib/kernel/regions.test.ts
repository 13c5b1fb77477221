import { expect, test } from 'vitest';
import { jiangsuCities, provinceByCode, provinceBySlug, provinceOfRegion, provinces, regionName } from './regions';

test('there are 31 provinces and Taiwan, Hong Kong and Macau, each with its own code and slug', () => {
  expect(provinces).toHaveLength(34);
  expect(new Set(provinces.map(({ code }) => code)).size).toBe(34);
  expect(new Set(provinces.map(({ slug }) => slug)).size).toBe(34);
});

test('Jiangsu is found by code, slug and any place in it', () => {
  expect(provinceByCode('32')?.name).toBe('江苏省');
  expect(provinceBySlug('jiangsu')?.code).toBe('32');
  expect(provinceOfRegion('320583')?.slug).toBe('jiangsu');
});

test('its thirteen cities run from 3201 to 3213', () => {
  expect(jiangsuCities).toHaveLength(13);
  expect(jiangsuCities[0]).toEqual({ code: '3201', name: '南京市' });
  expect(jiangsuCities.at(-1)).toEqual({ code: '3213', name: '宿迁市' });
  expect(regionName('320583')).toBe('江苏省苏州市');
  expect(regionName('110105')).toBe('北京市');
  expect(regionName('990000')).toBe('未知地区');
});
