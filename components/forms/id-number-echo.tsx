'use client';

import { useEffect, useState } from 'react';
import { idNumberGroups } from './id-number-groups';

/** Says back in groups what was typed, which is easier to compare with the card than 18 digits in a row. */
export function IdNumberEcho({ inputId }: { inputId: string }) {
  const [typed, setTyped] = useState('');

  useEffect(() => {
    const input = document.getElementById(inputId);
    if (!(input instanceof HTMLInputElement)) return;
    const update = () => setTyped(input.value);
    update();
    input.addEventListener('input', update);
    return () => input.removeEventListener('input', update);
  }, [inputId]);

  const groups = idNumberGroups(typed);
  return (
    <p className="field-hint min-h-[1.7em]" aria-hidden="true">
      {groups ? `核对：${groups}（${groups.replaceAll(' ', '').length} 位）` : ''}
    </p>
  );
}
