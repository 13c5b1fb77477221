import type { Eligibility } from '@/lib/catalogue/eligibility';
import { adviceOn } from '../form/advice';
import { proofsOf } from '../form/evidence-advice';
import type { Finding } from '../form/finding';
import type { FormMaterial } from '../form/material';
import { hasNames } from '../form/name-advice';
import { problemsOf } from '../form/problems';
import { type CheckCode, codesOf } from './checks';
import type { PreflightResult } from './record-preflight';

interface Form {
  material: FormMaterial;
  eligibility: Eligibility;
}

/** What every check of the form says of it as it stands, in the order of the list. */
export function runFormChecks(form: Form): PreflightResult[] {
  const found = [...problemsOf(form.material), ...adviceOn(form.material)];
  return codesOf('lock_form').map((code) => (code === 'conditions.met' ? conditions(form.eligibility) : resultOf(code, form, found)));
}

function resultOf(code: CheckCode, { material }: Form, found: readonly Finding[]): PreflightResult {
  const sentences = found.filter((finding) => finding.code === code).map(({ sentence }) => sentence);
  if (sentences.length > 0) return { code, outcome: 'warned', because: sentences.join('') };
  const because = cannotTell[code]?.(material) ?? '';
  return { code, outcome: because ? 'not_run' : 'passed', because };
}

/** Why a check that found nothing had nothing to go by. */
const cannotTell: Partial<Record<CheckCode, (material: FormMaterial) => string | null>> = {
  'photo.fit': ({ photo }) => (photo ? null : '这张证件照上传时还没有自动检查。'),
  'form.names': (material) => (hasNames(material) ? null : '没有可以核对姓名的证书或带文字的 PDF。'),
  'evidence.readable': (material) => {
    const proofs = proofsOf(material);
    const isUnseen = proofs.length > 0 && proofs.every(({ file }) => file.pages.every((page) => page === null));
    return isUnseen ? '证明材料上传时还没有自动检查。' : null;
  },
  'unit.known': ({ unit }) => (unit?.isApproved ? null : '单位还没有核实。'),
};

function conditions({ hard, advisory }: Eligibility): PreflightResult {
  const code = 'conditions.met';
  const all = [...hard, ...advisory];
  const broken = all.filter(({ outcome }) => outcome === 'no').map(({ because }) => because);
  if (broken.length > 0) return { code, outcome: 'warned', because: broken.join('') };
  const isOpen = all.length === 0 || all.some(({ outcome }) => outcome === 'unknown');
  return { code, outcome: isOpen ? 'not_run' : 'passed', because: isOpen ? '有的条件系统还不能判断。' : '' };
}
