import type { FormValues } from '@/lib/kernel/form-state';

/** What this device still holds of one section. */
export interface Draft {
  baseRevision: number;
  values: FormValues;
  /** The last request whose answer did not come. */
  sent: FormValues | null;
  at: string;
}

const longestKept = 14 * 24 * 60 * 60 * 1000;

export const draftKey = (applicationId: string, section: string): string => `draft:${applicationId}:${section}`;

/** False where the browser keeps nothing, for instance in private windows: then the page has to say so. */
export function keepDraft(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDraft(key: string, now: number): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    if (!draft || typeof draft.values !== 'object') return null;
    return now - Date.parse(draft.at) < longestKept ? draft : null;
  } catch {
    return null;
  }
}

export function dropDraft(key: string): boolean {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
