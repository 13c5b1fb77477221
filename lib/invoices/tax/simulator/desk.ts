import type { Faults } from './faults';
import type { Journal } from './journal';

export interface Call {
  method: string;
  target: string;
  header: (name: string) => string;
  body: string;
}

export interface Answer {
  status: number;
  json?: object;
  file?: { mediaType: string; bytes: Buffer };
}

export interface Desk {
  journal: Journal;
  appId: string;
  secret: string;
  faults: Faults;
  now: () => number;
  /** Nonces of the last minutes with the time at which each was used. */
  nonces: Map<string, number>;
}

export const refusal = (status: number, code: string, message: string): Answer => ({ status, json: { code, message } });
