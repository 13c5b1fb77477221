import fs from 'node:fs';
import path from 'node:path';
import { applyEvent, type Books, type Refund, type RefundEvent, type Trade, type TradeEvent } from './trades.ts';

export interface Journal {
  trades: ReadonlyMap<string, Trade>;
  refunds: ReadonlyMap<string, Refund>;
  /** On disk before it returns: what was answered survives a kill. */
  write(event: TradeEvent | RefundEvent): void;
  close(): void;
}

export function openJournal(directory: string): Journal {
  const file = path.join(directory, 'trades.jsonl');
  const books = replay(file);
  const descriptor = fs.openSync(file, 'a', 0o600);
  return {
    ...books,
    write(event) {
      fs.writeSync(descriptor, `${JSON.stringify(event)}\n`);
      fs.fsyncSync(descriptor);
      applyEvent(books, event);
    },
    close: () => fs.closeSync(descriptor),
  };
}

function replay(file: string): Books {
  const books: Books = { trades: new Map(), refunds: new Map() };
  if (!fs.existsSync(file)) return books;
  const text = fs.readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  // A kill in the middle of a write leaves half a line, which was never answered.
  if (whole.length < text.length) fs.truncateSync(file, Buffer.byteLength(whole));
  for (const line of whole.split('\n').filter(Boolean)) applyEvent(books, JSON.parse(line) as TradeEvent | RefundEvent);
  return books;
}
