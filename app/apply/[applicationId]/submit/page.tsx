import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FileSeals } from '@/components/scans/file-seals';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { materialsClose } from '@/lib/applications/deadlines';
import { judge } from '@/lib/applications/policy';
import { type ApplicationOnPage, handedInApplication, scanOnPage, uploadOnPage } from '@/lib/applications/queries';
import { chosenSheets, hintsOf } from '@/lib/applications/scan-hints';
import { seenDigest } from '@/lib/applications/seen-digest';
import type { StampedScan } from '@/lib/applications/stamped-scan';
import { type UnitVoice, unitVoiceOnPage } from '@/lib/applications/unit-voice';
import { now as currentTime } from '@/lib/clock';
import { passedMessage } from '@/lib/web/passed-message';
import { pageActor } from '@/lib/web/page-actor';
import { ApplicationHead } from '../application-head';
import { DeadlineWords } from '../deadline-words';
import { PassedBanner } from '../passed-banner';
import { AttestForm } from './attest-form';
import { HandedIn } from './handed-in';
import { PageCards } from './page-cards';
import { ScanState } from './scan-state';
import { ScanUpload } from './scan-upload';

export const metadata: Metadata = { title: '上传盖章件' };

interface Props {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The signed and stamped form comes back: uploaded, looked at page by page, attested, handed in. */
export default async function SubmitStampPage({ params, searchParams }: Props) {
  const actor = await pageActor();
  const now = currentTime();
  const application = await handedInApplication(actor, (await params).applicationId);
  if (!application) notFound();
  const judgement = judge(actor, 'submit_stamped_form', application, now);
  const isForOther = actor.personId !== application.personId;
  const scan = judgement.answer === 'yes' ? await scanOnPage(application) : null;
  const { revisionDueAt } = application;
  return (
    <div className="page page-narrow">
      <ApplicationHead
        application={application}
        title="上传盖章件"
        lead={
          <>
            {isForOther ? <p>申报编号 {application.number}。您以单位管理员身份为本单位人员办理。</p> : null}
            <p>
              截止 <DeadlineWords until={revisionDueAt ?? materialsClose(application)} now={now} />
            </p>
          </>
        }
      />
      <PassedBanner message={passedMessage(await searchParams)} />
      <div className="stack">
        <HandedIn application={application} />
        {scan ? (
          <Upload application={application} scan={scan} voice={await unitVoiceOnPage(actor, application)} now={now} />
        ) : (
          <Banner
            tone="warning"
            title="现在不能上传盖章件"
            action={<ButtonLink href={isForOther ? '/unit' : `/apply/${application.id}`}>返回</ButtonLink>}
          >
            {judgement.answer === 'not_yet' ? judgement.because : '申报书还没有生成。'}
          </Banner>
        )}
      </div>
    </div>
  );
}

interface UploadProps {
  application: ApplicationOnPage;
  scan: StampedScan;
  voice: UnitVoice;
  now: Date;
}

function Upload({ application, scan, voice, now }: UploadProps) {
  const { id } = application;
  const { form, assembly, files } = scan;
  const chosen = chosenSheets(assembly);
  const kept = form.pages.length - assembly.missing.length;
  return (
    <>
      <p>
        {scan.hasSheets
          ? `第 ${form.version} 版申报书共 ${form.pages.length} 页，${kept} 页已有盖章件。`
          : `请上传第 ${form.version} 版申报书签字盖章后的全部 ${form.pages.length} 页，可以是一个 PDF，也可以是每页一张照片。`}
        <TextLink href={`/apply/${id}/stamp-guide`}>怎样打印、盖章和扫描</TextLink>
      </p>
      <ScanState scan={scan} now={now} />
      <FileSeals files={files} unit={application.unit} />
      <ScanUpload applicationId={id} label="盖章扫描件" existing={files.map(uploadOnPage)} multiple />
      {scan.blankSheets > 0 ? <p role="status">跳过 {scan.blankSheets} 张空白页。</p> : null}
      <PageCards applicationId={id} scan={scan} />
      <AttestForm application={application} hints={hintsOf(chosen)} seen={seenDigest(chosen)} voice={voice} />
    </>
  );
}
