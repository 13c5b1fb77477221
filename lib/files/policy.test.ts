import { describe, expect, it } from 'vitest';
import { type FileRelation, fileVisibleTo, type JudgedFile } from './policy';
import { filePurposes } from './purposes';

const relations: FileRelation[] = [
  ...(['uploader', 'owner', 'own_unit', 'responsible_staff', 'finance', 'auditor', 'system'] as const),
  ...(['sanction_reader', 'sanctioned_unit'] as const),
];
const purposes = filePurposes;
const withoutApplication: JudgedFile['purpose'][] = ['UNIT_PROOF', 'SANCTION_EVIDENCE', 'SANCTION_APPEAL'];

const fileFor = (purpose: JudgedFile['purpose'], more: Partial<JudgedFile> = {}): JudgedFile => ({
  purpose,
  applicationId: withoutApplication.includes(purpose) ? null : 'a',
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
      UNIT_SCAN: ['uploader'],
      SANCTION_EVIDENCE: ['uploader', 'sanction_reader'],
      SANCTION_APPEAL: ['uploader', 'sanction_reader', 'sanctioned_unit'],
    });
  });

  it.each(purposes)('nobody once a %s is removed, refused or not yet checked', (purpose) => {
    expect(readersOf(fileFor(purpose, { deletedAt: new Date(0) }))).toEqual([]);
    expect(readersOf(fileFor(purpose, { status: 'REFUSED' }))).toEqual([]);
    expect(readersOf(fileFor(purpose, { status: 'CHECKING' }))).toEqual([]);
  });
});
