import { ChartTable } from './chart-table';
import { niceMaximum, round } from './chart-scale';

interface BarChartProps {
  title: string;
  points: { label: string; value: number }[];
  unit?: string;
}

const row = 34;
const labelWidth = 150;
const barWidth = 380;

/** Lying bars: Chinese labels stay level and whole. */
export function BarChart({ title, points, unit = '' }: BarChartProps) {
  const maximum = niceMaximum(points.map((point) => point.value));
  return (
    <figure className="stack-small">
      <figcaption className="font-semibold">{title}</figcaption>
      <svg className="chart" viewBox={`0 0 600 ${points.length * row + 8}`} aria-hidden="true">
        <line className="chart-axis" x1={labelWidth} x2={labelWidth} y1="0" y2={points.length * row + 8} />
        {points.map((point, index) => {
          const width = round((point.value / maximum) * barWidth);
          return (
            <g key={point.label}>
              <text x={labelWidth - 10} y={index * row + 25} textAnchor="end">
                {point.label}
              </text>
              <rect className="chart-bar" x={labelWidth} y={index * row + 10} width={width} height="20" />
              <text className="chart-value" x={labelWidth + width + 8} y={index * row + 25}>
                {point.value}
              </text>
            </g>
          );
        })}
      </svg>
      <ChartTable
        caption={title}
        head={['项目', unit ? `数量（${unit}）` : '数量']}
        rows={points.map((point) => [point.label, String(point.value)])}
      />
    </figure>
  );
}
