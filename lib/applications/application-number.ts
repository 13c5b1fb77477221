import { randomInt } from 'node:crypto';
import { provinceByCode } from '@/lib/kernel/regions';

/** GB/T 2260, two letters a province. */
const letters: Record<string, string> = {
  '11': 'BJ',
  '12': 'TJ',
  '13': 'HE',
  '14': 'SX',
  '15': 'NM',
  '21': 'LN',
  '22': 'JL',
  '23': 'HL',
  '31': 'SH',
  '32': 'JS',
  '33': 'ZJ',
  '34': 'AH',
  '35': 'FJ',
  '36': 'JX',
  '37': 'SD',
  '41': 'HA',
  '42': 'HB',
  '43': 'HN',
  '44': 'GD',
  '45': 'GX',
  '46': 'HI',
  '50': 'CQ',
  '51': 'SC',
  '52': 'GZ',
  '53': 'YN',
  '54': 'XZ',
  '61': 'SN',
  '62': 'GS',
  '63': 'QH',
  '64': 'NX',
  '65': 'XJ',
  '71': 'TW',
  '81': 'HK',
  '82': 'MO',
};

/** JS24C12345678: province, cycle year, C for certification, eight digits. At most 16 letters and digits. */
export function applicationNumber(provinceCode: string, cycleYear: number): string {
  const province = provinceByCode(provinceCode) ? letters[provinceCode] : 'CN';
  const serial = String(randomInt(100_000_000)).padStart(8, '0');
  return `${province}${String(cycleYear % 100).padStart(2, '0')}C${serial}`;
}
