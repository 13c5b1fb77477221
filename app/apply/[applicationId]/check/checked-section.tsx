import { MaskedValue } from '@/components/ui/masked-value';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import type { Section } from '@/lib/applications/form/section';
import { fieldWords, personWords } from '@/lib/applications/form/words';
import { problemsOfSection } from '@/lib/applications/form/problems';
import type { FormOnPage } from '@/lib/applications/queries';
import { maskIdNumber, maskMobile } from '@/lib/kernel/masking';
import { revealOwnAction } from '../../../my/certifications/actions';
import { CheckedRows } from './checked-rows';

interface CheckedSectionProps {
  section: Section;
  form: FormOnPage;
  mayChange: boolean;
}

/** One section in the words of the paper, with the way to change each answer. */
export function CheckedSection({ section, form, mayChange }: CheckedSectionProps) {
  const { application, material } = form;
  const path = `/apply/${application.id}/form/${section.slug}`;
  const missing = new Map(problemsOfSection(section, material).map(({ field, sentence }) => [field, sentence]));
  const change = (field: string) => (mayChange ? { href: `${path}#${field}` } : undefined);
  const own = fieldWords(section, material).map(
    ({ label, value, field }): SummaryRow => ({
      term: label,
      value: value || '未填写（选填）',
      missing: value === '' ? missing.get(field) : undefined,
      change: change(field),
    }),
  );
  const rows = section.slug === 'identity' ? [...accountRows(form), photoRow(form, change('photo')), ...own] : own;
  return (
    <div>
      {rows.length > 0 ? <SummaryList title={section.title} rows={rows} /> : <h2>{section.title}</h2>}
      {section.rows ? <CheckedRows section={section} part={section.rows} form={form} mayChange={mayChange} /> : null}
    </div>
  );
}

/** The account's own facts: numbers stay masked until they are asked for, and asking is written down. */
function accountRows({ application, material }: FormOnPage): SummaryRow[] {
  const { documentNumber, phone } = material.person;
  const hidden = (label: string, masked: string, what: 'document' | 'phone') => (
    <MaskedValue label={label} masked={masked} reveal={revealOwnAction} fields={{ applicationId: application.id, what }} />
  );
  const values: Record<string, SummaryRow['value']> = {
    证件号码: hidden('证件号码', maskIdNumber(documentNumber), 'document'),
    手机号: hidden('手机号', maskMobile(phone), 'phone'),
  };
  return personWords(material).map(({ label, value }) => ({ term: label, value: values[label] ?? value }));
}

function photoRow({ material }: FormOnPage, change: SummaryRow['change']): SummaryRow {
  const { photoFileId } = material;
  return {
    term: '证件照',
    value: <img className="photo" src={`/api/files/${photoFileId}?page=1&size=small`} alt="证件照" width="118" height="165" />,
    missing: photoFileId ? undefined : '请上传证件照。',
    change,
  };
}
