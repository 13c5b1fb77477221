import { useId } from 'react';

interface ProgressBarProps {
  label: string;
  value: number;
  max: number;
  /** In words, for instance 已完成 5 / 8 项. */
  text?: string;
}

export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  const id = useId();
  return (
    <div>
      <div className="card-head">
        <span id={id}>{label}</span>
        <span>{text ?? `${Math.round((value / max) * 100)}%`}</span>
      </div>
      <progress className="progress" value={value} max={max} aria-labelledby={id} />
    </div>
  );
}
