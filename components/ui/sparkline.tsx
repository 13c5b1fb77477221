import { linePoints, niceMaximum } from './chart-scale';

/** A trend in a line of text; the words of `label` say what the picture shows. */
export function Sparkline({ label, values }: { label: string; values: number[] }) {
  const points = linePoints(values, niceMaximum(values), { left: 3, top: 3, width: 90, height: 22 });
  const last = points.at(-1);
  return (
    <svg className="sparkline" viewBox="0 0 96 28" role="img" aria-label={label}>
      <polyline className="chart-line chart-series-1" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {last ? <circle className="chart-dot" cx={last.x} cy={last.y} r="3" /> : null}
    </svg>
  );
}
