import sharp from 'sharp';
import type { FormSection, FormWords } from '@/lib/documents/application-form/form-words';
import { type ApplicationForm, makeApplicationForm } from '@/lib/documents/application-form/make-application-form';
import { applicationFormWords } from '@/tests/build/application-form-words';
import { seeded } from '@/tests/build/seeded';
import { between, pick } from './pick';

type Random = () => number;

export interface IssuedForm extends ApplicationForm {
  words: FormWords;
  photo: Buffer;
}

export const corpusKey = Buffer.from('a key that only the corpus knows.').subarray(0, 32);

const usual = [
  ...'的一是在有和人中大为上个国以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指',
];
const schoolish = [
  ...'科技教育实验活动观察创新制作模型竞赛辅导课程设计机器人航天气象植物昆虫电路编程能源环保调查报告论文著作奖等次省市区县级别第一独立主持',
];
const rare = [...'𠮷𬱖㛃䶮𰻝𬭚㑇龘犇骉垚焱昇堃喆旻翀翯'];

/** A form of invented words, really issued. The same seed gives the same bytes. */
export async function issueForm({ seed, version = 1 }: { seed: number; version?: number }): Promise<IssuedForm> {
  const random = seeded(seed);
  const words = randomWords({ random, version, number: seed % 1_000_000 });
  const photo = await portrait(random);
  return { ...(await makeApplicationForm({ words, photo, pageKey: corpusKey })), words, photo };
}

function randomWords({ random, version, number }: { random: Random; version: number; number: number }): FormWords {
  const sections = applicationFormWords().sections.map((section) => varied(section, random));
  const words = applicationFormWords({
    applicationNumber: `JS2026-C-${String(number).padStart(6, '0')}`,
    version,
    isDemonstration: random() < 0.5,
    cover: {
      applicantName: `示例${phrase(random, 1)}${pick(rare, random)}`,
      unitName: `江苏省示例市${phrase(random, 2)}实验学校`,
      filledOn: `2026年${Math.ceil(12 * random())}月${Math.ceil(28 * random())}日`,
    },
    sections,
  });
  if (version === 1) return words;
  // The version after says something else in some of its sections; the pages of the others stay as they were.
  return { ...words, sections: sections.map((section) => (random() < 0.4 ? varied(section, random) : section)) };
}

function varied(section: FormSection, random: Random): FormSection {
  if (section.kind === 'fields') {
    return { ...section, fields: section.fields.map(({ label, value }) => ({ label, value: like(value, random) })) };
  }
  if (section.kind === 'text') return { ...section, paragraphs: section.paragraphs.map((text) => like(text, random)) };
  const [least, most] = rowLimits(section.rows.length);
  const count = Math.round(between(least, most, random));
  const rows = Array.from({ length: count }, (_, index) => section.rows[index % section.rows.length] ?? []);
  return { ...section, rows: rows.map((row) => row.map((cell) => like(cell, random))) };
}

/** Some have done much, some little. */
const rowLimits = (usually: number): [number, number] =>
  usually === 0 ? [0, 0] : [Math.ceil(usually / 2), usually * 2];

/** As long as this text, with digits where it has digits, and its punctuation. */
function like(text: string, random: Random): string {
  return [...text]
    .map((character) => {
      if (/\d/.test(character)) return String(Math.floor(10 * random()));
      if (/\p{Script=Han}/u.test(character)) return phrase(random, 1);
      return character;
    })
    .join('');
}

function phrase(random: Random, length: number): string {
  return Array.from({ length }, () => {
    const kind = random();
    if (kind < 0.6) return pick(usual, random);
    if (kind < 0.9) return pick(schoolish, random);
    if (kind < 0.99) return String.fromCodePoint(0x4e00 + Math.floor(20_000 * random()));
    return pick(rare, random);
  }).join('');
}

/** Nobody: a head and shoulders before a plain wall. */
async function portrait(random: Random): Promise<Buffer> {
  const wall = pick(['#f4f6f8', '#4a86c8', '#c23b3b', '#dfe7ee'], random);
  const [hair, skin, coat] = [
    pick(['#1a1614', '#2d221c', '#3a3532'], random),
    pick(['#e8c4a4', '#d9ae8a', '#f0d2b8'], random),
    pick(['#23324a', '#5b6470', '#f2f2f2', '#6d2f3c'], random),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="295" height="413"><rect width="295" height="413" fill="${wall}"/>
    <ellipse cx="147" cy="420" rx="135" ry="120" fill="${coat}"/><rect x="118" y="240" width="60" height="80" fill="${skin}"/>
    <ellipse cx="147" cy="165" rx="${between(80, 92, random)}" ry="108" fill="${hair}"/><ellipse cx="147" cy="185" rx="70" ry="92" fill="${skin}"/>
    <ellipse cx="120" cy="178" rx="9" ry="5" fill="#222"/><ellipse cx="174" cy="178" rx="9" ry="5" fill="#222"/>
    <path d="M122 232Q147 ${between(238, 252, random)} 172 232" stroke="#a05048" stroke-width="5" fill="none"/></svg>`;
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  return sharp(Buffer.from(svg)).blur(1.2).jpeg({ quality: 90 }).toBuffer();
}
