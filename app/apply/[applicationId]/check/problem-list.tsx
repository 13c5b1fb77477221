import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/text-link';
import type { Advice } from '@/lib/applications/form/advice';
import type { Problem } from '@/lib/applications/form/problems';
import { sections } from '@/lib/applications/form/sections';
import type { Eligibility } from '@/lib/catalogue/eligibility';

interface ProblemListProps {
  applicationId: string;
  problems: Problem[];
  advice: Advice[];
  eligibility: Eligibility;
}

/** What keeps the form from being submitted, section by section, each with the way there; then what to look at twice. */
export function ProblemList({ applicationId, problems, advice, eligibility }: ProblemListProps) {
  const path = `/apply/${applicationId}/form`;
  const open = sections.filter(({ slug }) => problems.some(({ section }) => section === slug));
  return (
    <>
      {open.length > 0 ? (
        <Banner tone="danger" title={`还有 ${problems.length} 处需要完善，才能提交`}>
          {open.map(({ slug, title }) => (
            <div key={slug} className="mt-2">
              <h3>{title}</h3>
              <ul className="list-disc pl-6">
                {problems
                  .filter(({ section }) => section === slug)
                  .map((problem) => (
                    <li key={`${problem.rowId ?? ''} ${problem.sentence}`}>
                      <TextLink href={placeOf(path, problem)}>{problem.sentence}</TextLink>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </Banner>
      ) : null}
      {eligibility.overall === 'no' ? (
        <Banner tone="danger" title="不符合这个级别的申报条件">
          {eligibility.summary}
        </Banner>
      ) : null}
      {advice.length > 0 ? (
        <Banner tone="warning" title="请再看一眼">
          <ul className="list-disc pl-6">
            {advice.map(({ section, sentence }) => (
              <li key={sentence}>
                {sentence} <TextLink href={`${path}/${section}`}>去核对</TextLink>
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
    </>
  );
}

function placeOf(path: string, { section, rowId, field }: Problem): string {
  if (!rowId) return `${path}/${section}${field ? `#${field}` : '#rows'}`;
  return `${path}/${section}/${rowId}${field === 'evidence' ? '/evidence' : field ? `#${field}` : ''}`;
}
