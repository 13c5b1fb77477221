import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/text-link';
import { stampedFormNames } from '@/lib/applications/stamped-form-labels';
import type { ApplicationOnPage } from '@/lib/applications/queries';
import { longDateTime } from '@/lib/kernel/dates';

/** What was handed in last, and what became of it. */
export function HandedIn({ application: { stampedForms } }: { application: ApplicationOnPage }) {
  const [stamped] = stampedForms;
  if (!stamped) return null;
  const isVoid = stamped.status === 'SUPERSEDED' || stamped.status === 'REJECTED';
  return (
    <Banner
      tone={isVoid ? 'neutral' : 'success'}
      title={`第 ${stamped.version} 版盖章件：${stampedFormNames[stamped.status]}`}
    >
      <p>
        {longDateTime(stamped.uploadedAt)} 由{stamped.attestedByName}提交
        {stamped.files.map(({ file }) => (
          <span key={file.id}>
            ，<TextLink href={`/api/files/${file.id}`}>{file.name}</TextLink>
          </span>
        ))}
      </p>
      {isVoid ? null : <p>重新上传会替换它。</p>}
    </Banner>
  );
}
