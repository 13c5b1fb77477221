import { type ApplicantCategory, applicantCategories } from '@/lib/catalogue/labels';
import type { PageFacts } from '@/lib/files/page-facts';
import type { FormAnswers } from './answers';
import type { FormContext } from './section';

export interface EvidenceFile {
  id: string;
  name: string;
  sha256: string;
  isClean: boolean;
  /** What was seen of each page; null where nobody looked. Empty for a file from before such looks. */
  pages: readonly (PageFacts | null)[];
}

/** Everything that the form is judged by and printed from. */
export interface FormMaterial {
  application: { number: string; isDemonstration: boolean };
  certification: string;
  cycle: { name: string; provinceCode: string; organiser: string; declaration: readonly string[]; unitAttestation: string };
  person: {
    name: string;
    sex: 'MALE' | 'FEMALE' | null;
    birthday: string | null;
    documentKindName: string;
    documentNumber: string;
    phone: string;
  };
  photoFileId: string | null;
  /** What was seen of the photo. */
  photo: PageFacts | null;
  unit: {
    id: string;
    name: string;
    creditCode: string;
    regionCode: string;
    isRejected: boolean;
    isApproved: boolean;
    /** Why nobody of it can apply now (R33), in a sentence. */
    barredBecause: string | null;
  } | null;
  /** Certificates that the system itself knows. */
  heldCertificates: readonly HeldCertificate[];
  answers: FormAnswers;
  /** By the id of the row they prove. */
  evidence: Readonly<Record<string, readonly EvidenceFile[]>>;
  /** Beijing day, YYYY-MM-DD. */
  today: string;
}

export interface HeldCertificate {
  number: string;
  holderName: string;
  level: 'PRIMARY' | 'INTERMEDIATE' | 'SENIOR';
  associationId: string;
  issuerName: string;
  issuedOn: string;
  isValid: boolean;
}

const teachers: readonly ApplicantCategory[] = [
  'KINDERGARTEN_TEACHER',
  'PRIMARY_SCHOOL_TEACHER',
  'SECONDARY_SCHOOL_TEACHER',
  'VOCATIONAL_SCHOOL_TEACHER',
];

export function categoryOf(answers: FormAnswers): ApplicantCategory | undefined {
  return applicantCategories.find((category) => category === answers.category.values.category);
}

export function contextOf({ answers, today }: Pick<FormMaterial, 'answers' | 'today'>): FormContext {
  const category = categoryOf(answers);
  return {
    isStudent: category === 'STUDENT',
    isWorker: category !== undefined && category !== 'STUDENT',
    isTeacher: category !== undefined && teachers.includes(category),
    today,
  };
}
