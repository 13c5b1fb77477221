import { Card } from '@/components/ui/card';
import { checkTitle } from '@/lib/applications/preflight/checks';
import { readAcknowledged } from '@/lib/applications/preflight/acknowledge';

/** What the system had pointed out and the applicant submitted all the same: where a reviewer may look first. */
export function AcknowledgedAdvice({ stored }: { stored: unknown }) {
  const advice = readAcknowledged(stored);
  if (advice.length === 0) return null;
  return (
    <Card title={`提交前的提示（${advice.length} 处，申请人核对后仍然提交）`}>
      <ul className="stack-small">
        {advice.map(({ code, sentence }) => (
          <li key={sentence}>
            {sentence}
            <span className="field-hint">（{checkTitle(code)}）</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
