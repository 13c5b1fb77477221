import { glyphOutlines } from './glyph-outline';
import { pick } from './pick';

type Random = () => number;

/** A picture of ink, its sides in millimetres. */
export interface InkPicture {
  svg: string;
  width: number;
  height: number;
}

export const sealShapes = ['round', 'oval', 'square', 'logo', 'red_text', 'thumb', 'hand_drawn_ring'] as const;
export type SealShape = (typeof sealShapes)[number];

const reds = ['#d3202a', '#c8202f', '#de2f2f', '#b91f2c', '#d8363a'];
const places = '云山江河湖海东西南北青白金石林松梅竹兰秋春晨星月';
const kinds = ['实验幼儿园', '第二实验小学', '初级中学', '中等专业学校', '青少年活动中心', '教师发展中心', '科技馆'];

/** Red marks that people press, draw or print: the unit's seal and what might be mistaken for it. Nobody's name. */
export async function sealPicture(shape: SealShape, random: Random): Promise<InkPicture> {
  const red = pick(reds, random);
  const drawn = await drawers[shape](random, red);
  return framed(drawn, 360 * (random() + random() - 1) * (shape === 'round' ? 0.12 : 0.03));
}

type Drawn = { inside: string; width: number; height: number };

const drawers: Record<SealShape, (random: Random, red: string) => Promise<Drawn> | Drawn> = {
  round: roundSeal,
  oval: ovalSeal,
  square: squareSeal,
  logo: logoDisc,
  red_text: redText,
  thumb: thumbPrint,
  hand_drawn_ring: handDrawnRing,
};

/** The official pattern: one ring, a star in the middle, the name around it, sometimes a line of digits below. */
async function roundSeal(random: Random, red: string): Promise<Drawn> {
  const radius = 19 + 3.5 * random();
  const ring = 1 + 0.35 * random();
  const name = unitName(random);
  const spread = Math.min(280, 18 * name.length);
  const letters = await aroundRing(name, {
    radius: radius - ring - 3.4,
    size: 4.6,
    from: -spread / 2,
    spread,
    narrow: 0.72,
  });
  const digits =
    random() < 0.7
      ? await aroundRing(someDigits(random, 13), {
          radius: -(radius - ring - 1.6),
          size: 1.9,
          from: 26,
          spread: -52,
          narrow: 0.9,
        })
      : '';
  const inside = `<circle r="${radius - ring / 2}" fill="none" stroke="${red}" stroke-width="${ring}"/>
    <polygon points="${star(radius * 0.33)}" fill="${red}"/><g fill="${red}">${letters}${digits}</g>`;
  return { inside, width: 2 * radius, height: 2 * radius };
}

async function ovalSeal(random: Random, red: string): Promise<Drawn> {
  const [wide, high] = [20 + 2 * random(), 13.5 + 1.5 * random()];
  const letters = await inLine('财务专用章', { size: 4.6, y: -1 });
  const name = await inLine(unitName(random).slice(-7), { size: 3, y: 4.5 });
  const inside = `<ellipse rx="${wide}" ry="${high}" fill="none" stroke="${red}" stroke-width="1.1"/>
    <ellipse rx="${wide - 1.8}" ry="${high - 1.8}" fill="none" stroke="${red}" stroke-width="0.4"/><g fill="${red}">${letters}${name}</g>`;
  return { inside, width: 2 * wide + 1.2, height: 2 * high + 1.2 };
}

async function squareSeal(random: Random, red: string): Promise<Drawn> {
  const side = 22 + 8 * random();
  const name = `${pick([...places], random)}${pick([...places], random)}${pick([...places], random)}印`;
  const outlines = await glyphOutlines(name);
  const cell = (side - 4) / 2;
  const letters = outlines.map((path, index) => {
    const [x, y] = [index < 2 ? 0 : -cell, index % 2 === 0 ? -cell : 0];
    return `<path transform="translate(${x} ${y}) scale(${cell})" d="${path}"/>`;
  });
  const inside = `<rect x="${-side / 2 + 0.7}" y="${-side / 2 + 0.7}" width="${side - 1.4}" height="${side - 1.4}" rx="1" fill="none" stroke="${red}" stroke-width="1.3"/>
    <g fill="${red}">${letters.join('')}</g>`;
  return { inside, width: side, height: side };
}

/** As printed on a school's letter paper: a filled disc with something white in it. */
function logoDisc(random: Random, red: string): Drawn {
  const radius = 12 + 9 * random();
  const inside = `<circle r="${radius - 0.3}" fill="${red}"/><circle r="${radius * 0.82}" fill="none" stroke="#fff" stroke-width="0.8"/>
    <polygon points="${star(radius * 0.55)}" fill="#fff"/>`;
  return { inside, width: 2 * radius, height: 2 * radius };
}

