'use client';

import type { MouseEvent } from 'react';

interface TickAllProps {
  /** Name of the checkboxes in the same form. */
  name: string;
  /** What is ticked, for who hears the page: 申报书. */
  what: string;
}

/** Ticks or clears every box of that name in its form; without scripts they are ticked one by one. */
export function TickAll({ name, what }: TickAllProps) {
  function set(isTicked: boolean) {
    return ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
      const boxes = currentTarget.form?.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${name}"]`) ?? [];
      for (const box of boxes) {
        if (!box.disabled && box.checked !== isTicked) box.click();
      }
    };
  }

  return (
    <div className="button-row needs-script">
      <button type="button" className="button button-secondary button-small" onClick={set(true)}>
        全选<span className="sr-only">{what}</span>
      </button>
      <button type="button" className="button button-quiet button-small" onClick={set(false)}>
        全不选<span className="sr-only">{what}</span>
      </button>
    </div>
  );
}
