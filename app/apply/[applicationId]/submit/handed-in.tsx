import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/text-link';
import { stampedFormNames } from '@/lib/applications/stamped-form-labels';
import { type ApplicationOnPage, stampedFiles } from '@/lib/applications/queries';
import { longDateTime } from '@/lib/kernel/dates';

/** What was handed in last, and what became of it. */
export async function HandedIn({ application: { stampedForms } }: { application: ApplicationOnPage }) {
  const [stamped] = stampedForms;
  if (!stamped) return null;
  const files = await stampedFiles(stamped.id);
  const isVoid = stamped.status === 'SUPERSEDED' || stamped.status === 'REJECTED';
  return (
    <Banner
      tone={isVoid ? 'neutral' : 'success'}
      title={`第 ${stamped.version} 版盖章件：${stampedFormNames[stamped.status]}`}
    >
      <p>
        {longDateTime(stamped.uploadedAt)} 由{stamped.attestedByName}提交
        {files.map(({ id, name }) => (
          <span key={id}>
            ，<TextLink href={`/api/files/${id}`}>{name}</TextLink>
          </span>
        ))}
      </p>
      {isVoid ? null : <p>重新上传会替换它。</p>}
    </Banner>
  );
}
