import { issuedForm } from '@/lib/applications/printed-form';
import { invoiceAttachments } from '@/lib/invoices/files/invoice-attachments';
import type { Attachment } from '@/lib/messages/carrier';
import type { Attached } from '@/lib/messages/deliver-message';

/** What goes along with a mail, made or read when it is sent. */
export async function attachmentsOf({ attachment, applicationId, invoiceId }: Attached): Promise<Attachment[]> {
  if (attachment === 'APPLICATION_FORM' && applicationId) return [await issuedForm(applicationId)];
  if (attachment === 'INVOICE' && invoiceId) return invoiceAttachments(invoiceId, 'BLUE');
  if (attachment === 'RED_INVOICE' && invoiceId) return invoiceAttachments(invoiceId, 'RED');
  return [];
}
