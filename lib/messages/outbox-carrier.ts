import type { Carrier } from './carrier';

/** Demo mode: the rows themselves are the outbox page, so nothing leaves the machine. */
export const outboxCarrier: Carrier = {
  sendSms: async () => undefined,
  sendMail: async () => undefined,
};
