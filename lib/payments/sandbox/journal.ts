import fs from 'node:fs';
import path from 'node:path';
import { applyEvent, type Trade, type TradeEvent, type Trades } from './trades.ts';

export interface Journal {
  trades: ReadonlyMap<string, Trade>;
  /** On disk before it returns: what was answered survives a kill. */
  write(event: TradeEvent): void;
  close(): void;
}

export function openJournal(directory: string): Journal {
  const file = path.join(directory, 'trades.jsonl');
  const trades = replay(file);
  const descriptor = fs.openSync(file, 'a', 0o600);
  return {
    trades,
    write(event) {
      fs.writeSync(descriptor, `${JSON.stringify(event)}\n`);
      fs.fsyncSync(descriptor);
      applyEvent(trades, event);
    },
    close: () => fs.closeSync(descriptor),
  };
}

function replay(file: string): Trades {
  const trades: Trades = new Map();
  if (!fs.existsSync(file)) return trades;
  const text = fs.readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  // A kill in the middle of a write leaves half a line, which was never answered.
  if (whole.length < text.length) fs.truncateSync(file, Buffer.byteLength(whole));
  for (const line of whole.split('\n').filter(Boolean)) applyEvent(trades, JSON.parse(line) as TradeEvent);
  return trades;
}
