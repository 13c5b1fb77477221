import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { type EvidenceGroup, evidenceOf } from '@/lib/applications/review-evidence';
import type { Dossier } from '@/lib/applications/review-queries';
import { type FormSection, formWords } from '@/lib/documents/application-form/form-words';
import { tableDateTime } from '@/lib/kernel/dates';
import { maskIdNumber, maskMobile } from '@/lib/kernel/masking';
import { AcknowledgedAdvice } from './acknowledged-advice';
import { EligibilityResults } from './eligibility-results';

/** What the paper says, from the frozen words, with the evidence beside it. */
export async function DossierForm({ dossier, mayPrint }: { dossier: Dossier; mayPrint: boolean }) {
  const [snapshot] = dossier.snapshots;
  if (!snapshot) return <EmptyState title="申请人还没有提交报名">草稿内容在提交前不对外显示。</EmptyState>;
  const words = formWords.parse(snapshot.words);
  return (
    <section className="stack" aria-labelledby="form-title">
      <h2 id="form-title">申报书（第 {snapshot.version} 版）</h2>
      <p className="field-hint">
        {tableDateTime(snapshot.lockedAt)} 提交
        {mayPrint ? (
          <>
            {' · '}
            <TextLink href={`/apply/${dossier.id}/print`} newTab>
              查看 PDF
            </TextLink>
          </>
        ) : null}
      </p>
      {snapshot.photoFileId ? (
        <img
          className="photo"
          src={`/api/files/${snapshot.photoFileId}?page=1&size=small`}
          alt={`${dossier.person.name}的证件照`}
          width="118"
          height="165"
        />
      ) : null}
      {words.sections.map((section) => (
        <div key={section.slug} className="dossier-section">
          <h3>{section.title}</h3>
          <SectionWords section={section} />
        </div>
      ))}
      <Evidence applicationId={dossier.id} groups={await evidenceOf(snapshot)} />
      <AcknowledgedAdvice stored={snapshot.acknowledged} />
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

interface NumberedRow {
  key: string;
  cells: string[];
}

function SectionTable({ section }: { section: Extract<FormSection, { kind: 'table' }> }) {
  if (section.rows.length === 0) return <p>{section.emptyText}</p>;
  return (
    <DataTable
      caption={section.title}
      hideCaption
      dense
      columns={section.columns.map(({ label }, index) => ({
        key: label,
        title: label,
        lead: index === 0,
        cell: ({ cells }: NumberedRow) => cells[index] || '—',
      }))}
      rows={section.rows.map((cells, index) => ({ key: String(index), cells }))}
      rowKey={({ key }) => key}
    />
  );
}

/** The paper must show these in full; the screen does so only where a look is logged. */
function masked(label: string, value: string): string {
  if (label === '证件号码') return maskIdNumber(value);
  return label === '手机号' ? maskMobile(value) : value;
}

function Evidence({ applicationId, groups }: { applicationId: string; groups: EvidenceGroup[] }) {
  return (
    <Card title={`佐证材料（${groups.reduce((sum, { files }) => sum + files.length, 0)} 份）`}>
      {groups.length === 0 ? <p>没有需要佐证的项目。</p> : null}
      <ul className="stack-small">
        {groups.map(({ rowId, title, files }) => (
          <li key={rowId}>
            {title}
            <ul className="list-disc pl-5">
              {files.map((file) => (
                <li key={file.id}>
                  <TextLink href={`/office/applications/${applicationId}/files/${file.id}`} newTab>
                    {file.name}
                  </TextLink>{' '}
                  <span className="field-hint">
                    {file.pages} 页，{Math.ceil(file.bytes / 1024)} KB
                  </span>
                </li>
              ))}
              {files.length === 0 ? <li className="text-ink-soft">没有上传材料</li> : null}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
