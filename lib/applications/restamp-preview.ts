import { db } from '@/lib/db/client';
import { drawApplicationForm } from '@/lib/documents/application-form/make-application-form';
import { MissingGlyphError } from '@/lib/documents/fonts/missing-glyph-error';
import { assembleForm } from '@/lib/documents/scan/assemble-form';
import type { Restamp } from '@/lib/documents/scan/restamp-words';
import { pageKey } from '@/lib/secrets';
import type { FormMaterial } from './form/material';
import { wordsOf } from './form/words';
import type { LoadedApplication } from './lock-application';
import { photoBytes } from './photo-bytes';
import { liveSheet, sheetParts } from './stamped-scan';

interface FormToPreview {
  application: LoadedApplication;
  material: FormMaterial;
  now: Date;
}

/**
 * What would have to be stamped again if the form were submitted as it stands: drawn as it would be printed, and
 * compared with the sheets that are valid now. Null where nothing has been stamped yet, or nothing can be drawn.
 */
export async function restampPreview({ application, material, now }: FormToPreview): Promise<Restamp | null> {
  const { id, formVersion, status, submittedAt } = application;
  if (status !== 'DRAFT' || formVersion === 0) return null;
  const sheets = await db.scannedSheet.findMany({
    where: { applicationId: id, filing: 'FILED', removedAt: null, voidedAt: null, file: { deletedAt: null } },
    include: sheetParts,
  });
  if (sheets.length === 0) return null;
  const version = formVersion + 1;
  const pages = await pagesOf(material, { version, filedAt: submittedAt ?? now });
  if (!pages) return null;
  const { missing } = assembleForm({ version, issuedAt: now, pages }, sheets.map(liveSheet));
  return { needed: missing, total: pages.length };
}

async function pagesOf(material: FormMaterial, as: { version: number; filedAt: Date }) {
  const photo = material.photoFileId ? await photoBytes(material.photoFileId) : undefined;
  try {
    return (await drawApplicationForm({ words: wordsOf(material, as), photo, pageKey: pageKey() })).pages;
  } catch (error) {
    if (error instanceof MissingGlyphError) return null;
    throw error;
  }
}
