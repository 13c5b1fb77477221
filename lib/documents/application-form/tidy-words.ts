import type { FormWords } from '@/lib/documents/application-form/form-words';
import { printable } from '@/lib/documents/fonts/printable';

/** Every string of the form without the invisible characters that pasting brings along. */
export function tidyWords(words: FormWords): FormWords {
  return mapStrings(words, printable);
}

export function textOf(words: FormWords): string {
  const texts: string[] = [];
  mapStrings(words, (text) => {
    texts.push(text);
    return text;
  });
  return texts.join('\n');
}

function mapStrings<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)])) as Value;
}
