import { StampNote } from '../ui/stamp-note';
import { TextLink } from '../ui/text-link';

export const standingStatement =
  '协会从未委托或授权任何校外机构或个人开展青少年科技辅导员专业水平认证的代办、代报等业务。';

interface AgentStatementProps {
  /** The cycle's own words. */
  text?: string;
  withoutLink?: boolean;
}

/** That no agent is authorised, with the way to report one. */
export function AgentStatement({ text, withoutLink }: AgentStatementProps) {
  return (
    <StampNote>
      {text || standingStatement}
      {withoutLink ? null : (
        <>
          <br />
          <TextLink href="/about-agents">遇到代办、代报怎么办</TextLink>
        </>
      )}
    </StampNote>
  );
}
