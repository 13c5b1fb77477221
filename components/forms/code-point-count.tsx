'use client';

import { useEffect, useState } from 'react';

/** Characters as people count them: one for a rare character too. */
export function CodePointCount({ inputId, max }: { inputId: string; max: number }) {
  const [count, setCount] = useState<number | null>(null);

  useEffect(() => {
    const input = document.getElementById(inputId);
    if (!(input instanceof HTMLTextAreaElement)) return;
    const update = () => setCount([...input.value].length);
    update();
    input.addEventListener('input', update);
    return () => input.removeEventListener('input', update);
  }, [inputId]);

  const isOver = count !== null && count > max;
  return (
    <p className={isOver ? 'field-error' : 'field-hint'}>
      {count === null ? `最多 ${max} 字` : isOver ? `已超出 ${count - max} 字，最多 ${max} 字` : `${count} / ${max} 字`}
      <span className="sr-only" role="status">
        {isOver ? '内容已超出字数' : ''}
      </span>
    </p>
  );
}