async function redText(random: Random, red: string): Promise<Drawn> {
  const lines = [
    unitName(random),
    '同意申报',
    `${2024 + Math.floor(3 * random())}年${1 + Math.floor(12 * random())}月`,
  ];
  const texts = await Promise.all(lines.map((line, index) => inLine(line, { size: 4.2, y: (index - 1) * 7 })));
  return { inside: `<g fill="${red}">${texts.join('')}</g>`, width: 52, height: 22 };
}

/** Ridges of a finger: broken, wavy loops inside a tall oval. */
function thumbPrint(random: Random, red: string): Drawn {
  const [wide, high] = [7 + 2 * random(), 10 + 2.5 * random()];
  const ridges = Array.from({ length: 13 }, (_, index) => {
    const share = (index + 1) / 13.5;
    const gap = `${(2 + 6 * random()).toFixed(1)} ${(0.3 + 0.7 * random()).toFixed(1)}`;
    return `<ellipse cx="${(random() - 0.5) * 0.7}" cy="${(1 - share) * 2.2}" rx="${wide * share}" ry="${high * share}" stroke-dasharray="${gap}" stroke-dashoffset="${10 * random()}"/>`;
  });
  return {
    inside: `<g fill="none" stroke="${red}" stroke-width="0.5">${ridges.join('')}</g>`,
    width: 2 * wide + 1,
    height: 2 * high + 1,
  };
}

/** Someone draws a circle with a red pen and writes a little in it. */
function handDrawnRing(random: Random, red: string): Drawn {
  const radius = 15 + 6 * random();
  const turns = Array.from({ length: 40 }, (_, index) => {
    const angle = (index / 37) * 2 * Math.PI + 0.6;
    const wobble = radius * (1 + 0.05 * Math.sin(2 * angle + 1) + 0.035 * (random() - 0.5) + 0.0012 * index);
    return `${(wobble * Math.cos(angle)).toFixed(2)} ${(0.96 * wobble * Math.sin(angle)).toFixed(2)}`;
  });
  const inside = `<path d="M${turns.join('L')}M-7 -3L6 -4M-1 -8L0 7M-6 4Q0 0 7 5" fill="none" stroke="${red}" stroke-width="0.7" stroke-linecap="round" stroke-linejoin="round"/>`;
  return { inside, width: 2.3 * radius, height: 2.3 * radius };
}

type Arc = { radius: number; size: number; from: number; spread: number; narrow: number };

/** Characters around a ring, heads outwards; a negative radius sets them along its foot, heads inwards. */
async function aroundRing(text: string, { radius, size, from, spread, narrow }: Arc): Promise<string> {
  const outlines = await glyphOutlines(text);
  return outlines
    .map((path, index) => {
      const degrees = from + (spread * index) / Math.max(1, outlines.length - 1);
      const placed = `rotate(${degrees.toFixed(2)}) translate(0 ${(-radius).toFixed(2)})`;
      return `<path transform="${placed} scale(${(size * narrow).toFixed(3)} ${size}) translate(-0.5 -0.5)" d="${path}"/>`;
    })
    .join('');
}

async function inLine(text: string, { size, y }: { size: number; y: number }): Promise<string> {
  const outlines = await glyphOutlines(text);
  const start = (-outlines.length * size) / 2;
  const placed = outlines.map(
    (path, index) =>
      `<path transform="translate(${start + index * size} ${y - size / 2}) scale(${size})" d="${path}"/>`,
  );
  return placed.join('');
}

function star(radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? radius : radius * 0.382;
    const angle = (Math.PI / 5) * index - Math.PI / 2;
    return `${(reach * Math.cos(angle)).toFixed(2)},${(reach * Math.sin(angle)).toFixed(2)}`;
  });
  return points.join(' ');
}

function framed({ inside, width, height }: Drawn, degrees: number): InkPicture {
  const turn = (Math.abs(degrees) * Math.PI) / 180;
  const box = {
    width: width * Math.cos(turn) + height * Math.sin(turn),
    height: width * Math.sin(turn) + height * Math.cos(turn),
  };
  const view = `${-box.width / 2} ${-box.height / 2} ${box.width} ${box.height}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}"><g transform="rotate(${degrees})">${inside}</g></svg>`;
  return { svg, ...box };
}

const unitName = (random: Random): string =>
  `示例市${pick([...places], random)}${pick([...places], random)}区${pick(kinds, random)}`;

const someDigits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(10 * random())).join('');
