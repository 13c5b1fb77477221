import { Disclosure } from '@/components/ui/disclosure';
import { Tag } from '@/components/ui/tag';
import type { Finding } from '@/lib/applications/form/finding';
import { checks } from '@/lib/applications/preflight/checks';
import type { PreflightResult } from '@/lib/applications/preflight/record-preflight';

interface CheckResultsProps {
  results: PreflightResult[];
  problems: Finding[];
}

const shown = {
  open: { tone: 'danger', label: '需要处理' },
  warned: { tone: 'warning', label: '请再看一眼' },
  passed: { tone: 'success', label: '没有发现问题' },
  not_run: { tone: 'neutral', label: '没有检查' },
} as const;

/** Every check that has looked at the form, also those that found nothing. */
export function CheckResults({ results, problems }: CheckResultsProps) {
  const stateOf = ({ code, outcome }: PreflightResult) => (problems.some((problem) => problem.code === code) ? 'open' : outcome);
  return (
    <Disclosure summary={`查看 ${results.length} 项自动检查的结果`}>
      <p className="field-hint">这些检查由系统自动完成，针对最常被退回的原因；是否通过审查，由工作人员决定。</p>
      <ul className="stack-small mt-3">
        {results.map((result) => {
          const { tone, label } = shown[stateOf(result)];
          const { title, place } = checks[result.code];
          return (
            <li key={result.code}>
              <Tag tone={tone}>{label}</Tag> {title}
              <span className="field-hint">（{place}）</span>
              {result.because ? <p className="field-hint">{result.because}</p> : null}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
