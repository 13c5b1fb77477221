export interface Province {
  /** GB/T 2260, two digits. */
  code: string;
  /** Used in addresses: /certifications/jiangsu. */
  slug: string;
  name: string;
  shortName: string;
}

const rows = [
  ['11', 'beijing', '北京市', '北京'],
  ['12', 'tianjin', '天津市', '天津'],
  ['13', 'hebei', '河北省', '河北'],
  ['14', 'shanxi', '山西省', '山西'],
  ['15', 'neimenggu', '内蒙古自治区', '内蒙古'],
  ['21', 'liaoning', '辽宁省', '辽宁'],
  ['22', 'jilin', '吉林省', '吉林'],
  ['23', 'heilongjiang', '黑龙江省', '黑龙江'],
  ['31', 'shanghai', '上海市', '上海'],
  ['32', 'jiangsu', '江苏省', '江苏'],
  ['33', 'zhejiang', '浙江省', '浙江'],
  ['34', 'anhui', '安徽省', '安徽'],
  ['35', 'fujian', '福建省', '福建'],
  ['36', 'jiangxi', '江西省', '江西'],
  ['37', 'shandong', '山东省', '山东'],
  ['41', 'henan', '河南省', '河南'],
  ['42', 'hubei', '湖北省', '湖北'],
  ['43', 'hunan', '湖南省', '湖南'],
  ['44', 'guangdong', '广东省', '广东'],
  ['45', 'guangxi', '广西壮族自治区', '广西'],
  ['46', 'hainan', '海南省', '海南'],
  ['50', 'chongqing', '重庆市', '重庆'],
  ['51', 'sichuan', '四川省', '四川'],
  ['52', 'guizhou', '贵州省', '贵州'],
  ['53', 'yunnan', '云南省', '云南'],
  ['54', 'xizang', '西藏自治区', '西藏'],
  ['61', 'shaanxi', '陕西省', '陕西'],
  ['62', 'gansu', '甘肃省', '甘肃'],
  ['63', 'qinghai', '青海省', '青海'],
  ['64', 'ningxia', '宁夏回族自治区', '宁夏'],
  ['65', 'xinjiang', '新疆维吾尔自治区', '新疆'],
  ['71', 'taiwan', '台湾省', '台湾'],
  ['81', 'hongkong', '香港特别行政区', '香港'],
  ['82', 'macau', '澳门特别行政区', '澳门'],
] as const;

export const provinces: readonly Province[] = rows.map(([code, slug, name, shortName]) => ({
  code,
  slug,
  name,
  shortName,
}));

const byCode = new Map(provinces.map((province) => [province.code, province]));
const bySlug = new Map(provinces.map((province) => [province.slug, province]));

export const provinceByCode = (code: string): Province | undefined => byCode.get(code);

export const provinceBySlug = (slug: string): Province | undefined => bySlug.get(slug);

/** The province of a region code of two, four or six digits. */
export const provinceOfRegion = (regionCode: string): Province | undefined => byCode.get(regionCode.slice(0, 2));

export interface City {
  /** GB/T 2260, four digits. */
  code: string;
  name: string;
}

const jiangsuCityNames = [
  '南京市',
  '无锡市',
  '徐州市',
  '常州市',
  '苏州市',
  '南通市',
  '连云港市',
  '淮安市',
  '盐城市',
  '扬州市',
  '镇江市',
  '泰州市',
  '宿迁市',
];

export const jiangsuCities: readonly City[] = jiangsuCityNames.map((name, index) => ({
  code: `32${String(index + 1).padStart(2, '0')}`,
  name,
}));

/** 江苏省南京市 for 3201 and below; the province alone where the city is not known. */
export function regionName(regionCode: string): string {
  const province = provinceOfRegion(regionCode);
  if (!province) return '未知地区';
  const city = jiangsuCities.find(({ code }) => code === regionCode.slice(0, 4));
  return city ? province.name + city.name : province.name;
}
