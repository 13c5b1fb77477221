import type { FilePurpose } from '@/lib/files/purposes';
import type { RefusalCode } from '@/lib/files/refusals';

/** One file that somebody may send, and what must become of it. */
export interface HostileKind {
  kind: string;
  make: () => Buffer | Promise<Buffer>;
  /** Evidence where nothing else is said. */
  purpose?: FilePurpose;
  expect: 'accepted' | RefusalCode;
  /** As a stamped form, where that is another answer. */
  stamped?: 'accepted' | RefusalCode;
  /** So much work that a busy machine gives up on it, as it should. */
  slow?: true;
}

/** What may become of it, by what it is uploaded for. */
export function expectedAs({ expect, stamped, slow }: HostileKind, purpose: FilePurpose): ('accepted' | RefusalCode)[] {
  const answer = purpose === 'STAMPED_FORM' ? (stamped ?? expect) : expect;
  return slow ? [answer, 'TOO_COMPLEX'] : [answer];
}
