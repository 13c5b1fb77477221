export interface Size {
  width: number;
  height: number;
}

/** How the picture lies behind the frame: its middle relative to the frame's, in frame pixels. */
export interface CropView {
  zoom: number;
  x: number;
  y: number;
  /** Quarter turns clockwise. */
  turns: 0 | 1 | 2 | 3;
}

/** One-inch photo at 300 dpi, as the notice's system asks. */
export const photoFrame: Size = { width: 295, height: 413 };

export const largestZoom = 4;
export const startView: CropView = { zoom: 1, x: 0, y: 0, turns: 0 };

/** The scale at which the picture just covers the frame when zoom is 1. */
export function coverScale(picture: Size, frame: Size, turns: number): number {
  const { width, height } = turned(picture, turns);
  return Math.max(frame.width / width, frame.height / height);
}

/** The nearest view whose picture covers the whole frame: a photo has no empty edges. */
export function clampView(view: CropView, picture: Size, frame: Size): CropView {
  const zoom = Math.min(largestZoom, Math.max(1, view.zoom));
  const scale = coverScale(picture, frame, view.turns) * zoom;
  const { width, height } = turned(picture, view.turns);
  const roomX = Math.max(0, (width * scale - frame.width) / 2);
  const roomY = Math.max(0, (height * scale - frame.height) / 2);
  return { ...view, zoom, x: within(view.x, roomX), y: within(view.y, roomY) };
}

/** For canvas: translate to the middle, turn, scale, then draw the picture around its own middle. */
export function placement({
  view,
  picture,
  frame,
  output,
}: {
  view: CropView;
  picture: Size;
  frame: Size;
  output: Size;
}) {
  const ratio = output.width / frame.width;
  return {
    x: output.width / 2 + view.x * ratio,
    y: output.height / 2 + view.y * ratio,
    angle: (view.turns * Math.PI) / 2,
    scale: coverScale(picture, frame, view.turns) * view.zoom * ratio,
  };
}

/** Zooms around the middle of the frame, so that what is looked at stays in place. */
export function zoomTo(view: CropView, zoom: number): CropView {
  const change = zoom / view.zoom;
  return { ...view, zoom, x: view.x * change, y: view.y * change };
}

export function turn(view: CropView, direction: 1 | -1): CropView {
  const turns = ((view.turns + direction + 4) % 4) as CropView['turns'];
  return { ...view, turns, x: -direction * view.y, y: direction * view.x };
}

/** Enough pixels for the frame at this zoom? */
export function isSharpEnough(view: CropView, picture: Size, frame: Size): boolean {
  return coverScale(picture, frame, view.turns) * view.zoom <= 1.25;
}

const turned = ({ width, height }: Size, turns: number): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width };

const within = (value: number, room: number) => Math.min(room, Math.max(-room, value)) + 0;
