import { niceMaximum, round } from './chart-scale';

interface BarChartProps {
  title: string;
  points: { label: string; value: number }[];
  unit?: string;
}

/** A table whose cells are also drawn as lengths: labels stay whole and the figures can be read out. */
export function BarChart({ title, points, unit }: BarChartProps) {
  const maximum = niceMaximum(points.map((point) => point.value));
  return (
    <table className="bar-chart">
      <caption>{unit ? `${title}（${unit}）` : title}</caption>
      <tbody>
        {points.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="bar-chart-value">{value}</td>
            <td className="bar-chart-length">
              <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect className="chart-bar" width={round((value / maximum) * 100)} height="1" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
