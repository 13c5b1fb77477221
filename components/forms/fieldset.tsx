import type { ReactNode } from 'react';
import { Hint } from './hint';

/** Fields that belong together, under one heading. */
export function Fieldset({ legend, hint, children }: { legend: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="fieldset fieldset-group">
      <legend>{legend}</legend>
      {hint ? <Hint>{hint}</Hint> : null}
      {children}
    </fieldset>
  );
}

/** Two short fields side by side where there is room. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className="field-pair">{children}</div>;
}
