import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/text-link';
import type { Finding } from '@/lib/applications/form/finding';
import { sections } from '@/lib/applications/form/sections';
import type { Eligibility } from '@/lib/catalogue/eligibility';

interface ProblemListProps {
  applicationId: string;
  problems: Finding[];
  advice: Finding[];
  eligibility: Eligibility;
}

/** What keeps the form from being submitted, section by section, each with the way there; then what to look at twice. */
export function ProblemList({ applicationId, problems, advice, eligibility }: ProblemListProps) {
  return (
    <>
      {problems.length > 0 ? (
        <Banner tone="danger" title={`还有 ${problems.length} 处需要完善，才能提交`}>
          <BySection applicationId={applicationId} findings={problems} />
        </Banner>
      ) : null}
      {eligibility.overall === 'no' ? (
        <Banner tone="danger" title="不符合这个级别的申报条件">
          {eligibility.summary}
        </Banner>
      ) : null}
      {advice.length > 0 ? (
        <Banner tone="warning" title={`有 ${advice.length} 处请再看一眼`}>
          <p>这些情况常被退回修改。现在改好，就不必再跑一次；核对无误的，可以在提交时勾选“仍要提交”。</p>
          <BySection applicationId={applicationId} findings={advice} />
        </Banner>
      ) : null}
    </>
  );
}

function BySection({ applicationId, findings }: { applicationId: string; findings: Finding[] }) {
  const path = `/apply/${applicationId}/form`;
  return sections
    .map(({ slug, title }) => ({ slug, title, own: findings.filter(({ section }) => section === slug) }))
    .filter(({ own }) => own.length > 0)
    .map(({ slug, title, own }) => (
      <div key={slug} className="mt-2">
        <strong>{title}</strong>
        <ul className="list-disc pl-6">
          {own.map((finding) => (
            <li key={`${finding.rowId ?? ''} ${finding.field ?? ''} ${finding.sentence}`}>
              <TextLink href={placeOf(path, finding)}>{finding.sentence}</TextLink>
            </li>
          ))}
        </ul>
      </div>
    ));
}

function placeOf(path: string, { section, rowId, field }: Finding): string {
  if (!rowId) return `${path}/${section}${field ? `#${field}` : '#rows'}`;
  return `${path}/${section}/${rowId}${field === 'evidence' ? '/evidence' : field ? `#${field}` : ''}`;
}
