import { describe, expect, it } from 'vitest';
import { type FileRelation, fileVisibleTo, type JudgedFile } from './policy';

const relations: FileRelation[] = ['uploader', 'owner', 'own_unit', 'responsible_staff', 'finance', 'auditor', 'system'];
const purposes: JudgedFile['purpose'][] = ['PHOTO', 'EVIDENCE', 'STAMPED_FORM', 'PAYMENT_VOUCHER', 'UNIT_PROOF'];

const fileFor = (purpose: JudgedFile['purpose'], more: Partial<JudgedFile> = {}): JudgedFile => ({
  purpose,
  applicationId: purpose === 'UNIT_PROOF' ? null : 'a',
  status: 'CLEAN',
  deletedAt: null,
  ...more,
});

const readersOf = (file: JudgedFile) => relations.filter((relation) => fileVisibleTo(file, new Set([relation])));

describe('who may look at a file', () => {
  it('is one table', () => {
    expect(Object.fromEntries(purposes.map((purpose) => [purpose, readersOf(fileFor(purpose))]))).toEqual({
      PHOTO: ['owner', 'own_unit', 'responsible_staff', 'auditor'],
      EVIDENCE: ['owner', 'own_unit', 'responsible_staff', 'auditor'],
      STAMPED_FORM: ['owner', 'own_unit', 'responsible_staff', 'auditor'],
      PAYMENT_VOUCHER: ['owner', 'finance', 'auditor'],
      UNIT_PROOF: ['uploader'],
    });
  });

  it.each(purposes)('nobody once a %s is removed, refused or not yet checked', (purpose) => {
    expect(readersOf(fileFor(purpose, { deletedAt: new Date(0) }))).toEqual([]);
    expect(readersOf(fileFor(purpose, { status: 'REFUSED' }))).toEqual([]);
    expect(readersOf(fileFor(purpose, { status: 'CHECKING' }))).toEqual([]);
  });
});
