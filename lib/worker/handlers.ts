import { purgeExpired } from '@/lib/accounts/purge-expired';
import { sealAudit } from '@/lib/audit/seal-audit';
import { handInAgain } from '@/lib/applications/batch/hand-in-again';
import { handInBatch } from '@/lib/applications/batch/hand-in-batch';
import { readOn } from '@/lib/applications/batch/read-on';
import { readStack } from '@/lib/applications/batch/read-stack';
import { makePacket } from '@/lib/applications/packet/make-packet';
import { purgePackets } from '@/lib/applications/packet/purge-packets';
import { examineScan } from '@/lib/applications/examine-scan';
import { lookAgain } from '@/lib/applications/look-again';
import { rejudgeSheets } from '@/lib/applications/rejudge-sheets';
import { remindDeadlines } from '@/lib/applications/remind-deadlines';
import { tellNewWindows } from '@/lib/applications/tell-new-windows';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { recheckSignatures } from '@/lib/files/electronic-seals/recheck-signatures';
import { purgeStaleUploads } from '@/lib/files/purge-stale-uploads';
import type { JobKind, JobPayload } from '@/lib/jobs/kinds';
import { deliverMessage } from '@/lib/messages/deliver-message';
import { makeLiveCarrier } from '@/lib/messages/live-carrier';
import { outboxCarrier } from '@/lib/messages/outbox-carrier';
import { attachmentsOf } from './attachments';
import { closeExpiredOrders, reconcileDailyBills, reconcilePayments, sendApprovedRefund } from './payment-jobs';
import { askTaxPlatform, fetchInvoiceFiles, issueInvoice, reverseInvoice } from './tax-jobs';

/** How often it was tried before. */
export interface Attempt {
  isLastTry: boolean;
}

type Handlers = { [Kind in JobKind]?: (payload: JobPayload<Kind>, attempt: Attempt) => Promise<void> };

function carrier() {
  const { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom, SMS_URL: smsUrl, SMS_TOKEN: smsToken } = env;
  if (env.MESSAGES === 'outbox' || !smtpUrl || !mailFrom || !smsUrl || !smsToken) return outboxCarrier;
  return makeLiveCarrier({ smtpUrl, mailFrom, smsUrl, smsToken });
}

/** What is done for each kind of job. */
export const handlers: Handlers = {
  'messages.deliver': ({ messageId }) => deliverMessage(messageId, { carrier: carrier(), attachmentsOf, now: now() }),
  'payments.reconcile': () => reconcilePayments(),
  'payments.close-expired': () => closeExpiredOrders(),
  'payments.reconcile-bills': () => reconcileDailyBills(),
  'payments.send-refund': ({ refundId }) => sendApprovedRefund(refundId),
  'invoices.issue': ({ invoiceId }) => issueInvoice(invoiceId),
  'invoices.reverse': ({ invoiceId }) => reverseInvoice(invoiceId),
  'invoices.ask-platform': () => askTaxPlatform(),
  'invoices.fetch-files': (wanted) => fetchInvoiceFiles(wanted),
  'applications.remind-deadlines': () => remindDeadlines(now()),
  'applications.tell-new-windows': (moved) => tellNewWindows({ ...moved, now: now() }),
  'files.purge-stale-uploads': () => purgeStaleUploads(now()),
  'packets.make': ({ packetId }) => makePacket(packetId, now()),
  'batches.read': ({ fileId }, { isLastTry }) => readStack({ fileId, clock: now, isLastTry }),
  'batches.read-on': () => readOn(now()),
  'batches.hand-in': ({ attestationId }) => handInBatch({ attestationId, now: now() }),
  'batches.hand-in-again': () => handInAgain(now()),
  'packets.purge': () => purgePackets(now()),
  'files.recheck-signatures': async ({ anchorId }) => {
    await recheckSignatures({ anchorId, now: now(), changed: rejudgeSheets });
  },
  'scans.examine': ({ fileId }, { isLastTry }) => examineScan({ fileId, isLastTry, now: now() }),
  'scans.look-again': () => lookAgain(now()),
  'accounts.purge-expired': () => purgeExpired(now()),
  'audit.seal': () => sealAudit(now()),
};
