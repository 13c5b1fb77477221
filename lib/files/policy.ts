/** How the one who asks stands to the file: relations to its application, and whether he uploaded it himself. */
export type FileRelation =
  | 'uploader'
  | 'owner'
  | 'own_unit'
  | 'responsible_staff'
  | 'claimant'
  | 'finance'
  | 'auditor'
  | 'sanction_reader'
  | 'sanctioned_unit'
  | 'system';

export interface JudgedFile {
  purpose:
    | 'PHOTO'
    | 'EVIDENCE'
    | 'STAMPED_FORM'
    | 'PAYMENT_VOUCHER'
    | 'UNIT_PROOF'
    | 'UNIT_SCAN'
    | 'SANCTION_EVIDENCE'
    | 'SANCTION_APPEAL';
  applicationId: string | null;
  status: 'CHECKING' | 'CLEAN' | 'REFUSED';
  deletedAt: Date | null;
}

const inTheJourney: readonly FileRelation[] = ['owner', 'own_unit', 'responsible_staff', 'auditor'];

const readers: Record<JudgedFile['purpose'], readonly FileRelation[]> = {
  PHOTO: inTheJourney,
  EVIDENCE: inTheJourney,
  STAMPED_FORM: inTheJourney,
  PAYMENT_VOUCHER: ['owner', 'finance', 'auditor'],
  UNIT_PROOF: ['uploader'],
  // A stack as a whole is its uploader's; a sheet of it, once it is filed, goes with its application.
  UNIT_SCAN: ['uploader'],
  // Evidence may be about other people: the unit reads the finding, not the files.
  SANCTION_EVIDENCE: ['sanction_reader'],
  SANCTION_APPEAL: ['sanction_reader', 'sanctioned_unit'],
};

/** Once a file belongs to an application, standing to that application counts and who uploaded it does not. */
export function fileVisibleTo(file: JudgedFile, relations: ReadonlySet<FileRelation>): boolean {
  if (file.status !== 'CLEAN' || file.deletedAt) return false;
  const allowed = readers[file.purpose];
  if (allowed.some((relation) => relations.has(relation))) return true;
  return file.applicationId === null && relations.has('uploader');
}
