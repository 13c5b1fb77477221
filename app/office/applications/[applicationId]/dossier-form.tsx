import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { Dossier } from '@/lib/applications/review-queries';
import { type FormSection, formWords } from '@/lib/documents/application-form/form-words';
import { tableDateTime } from '@/lib/kernel/dates';
import { maskIdNumber, maskMobile } from '@/lib/kernel/masking';
import { EligibilityResults } from './eligibility-results';

/** What the paper says, from the frozen words, with the evidence beside it. */
export function DossierForm({ dossier }: { dossier: Dossier }) {
  const [snapshot] = dossier.snapshots;
  if (!snapshot) return <EmptyState title="申请人还没有提交报名">草稿内容在提交前不对外显示。</EmptyState>;
  const words = formWords.parse(snapshot.words);
  return (
    <section className="stack" aria-labelledby="form-title">
      <h2 id="form-title">申报书（第 {snapshot.version} 版）</h2>
      <p className="field-hint">
        {tableDateTime(snapshot.lockedAt)} 提交 ·{' '}
        <TextLink href={`/apply/${dossier.id}/print`} newTab>
          查看 PDF
        </TextLink>
      </p>
      {words.sections.map((section) => (
        <section key={section.slug} className="dossier-section" aria-labelledby={`words-${section.slug}`}>
          <h3 id={`words-${section.slug}`}>{section.title}</h3>
          <SectionWords section={section} />
        </section>
      ))}
      <Evidence dossier={dossier} />
      <EligibilityResults results={dossier.eligibility[0]?.results} />
    </section>
  );
}

function SectionWords({ section }: { section: FormSection }) {
  if (section.kind === 'text') return section.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
  if (section.kind === 'table') return <SectionTable section={section} />;
  return (
    <dl className="dossier-fields">
      {section.fields.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{masked(label, value) || '—'}</dd>
        </div>
      ))}
    </dl>
  );
}

function SectionTable({ section }: { section: Extract<FormSection, { kind: 'table' }> }) {
  if (section.rows.length === 0) return <p>{section.emptyText}</p>;
  return (
    <div className="dossier-scroll" tabIndex={0} role="region" aria-label={section.title}>
      <table className="dossier-table">
        <thead>
          <tr>
            {section.columns.map((column) => (
              <th key={column.label} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row) => (
            <tr key={row.join('|')}>
              {section.columns.map((column, index) => (
                <td key={column.label}>{row[index] || '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The paper must show these in full; the screen does so only where a look is logged. */
function masked(label: string, value: string): string {
  if (label === '证件号码') return maskIdNumber(value);
  return label === '手机号' ? maskMobile(value) : value;
}

function Evidence({ dossier }: { dossier: Dossier }) {
  const files = dossier.evidence.filter(({ file }) => !file.deletedAt);
  return (
    <Card title={`佐证材料（${files.length} 份）`}>
      {files.length === 0 ? <p>没有上传佐证材料。</p> : null}
      <ul className="stack-small">
        {files.map(({ file }) => (
          <li key={file.id}>
            <TextLink href={`/office/applications/${dossier.id}/files/${file.id}`} newTab>
              {file.name}
            </TextLink>
            <span className="field-hint">
              {file.pages} 页，{Math.ceil(file.bytes / 1024)} KB
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
