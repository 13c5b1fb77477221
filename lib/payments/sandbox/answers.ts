import type { Answer } from './desk.ts';

export const refusal = (status: number, code: string, message: string): Answer => ({ status, json: { code, message } });

/** Undefined where it is none: the schemas refuse that. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
