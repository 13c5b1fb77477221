import { z } from 'zod';

/** Every kind of job with the payload that its handler gets. */
export const jobKinds = {
  'messages.deliver': z.object({ messageId: z.uuid() }),
  'payments.reconcile': z.object({}),
  'payments.close-expired': z.object({}),
  'files.purge-stale-uploads': z.object({}),
  'files.recheck-signatures': z.object({ anchorId: z.uuid() }),
  'scans.examine': z.object({ fileId: z.uuid() }),
  'packets.make': z.object({ packetId: z.uuid() }),
  'packets.purge': z.object({}),
  'batches.read': z.object({ fileId: z.uuid() }),
  'batches.read-on': z.object({}),
  'applications.remind-deadlines': z.object({}),
  'applications.tell-new-windows': z.object({ cycleId: z.uuid(), revision: z.number().int() }),
  'accounts.purge-expired': z.object({}),
  'audit.seal': z.object({}),
} as const;

export type JobKind = keyof typeof jobKinds;
export type JobPayload<Kind extends JobKind> = z.infer<(typeof jobKinds)[Kind]>;

/** Jobs that run by the clock, in Beijing time. */
export const timetable: readonly { kind: JobKind; cron: string }[] = [
  { kind: 'payments.reconcile', cron: '* * * * *' },
  { kind: 'payments.close-expired', cron: '* * * * *' },
  { kind: 'files.purge-stale-uploads', cron: '17 * * * *' },
  { kind: 'applications.remind-deadlines', cron: '5 9 * * *' },
  { kind: 'accounts.purge-expired', cron: '40 3 * * *' },
  { kind: 'batches.read-on', cron: '* * * * *' },
  { kind: 'packets.purge', cron: '50 3 * * *' },
  { kind: 'audit.seal', cron: '10 0 * * *' },
];
