import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValue } from '@/components/ui/key-value';
import { TextLink } from '@/components/ui/text-link';
import type { Dossier } from '@/lib/applications/review-queries';
import { type FormSection, formWords } from '@/lib/documents/application-form/form-words';
import { tableDateTime } from '@/lib/kernel/dates';
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
        <Card key={section.slug} title={section.title}>
          <SectionWords section={section} />
        </Card>
      ))}
      <Evidence dossier={dossier} />
      <EligibilityResults results={dossier.eligibility[0]?.results} />
    </section>
  );
}

function SectionWords({ section }: { section: FormSection }) {
  if (section.kind === 'fields') {
    return (
      <KeyValue columns={2} items={section.fields.map(({ label, value }) => ({ term: label, value: value || '—' }))} />
    );
  }
  if (section.kind === 'text') {
    return section.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
  }
  if (section.rows.length === 0) return <p>{section.emptyText}</p>;
  return (
    <ol className="stack-small">
      {section.rows.map((row, at) => (
        <li key={row.join('|')}>
          <KeyValue
            columns={2}
            items={section.columns.map((column, index) => ({
              term: column.label || `第 ${at + 1} 项`,
              value: row[index] || '—',
            }))}
          />
        </li>
      ))}
    </ol>
  );
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
