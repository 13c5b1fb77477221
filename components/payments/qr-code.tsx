import QRCode from 'qrcode';

/** Light modules around a code, so that every scanner finds it. */
const margin = 4;

/** Drawn on the server as one path. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const side = size + 2 * margin;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width="240"
      height="240"
      shapeRendering="crispEdges"
      className="border border-line bg-white"
    >
      <path fill="#000" d={pathOf(size, data)} />
    </svg>
  );
}

function pathOf(size: number, data: ArrayLike<number>): string {
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => data[row * size + column]),
  );
  return rows
    .flatMap((cells, row) =>
      runs(cells).map(([from, length]) => `M${from + margin} ${row + margin}h${length}v1h-${length}z`),
    )
    .join('');
}

/** Where dark modules begin, and how many follow one another. */
function runs(cells: (number | undefined)[]): [from: number, length: number][] {
  const found: [number, number][] = [];
  cells.forEach((dark, column) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === column) last[1] += 1;
    else found.push([column, 1]);
  });
  return found;
}
