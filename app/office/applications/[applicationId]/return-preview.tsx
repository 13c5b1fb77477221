'use client';

import { use, useEffect, useRef, useState } from 'react';
import { FieldError } from '@/components/forms/field-input';
import { FormContext } from '@/components/forms/form-context';
import { readChoices } from '@/components/forms/read-choices';
import { pagesSentBack, returnSentence, type StampedPages } from '@/lib/applications/returned-pages';
import type { FormValues } from '@/lib/kernel/form-state';

interface ReturnPreviewProps {
  stamped: StampedPages;
  /** Codes of the reasons that send pages back. */
  stampCodes: readonly string[];
}

/** Says before sending which pages go back. Without scripts the server says it first, and takes the second press for a yes. */
export function ReturnPreview({ stamped, stampCodes }: ReturnPreviewProps) {
  const { state } = use(FormContext);
  const place = useRef<HTMLDivElement>(null);
  const [ticked, setTicked] = useState<FormValues | null>(null);
  const pages = pagesOf(ticked ?? state.values ?? {}, { stamped, stampCodes });

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const read = () => setTicked(readChoices(form));
    read();
    form.addEventListener('change', read);
    return () => form.removeEventListener('change', read);
  }, []);

  return (
    <div ref={place} id="seenPages" tabIndex={-1} className="field">
      <FieldError name="seenPages" />
      <input type="hidden" name="seenPages" value={pages.join(',')} />
      <p role="status">{pages.length > 0 ? returnSentence(pages, stamped.total) : ''}</p>
    </div>
  );
}

function pagesOf(values: FormValues, { stamped, stampCodes }: ReturnPreviewProps): number[] {
  const ticksOf = (name: string) => [values[name] ?? []].flat();
  const reasons = ticksOf('reason').filter((code) => stampCodes.includes(code));
  return pagesSentBack(reasons.map((code) => ({ pages: ticksOf(`page.${code}`).map(Number) })), stamped);
}
