import { bell, between, pick } from './pick';
import type { InkPicture } from './seal-pictures';

type Random = () => number;
type Point = [x: number, y: number];

const pens = {
  black: ['#16161c', '#22222a', '#2b2a33'],
  blue: ['#1b2f8a', '#223a9c', '#16307a', '#2a4bb0'],
  red: ['#c8202f', '#d8363a'],
};
export type PenColour = keyof typeof pens;

/** A name of two or three characters in a running hand, in a box of this size in millimetres. */
export function signaturePicture({
  width,
  height,
  colour,
  random,
}: Hand & { width: number; height: number }): InkPicture {
  const characters = random() < 0.6 ? 3 : 2;
  const size = Math.min(height * between(0.75, 0.98, random), (width / characters) * 1.05);
  const start = between(0, Math.max(0, width - characters * size), random);
  const lines = Array.from({ length: characters }, (_, index) => {
    const left = start + index * size * between(0.9, 1, random);
    return runningCharacter({ left, top: (height - size) / 2 + bell(random) * 0.5, size, random });
  });
  return drawn({ lines: lines.flat(), width, height, colour, random });
}

/** Digits written on the three lines of a date. `columns` are the middles of the lines, in millimetres. */
export function datePicture({
  columns,
  width,
  height,
  colour,
  random,
}: Hand & { columns: number[]; width: number; height: number }): InkPicture {
  const texts = [
    String(2024 + Math.floor(3 * random())),
    String(1 + Math.floor(12 * random())),
    String(1 + Math.floor(28 * random())),
  ];
  const size = between(3.6, 5, random);
  const lines = columns.flatMap((middle, column) => {
    const digits = [...(texts[column] ?? '')];
    const left = middle - (digits.length * size * 0.62) / 2 + bell(random) * 0.4;
    return digits.flatMap((digit, index) => {
      const top = height - size - between(0.8, 2.2, random);
      return digitStrokes(Number(digit), { left: left + index * size * 0.62, top, size, random });
    });
  });
  return drawn({ lines, width, height, colour, random });
}

/** One digit by itself, `size` millimetres high. */
export function digitPicture({ size, colour, random }: Hand & { size: number }): InkPicture {
  const lines = digitStrokes(Math.floor(10 * random()), { left: 0.3, top: 0.3, size: size - 0.6, random });
  return drawn({ lines, width: size * 0.74, height: size, colour, random });
}

/** A remark in red that somebody wrote where the seal belongs. */
export function remarkPicture(random: Random): InkPicture {
  const [width, height] = [44, 20];
  const lines = [0, 1].flatMap((row) =>
    Array.from({ length: 5 }, (_, index) =>
      runningCharacter({ left: 1 + index * 8.4, top: 0.5 + row * 9.8, size: 8.4, random }),
    ).flat(),
  );
  return drawn({ lines, width, height, colour: 'red', random });
}

interface Hand {
  colour: PenColour;
  random: Random;
}

type Square = { left: number; top: number; size: number; random: Random };

/** As dense as a character and none in particular: bars, falling strokes, a hook, and what the pen drags between. */
function runningCharacter({ left, top, size, random }: Square): Point[][] {
  const place = (x: number, y: number): Point => [
    left + size * (x + bell(random) * 0.03),
    top + size * (y + bell(random) * 0.03),
  ];
  const strokes = [
    () => [place(0.12, between(0.15, 0.5, random)), place(0.5, 0.3), place(0.86, between(0.1, 0.4, random))],
    () => [
      place(between(0.3, 0.6, random), 0.05),
      place(0.48, 0.4),
      place(between(0.35, 0.6, random), 0.95),
      place(0.3, 0.82),
    ],
    () => [place(0.55, between(0.25, 0.5, random)), place(0.35, 0.65), place(0.08, between(0.75, 0.95, random))],
    () => [place(0.5, between(0.3, 0.55, random)), place(0.65, 0.7), place(0.93, between(0.75, 0.92, random))],
    () => [place(0.2, 0.55), place(0.5, 0.5), place(0.8, 0.55), place(0.72, 0.75), place(0.25, 0.78)],
    () => [place(0.3, 0.1), place(0.42, 0.22)],
  ];
  const chosen = strokes.filter(() => random() < 0.72).map((stroke) => stroke());
  return chosen.length < 3 ? strokes.map((stroke) => stroke()) : chosen;
}

