import { one } from './rows';

/** Handed to the tax client, with a file whose content is that of an uploaded one. */
export async function invoiceOf(orderNumber: string, fileId: string): Promise<Record<string, string>> {
  const { batchNumber = '', id: batchId = '' } = await one(
    `INSERT INTO "InvoiceBatch" (id, number, "payeeId", "itemName", "itemCode", "taxRate", "madeById", "madeByName", "madeAt")
     SELECT gen_random_uuid(), 'KP' || right(number, 16), "payeeId", '示例项目', '1234567890123456789', '免税', "personId", '甲示例', now()
     FROM "Order" WHERE number = $1 RETURNING id, number AS "batchNumber"`,
    [orderNumber],
  );
  // Any sealed text will do for a mailbox.
  const { serial = '' } = await one(
    `INSERT INTO "Invoice" (id, serial, "orderId", "payeeId", kind, title, "mailCipher", "amountFen", status, "requestedById", "requestedByName", "requestedAt", "batchId")
     SELECT gen_random_uuid(), 'FP' || right(o.number, 18), o.id, o."payeeId", 'INDIVIDUAL', '示例抬头', p."phoneCipher", 10000, 'ISSUING', p.id, '甲示例', now(), $2
     FROM "Order" o JOIN "Person" p ON p.id = o."personId" WHERE o.number = $1 RETURNING serial`,
    [orderNumber, batchId],
  );
  const invoiceFileId = await fileOfInvoice(serial, fileId);
  return { serial, batchNumber, invoiceFileId };
}

async function fileOfInvoice(serial: string, fileId: string): Promise<string> {
  const { id = '' } = await one(
    `INSERT INTO "InvoiceFile" (id, "invoiceId", side, format, "storageKey", name, bytes, sha256, "addedByName", "addedAt")
     SELECT gen_random_uuid(), i.id, 'BLUE', 'PDF', f."storageKey", '发票.pdf', f.bytes, f.sha256, '甲示例', now()
     FROM "Invoice" i, "StoredFile" f WHERE i.serial = $1 AND f.id = $2 RETURNING id`,
    [serial, fileId],
  );
  return id;
}
