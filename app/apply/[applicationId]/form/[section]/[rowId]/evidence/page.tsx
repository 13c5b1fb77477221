import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { UploadBox } from '@/components/forms/upload-box';
import { Banner } from '@/components/ui/banner';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { evidenceOnPage } from '@/lib/applications/queries';
import { purposeRules } from '@/lib/files/purposes';
import { passedMessage } from '@/lib/web/passed-message';
import { ApplicationHead } from '../../../../application-head';
import { PassedBanner } from '../../../../passed-banner';
import { attachEvidenceAction, detachEvidenceAction } from '../../../actions';
import { ClosedForm } from '../../../closed-form';
import { RestampNotice } from '../../../../restamp-notice';
import { sectionPage } from '../../../section-page';

export const metadata: Metadata = { title: '证明材料' };

interface Props {
  params: Promise<{ applicationId: string; section: string; rowId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The files that prove one row. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const { rowId, ...at } = await params;
  const page = await sectionPage(at);
  const { application, section, material, closed, now } = page;
  const { rows: part, slug } = section;
  const row = material.answers[slug].rows.find(({ id }) => id === rowId);
  if (!part?.evidence || !row) notFound();
  const path = `/apply/${application.id}/form/${slug}`;
  const place = { applicationId: application.id, section: slug, rowId };
  const files = await evidenceOnPage(application.id, rowId);
  return (
    <div className="page page-narrow">
      <ApplicationHead
        application={application}
        title="证明材料"
        between={[{ label: section.title, href: path }]}
        lead={part.title(row.values)}
      />
      <PassedBanner message={passedMessage(await searchParams)} />
      {closed ? (
        <ClosedForm applicationId={application.id} because={closed} />
      ) : (
        <div className="stack">
          <Banner tone="info">{part.evidence.hint}</Banner>
          <UploadBox
            label="上传文件"
            hint="PDF、JPG 或 PNG，每个不超过 20 MB，每项最多 10 个；手机可以直接拍照。"
            endpoint="/api/uploads"
            purpose="EVIDENCE"
            metadata={place}
            accept={['application/pdf', 'image/jpeg', 'image/png']}
            acceptText="PDF、JPG 或 PNG"
            maxBytes={purposeRules.EVIDENCE.maxBytes}
            existing={files}
            onUploaded={attachEvidenceAction.bind(null, place)}
            onRemove={detachEvidenceAction.bind(null, place)}
            fallbackAction="/api/uploads/form"
            multiple
            capture
          />
          <RestampNotice form={page} now={now} />
          <ButtonRow>
            <ButtonLink href={path}>完成，返回{section.title}</ButtonLink>
            <ButtonLink href={`${path}/new`} variant="secondary">
              再添加一项
            </ButtonLink>
            <ButtonLink href={`${path}/${rowId}`} variant="quiet">
              修改内容
            </ButtonLink>
          </ButtonRow>
        </div>
      )}
    </div>
  );
}
