import type { FilePurpose } from '@/lib/files/purposes';
import type { RefusalCode } from '@/lib/files/refusals';

/** One file that somebody may send, and what must become of it. */
export interface HostileKind {
  kind: string;
  make: () => Buffer | Promise<Buffer>;
  /** Evidence where nothing else is said. */
  purpose?: FilePurpose;
  expect: 'accepted' | RefusalCode;
}
