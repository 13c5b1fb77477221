import { z } from 'zod';

/** Every kind of job with the payload that its handler gets. */
export const jobKinds = {
  'messages.deliver': z.object({ messageId: z.uuid() }),
  'payments.reconcile': z.object({}),
  'payments.close-expired': z.object({}),
  'payments.reconcile-bills': z.object({}),
  'payments.send-refund': z.object({ refundId: z.uuid() }),
  'invoices.issue': z.object({ invoiceId: z.uuid() }),
  'invoices.reverse': z.object({ invoiceId: z.uuid() }),
  'invoices.ask-platform': z.object({}),
  'invoices.fetch-files': z.object({ invoiceId: z.uuid(), side: z.enum(['BLUE', 'RED']) }),
  'files.purge-stale-uploads': z.object({}),
  'files.recheck-signatures': z.object({ anchorId: z.uuid() }),
  'scans.examine': z.object({ fileId: z.uuid() }),
  'packets.make': z.object({ packetId: z.uuid() }),
  'packets.purge': z.object({}),
  'batches.read': z.object({ fileId: z.uuid() }),
  'batches.read-on': z.object({}),
  'batches.hand-in': z.object({ attestationId: z.uuid() }),
  'batches.hand-in-again': z.object({}),
  'scans.look-again': z.object({}),
  'applications.remind-deadlines': z.object({}),
  'applications.tell-new-windows': z.object({ cycleId: z.uuid(), revision: z.number().int() }),
  'accounts.purge-expired': z.object({}),
  'audit.seal': z.object({}),
} as const;

export type JobKind = keyof typeof jobKinds;
export type JobPayload<Kind extends JobKind> = z.infer<(typeof jobKinds)[Kind]>;

/** Kinds that are tried again in another way than the rest. */
export const patience: Partial<Record<JobKind, { retryLimit: number; retryDelay: number; heartbeatSeconds: number }>> = {
  // Somebody looks at the page and waits; a worker that was killed must not keep a sheet for a quarter of an hour.
  'scans.examine': { retryLimit: 2, retryDelay: 2, heartbeatSeconds: 20 },
  'packets.make': { retryLimit: 8, retryDelay: 2, heartbeatSeconds: 20 },
  'batches.read': { retryLimit: 8, retryDelay: 5, heartbeatSeconds: 20 },
  'batches.hand-in': { retryLimit: 8, retryDelay: 2, heartbeatSeconds: 20 },
  // The invoice is there before its files are, and the pauses double: for most of a day.
  'invoices.fetch-files': { retryLimit: 10, retryDelay: 30, heartbeatSeconds: 60 },
};

/** How many jobs of a kind one worker does at a time. */
export const atOnce: Partial<Record<JobKind, number>> = { 'scans.examine': 8, 'invoices.issue': 4 };

/** Jobs that run by the clock, in Beijing time. */
export const timetable: readonly { kind: JobKind; cron: string }[] = [
  { kind: 'payments.reconcile', cron: '* * * * *' },
  { kind: 'payments.close-expired', cron: '* * * * *' },
  // Providers have yesterday's bill by ten; one that is late is asked for again.
  { kind: 'payments.reconcile-bills', cron: '5,35 10-23 * * *' },
  { kind: 'invoices.ask-platform', cron: '* * * * *' },
  { kind: 'files.purge-stale-uploads', cron: '17 * * * *' },
  { kind: 'scans.look-again', cron: '*/5 * * * *' },
  { kind: 'applications.remind-deadlines', cron: '5 9 * * *' },
  { kind: 'accounts.purge-expired', cron: '40 3 * * *' },
  { kind: 'batches.read-on', cron: '* * * * *' },
  { kind: 'batches.hand-in-again', cron: '*/5 * * * *' },
  { kind: 'packets.purge', cron: '50 3 * * *' },
  { kind: 'audit.seal', cron: '10 0 * * *' },
];
