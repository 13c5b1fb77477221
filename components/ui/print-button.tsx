'use client';

/** Without scripts the browser's own menu prints. */
export function PrintButton() {
  return (
    <button type="button" className="button needs-script" onClick={() => window.print()}>
      打印
    </button>
  );
}
