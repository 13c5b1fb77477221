'use client';

import { useRef, useState } from 'react';

export interface UnitChoice {
  id: string;
  title: string;
  /** What tells two units of one name apart: region, credit code. */
  detail?: string;
}

const pause = 250;
const shortest = 2;

/** Asks after a pause in typing; an answer that comes too late is not shown. */
export function useUnitSearch(search: (text: string) => Promise<UnitChoice[]>) {
  const [results, setResults] = useState<UnitChoice[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const [words, setWords] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef('');

  async function ask(text: string) {
    setWords('正在查找');
    const found = await search(text).catch(() => null);
    if (latest.current !== text) return;
    setResults(found ?? []);
    setIsOpen(Boolean(found?.length));
    setWords(wordsFor(found));
  }

  function find(typed: string) {
    const text = typed.trim();
    latest.current = text;
    clearTimeout(timer.current);
    if ([...text].length < shortest) {
      setIsOpen(false);
      setWords('');
      return;
    }
    timer.current = setTimeout(() => void ask(text), pause);
  }

  return { results, isOpen, words, find, close: () => setIsOpen(false) };
}

function wordsFor(found: UnitChoice[] | null): string {
  if (!found) return '网络不通，可以先直接填写单位全称';
  return found.length > 0 ? `找到 ${found.length} 个单位，请从列表中选择` : '没有找到';
}
