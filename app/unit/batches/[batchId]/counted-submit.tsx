'use client';

import { useEffect, useRef, useState } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';

/** Says on the button for how many the statement is given; without scripts it says 所选. */
export function CountedSubmit({ name }: { name: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState<number | null>(null);

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const recount = () => setCount(form.querySelectorAll(`input[type=checkbox][name="${name}"]:checked`).length);
    recount();
    form.addEventListener('change', recount);
    return () => form.removeEventListener('change', recount);
  }, [name]);

  return (
    <div ref={place}>
      <SubmitButton pendingText="正在确认…">
        {count === null ? '为所选申报确认并提交' : `为所选 ${count} 份申报确认并提交`}
      </SubmitButton>
    </div>
  );
}
