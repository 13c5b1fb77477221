import fs from 'node:fs';
import path from 'node:path';
import { type Blue, type Books, enter, type Red } from './books';

export interface Journal {
  books: Readonly<Books>;
  /** On disk before it returns: what was answered survives a kill. */
  write(entry: Blue | Red): void;
  close(): void;
}

export function openJournal(directory: string): Journal {
  fs.mkdirSync(directory, { recursive: true });
  const file = path.join(directory, 'invoices.jsonl');
  const books = replay(file);
  const descriptor = fs.openSync(file, 'a', 0o600);
  return {
    books,
    write(entry) {
      fs.writeSync(descriptor, `${JSON.stringify(entry)}\n`);
      fs.fsyncSync(descriptor);
      enter(books, entry);
    },
    close: () => fs.closeSync(descriptor),
  };
}

function replay(file: string): Books {
  const books: Books = { blues: new Map(), reds: new Map(), byNumber: new Map() };
  if (!fs.existsSync(file)) return books;
  const text = fs.readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  // A kill in the middle of a write leaves half a line, which was never answered.
  if (whole.length < text.length) fs.truncateSync(file, Buffer.byteLength(whole));
  for (const line of whole.split('\n').filter(Boolean)) enter(books, JSON.parse(line) as Blue | Red);
  return books;
}
