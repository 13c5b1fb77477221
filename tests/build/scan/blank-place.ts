import { content } from '@/lib/documents/application-form/page-geometry';
import type { Drawing, Rect } from '@/lib/documents/pdf/drawing';
import { between } from './pick';

interface Wanted {
  drawings: Drawing[];
  width: number;
  height: number;
  random: () => number;
}

const clearance = 4;
const tries = 200;

/** Somewhere among the contents of a page where nothing is printed, or null when it is full. */
export function blankPlace({ drawings, width, height, random }: Wanted): Rect | null {
  const taken = drawings.flatMap((drawing) => boxOf(drawing) ?? []);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const x = between(content.left + 6, content.right - width - 6, random);
    const y = between(content.top + 6, content.bottom - height - 6, random);
    const place = { x, y, width, height };
    if (taken.every((box) => isClear(place, box))) return place;
  }
  return null;
}

/** The paper that a mark covers; a frame covers only its lines, which others stand for. */
export function boxOf(drawing: Drawing): Rect | null {
  switch (drawing.kind) {
    case 'text': {
      const ems = [...drawing.text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.56 : 1), 0);
      const width = (ems + (drawing.spread ?? 0) * [...drawing.text].length) * drawing.size;
      return { x: drawing.x, y: drawing.y - drawing.size * 0.88, width, height: drawing.size * 1.1 };
    }
    case 'rule':
      return { x: drawing.x1, y: drawing.y1, width: drawing.x2 - drawing.x1, height: drawing.y2 - drawing.y1 };
    case 'circle': {
      const side = 2 * drawing.radius;
      return { x: drawing.x - drawing.radius, y: drawing.y - drawing.radius, width: side, height: side };
    }
    case 'modules':
      return { x: drawing.x, y: drawing.y, width: drawing.size, height: drawing.size };
    case 'frame':
      return null;
    default:
      return drawing;
  }
}

const isClear = (one: Rect, other: Rect): boolean =>
  one.x + one.width + clearance < other.x ||
  other.x + other.width + clearance < one.x ||
  one.y + one.height + clearance < other.y ||
  other.y + other.height + clearance < one.y;
