import type { Weight } from '@/lib/documents/fonts/font-chain';

/** One mark on a page. Lengths in points; y grows downwards from the top edge, text stands on its baseline. */
export type Drawing =
  | { kind: 'text'; x: number; y: number; size: number; weight: Weight; text: string; grey?: number; spread?: number }
  | { kind: 'rule'; x1: number; y1: number; x2: number; y2: number; width: number; grey?: number }
  | { kind: 'frame'; x: number; y: number; width: number; height: number; lineWidth: number }
  | { kind: 'block'; x: number; y: number; width: number; height: number }
  | { kind: 'circle'; x: number; y: number; radius: number; lineWidth: number; grey: number }
  | { kind: 'picture'; x: number; y: number; width: number; height: number }
  | { kind: 'modules'; x: number; y: number; size: number; modules: Modules };

/** A two-dimensional code: `side` rows of as many modules, 1 where it is dark. */
export type Modules = { side: number; dark: Uint8Array };

export type TextDrawing = Extract<Drawing, { kind: 'text' }>;

export type Rect = { x: number; y: number; width: number; height: number };
