'use client';

import { useEffect } from 'react';

/** j and k move through the rows of a table, Enter opens, x ticks; never while somebody types. */
export function RowKeys({ tableId }: { tableId: string }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const rows = [...document.querySelectorAll<HTMLElement>(`#${CSS.escape(tableId)} tbody tr`)];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      if (event.key === 'j') goTo(rows[Math.min(at + 1, rows.length - 1)]);
      if (event.key === 'k') goTo(rows[Math.max(at - 1, 0)]);
      if (event.key === 'x') rows[at]?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [tableId]);

  return <p className="field-hint needs-script keys-hint">键盘：j 下一行，k 上一行，x 勾选，回车打开</p>;
}

function goTo(row: HTMLElement | undefined) {
  row?.querySelector<HTMLElement>('a, button, input')?.focus();
  row?.querySelector<HTMLElement>('[data-lead] a')?.focus();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'));
