import { linePoints, niceMaximum } from './chart-scale';
import { ChartTable } from './chart-table';

interface LineChartProps {
  title: string;
  /** Along the axis: dates or stages. */
  labels: string[];
  /** At most three. */
  series: { label: string; values: number[] }[];
  unit?: string;
}

const area = { left: 60, top: 16, width: 510, height: 180 };
const floor = area.top + area.height;

export function LineChart({ title, labels, series, unit = '' }: LineChartProps) {
  const maximum = niceMaximum(series.flatMap((line) => line.values));
  return (
    <figure className="stack-small">
      <figcaption className="font-semibold">{unit ? `${title}（${unit}）` : title}</figcaption>
      <svg className="chart" viewBox="0 0 600 236" aria-hidden="true">
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line
              className="chart-axis"
              x1={area.left}
              x2={area.left + area.width}
              y1={floor - area.height * part}
              y2={floor - area.height * part}
            />
            <text x={area.left - 8} y={floor - area.height * part + 6} textAnchor="end">
              {maximum * part}
            </text>
          </g>
        ))}
        {series.map((line, index) => (
          <polyline
            key={line.label}
            className={`chart-line chart-series-${index + 1}`}
            points={linePoints(line.values, maximum, area)
              .map(({ x, y }) => `${x},${y}`)
              .join(' ')}
          />
        ))}
        <AxisLabels labels={labels} />
      </svg>
      {series.length > 1 ? <Legend labels={series.map((line) => line.label)} /> : null}
      <ChartTable
        caption={title}
        head={['时间', ...series.map((line) => line.label)]}
        rows={labels.map((label, index) => [label, ...series.map((line) => String(line.values[index] ?? ''))])}
      />
    </figure>
  );
}

/** At most six: they must not run into each other. */
function AxisLabels({ labels }: { labels: string[] }) {
  const every = Math.ceil(labels.length / 6);
  const places = linePoints(
    labels.map(() => 0),
    1,
    area,
  );
  return labels.map((label, index) =>
    index % every === 0 ? (
      <text key={label} x={places[index]?.x} y={floor + 28} textAnchor={index === 0 ? 'start' : 'middle'}>
        {label}
      </text>
    ) : null,
  );
}

function Legend({ labels }: { labels: string[] }) {
  return (
    <ul className="chart-legend">
      {labels.map((label, index) => (
        <li key={label}>
          <svg viewBox="0 0 32 8" width="32" height="8" aria-hidden="true">
            <line className={`chart-line chart-series-${index + 1}`} x1="1" x2="31" y1="4" y2="4" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
