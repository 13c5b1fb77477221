import { z } from 'zod';
import { Card } from '@/components/ui/card';
import { Tag } from '@/components/ui/tag';

const results = z.array(
  z.object({
    code: z.string(),
    words: z.string(),
    isHard: z.boolean(),
    outcome: z.enum(['yes', 'no', 'unknown']),
    because: z.string(),
  }),
);

const outcomes = {
  yes: { tone: 'success', label: '符合' },
  no: { tone: 'danger', label: '不符合' },
  unknown: { tone: 'neutral', label: '需人工判断' },
} as const;

/** The machine advises; a person decides (PIPL 24). */
export function EligibilityResults({ results: raw }: { results: unknown }) {
  const parsed = results.safeParse(raw);
  if (!parsed.success) return null;
  return (
    <Card title="条件自动核对（仅供参考，由审核人员决定）">
      <ul className="stack-small">
        {parsed.data.map((result) => (
          <li key={result.code}>
            <Tag tone={outcomes[result.outcome].tone}>{outcomes[result.outcome].label}</Tag> {result.words}
            <br />
            <span className="field-hint">{result.because}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
