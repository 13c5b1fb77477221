'use client';

import { useEffect, useState } from 'react';
import { autosaved } from './autosaved';

interface RestampNoteProps {
  /** GET → { sentence: string | null } */
  endpoint: string;
  /** As the form stood when the page was drawn. */
  sentence: string;
}

/** What the changes would cost in stamps; asked again after every autosave, the last answer counts. */
export function RestampNote({ endpoint, sentence }: RestampNoteProps) {
  const [latest, setLatest] = useState(sentence);

  useEffect(() => setLatest(sentence), [sentence]);

  useEffect(() => {
    let asked = new AbortController();
    async function ask() {
      asked.abort();
      asked = new AbortController();
      const said = await sentenceFrom(endpoint, asked.signal);
      if (said) setLatest(said);
    }
    document.addEventListener(autosaved, ask);
    return () => {
      document.removeEventListener(autosaved, ask);
      asked.abort();
    };
  }, [endpoint]);

  return (
    <p className="restamp-note" role="status">
      {latest}
    </p>
  );
}

/** Without an answer the sentence stays as it is; the page before submitting says it again. */
async function sentenceFrom(endpoint: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(endpoint, { signal });
    return response.ok ? ((await response.json()) as { sentence: string | null }).sentence : null;
  } catch {
    return null;
  }
}