const digitShapes: Point[][][] = [
  [
    [
      [0.5, 0],
      [0.12, 0.3],
      [0.15, 0.8],
      [0.5, 1],
      [0.85, 0.75],
      [0.85, 0.25],
      [0.45, 0.02],
    ],
  ],
  [
    [
      [0.4, 0.15],
      [0.58, 0],
      [0.52, 1],
    ],
  ],
  [
    [
      [0.12, 0.25],
      [0.45, 0],
      [0.82, 0.25],
      [0.5, 0.65],
      [0.1, 1],
      [0.9, 0.95],
    ],
  ],
  [
    [
      [0.15, 0.1],
      [0.6, 0.02],
      [0.75, 0.28],
      [0.4, 0.48],
      [0.82, 0.7],
      [0.55, 1],
      [0.12, 0.9],
    ],
  ],
  [
    [
      [0.55, 0],
      [0.1, 0.65],
      [0.9, 0.6],
    ],
    [
      [0.65, 0.35],
      [0.6, 1],
    ],
  ],
  [
    [
      [0.25, 0.05],
      [0.2, 0.45],
      [0.65, 0.42],
      [0.82, 0.75],
      [0.45, 1],
      [0.12, 0.9],
    ],
    [
      [0.25, 0.05],
      [0.85, 0.02],
    ],
  ],
  [
    [
      [0.65, 0],
      [0.2, 0.5],
      [0.25, 0.92],
      [0.65, 0.98],
      [0.8, 0.68],
      [0.45, 0.52],
      [0.2, 0.72],
    ],
  ],
  [
    [
      [0.1, 0.06],
      [0.85, 0.04],
      [0.5, 0.5],
      [0.38, 1],
    ],
  ],
  [
    [
      [0.75, 0.15],
      [0.4, 0.02],
      [0.25, 0.25],
      [0.75, 0.65],
      [0.55, 1],
      [0.2, 0.8],
      [0.75, 0.2],
    ],
  ],
  [
    [
      [0.75, 0.25],
      [0.4, 0.05],
      [0.2, 0.3],
      [0.5, 0.5],
      [0.78, 0.25],
      [0.68, 1],
    ],
  ],
];

function digitStrokes(digit: number, { left, top, size, random }: Square): Point[][] {
  return (digitShapes[digit] ?? []).map((stroke) =>
    stroke.map(
      ([x, y]): Point => [left + size * 0.52 * (x + bell(random) * 0.035), top + size * (y + bell(random) * 0.025)],
    ),
  );
}

/** A pen presses harder here and lighter there: each stroke has its own width. */
function drawn({
  lines,
  width,
  height,
  colour,
  random,
}: Hand & { lines: Point[][]; width: number; height: number }): InkPicture {
  const ink = pick(pens[colour], random);
  const nib = between(0.38, 0.7, random);
  const paths = lines.map(
    (points) => `<path d="${smooth(points)}" stroke-width="${(nib * between(0.8, 1.2, random)).toFixed(2)}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><g fill="none" stroke="${ink}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g></svg>`;
  return { svg, width, height };
}

/** Through the middles of the legs, so that no corner is sharp. */
function smooth(points: Point[]): string {
  const text = ([x, y]: Point) => `${x.toFixed(2)} ${y.toFixed(2)}`;
  const legs = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2] ?? point;
    const isLast = index === points.length - 3;
    return `Q${text(point)} ${text(isLast ? next : [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])}`;
  });
  const first = points[0] ?? [0, 0];
  return legs.length > 0 ? `M${text(first)}${legs.join('')}` : `M${points.map(text).join('L')}`;
}
