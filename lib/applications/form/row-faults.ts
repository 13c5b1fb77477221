import type { CheckCode } from '../preflight/checks';
import type { Row } from './answers';
import { liesAhead } from './dates';
import type { Field, Values } from './field';
import { faultsOf } from './field-schemas';
import type { EvidenceFile } from './material';
import type { FormContext, Section } from './section';

interface RowToCheck {
  section: Section;
  row: Row;
  context: FormContext;
  evidence: readonly EvidenceFile[];
}

export interface RowFault {
  code: CheckCode;
  field?: string;
  sentence: string;
}

/** What one row lacks. */
export function rowFaults(check: RowToCheck): RowFault[] {
  return [...answerFaults(check), ...orderFaults(check), ...evidenceFaults(check)];
}

function answerFaults({ section, row, context }: RowToCheck): RowFault[] {
  return codedFaults(section.rows?.fields ?? [], row.values, context);
}

/** What is wrong with answers, and whether it is about a date that could be read. */
export function codedFaults(fields: readonly Field[], values: Values, context: FormContext): (RowFault & { field: string })[] {
  return faultsOf(fields, values, context).map((fault) => ({
    ...fault,
    code: liesAhead(values[fault.field], context.today) ? 'form.dates' : 'form.complete',
  }));
}

function orderFaults({ row: { values } }: RowToCheck): RowFault[] {
  const { from = '', to = '' } = values;
  const isWrong = /^\d{4}-\d{2}$/.test(from) && /^\d{4}-\d{2}$/.test(to) && to < from;
  return isWrong ? [{ code: 'form.dates', field: 'to', sentence: '结束时间不能早于开始时间。' }] : [];
}

function evidenceFaults({ section, evidence }: RowToCheck): RowFault[] {
  const rule = section.rows?.evidence;
  if (!rule) return [];
  if (rule.isNeeded && evidence.length === 0) {
    return [{ code: 'evidence.present', field: 'evidence', sentence: '请上传这项成果的证明材料。' }];
  }
  return evidence
    .filter(({ isClean }) => !isClean)
    .map(({ name }) => ({ code: 'evidence.readable', field: 'evidence', sentence: `“${name}”没有通过检查，请删除后重新上传。` }));
}
