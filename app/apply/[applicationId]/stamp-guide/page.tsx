import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Banner } from '@/components/ui/banner';
import { StampNote } from '@/components/ui/stamp-note';
import { Steps } from '@/components/ui/steps';
import { ownAccount } from '@/lib/accounts/own-account';
import { materialsClose } from '@/lib/applications/deadlines';
import { halfMissing } from '@/lib/applications/journey';
import { handedInApplication, scanOnPage } from '@/lib/applications/queries';
import { now as currentTime } from '@/lib/clock';
import { restampSentence } from '@/lib/documents/scan/restamp-words';
import { longDateTime } from '@/lib/kernel/dates';
import { pageActor } from '@/lib/web/page-actor';
import { requestFacts } from '@/lib/web/request-facts';
import { ApplicationHead } from '../application-head';
import { DeadlineWords } from '../deadline-words';
import { deviceOf } from '../device';
import { PrintWays } from './print-ways';

export const metadata: Metadata = { title: '打印、签字、盖章' };

interface Props {
  params: Promise<{ applicationId: string }>;
}

/** From the issued form to the scan: what to print, where to sign and stamp, how to scan. */
export default async function StampGuidePage({ params }: Props) {
  const actor = await pageActor();
  const { applicationId } = await params;
  const application = await handedInApplication(actor, applicationId);
  if (!application) notFound();
  const { id, status, snapshots, hasPayment, revisionDueAt } = application;
  const [form] = snapshots;
  if (!form || status === 'DRAFT') redirect(`/apply/${id}`);
  const pages = Array.isArray(form.pages) ? form.pages.length : 0;
  const scan = await scanOnPage(application);
  const missing = scan?.assembly.missing ?? [];
  const isOwner = actor.personId === application.personId;
  return (
    <div className="page page-narrow">
      <ApplicationHead application={application} title="打印、签字、盖章" />
      <div className="stack">
        <Banner tone="success" title={`申报书已生成：第 ${form.version} 版，共 ${pages} 页`}>
          <p>{longDateTime(form.lockedAt)} 生成。{halfMissing(application)}</p>
          <p>
            材料提交截止 <DeadlineWords until={revisionDueAt ?? materialsClose(application)} now={currentTime()} />
          </p>
        </Banner>
        {missing.length < pages ? (
          <Banner tone={missing.length > 0 ? 'warning' : 'success'} title={restampSentence({ needed: missing, total: pages })}>
            有效的页不用再打印、盖章，系统会沿用已有的盖章件。
          </Banner>
        ) : null}
        <PrintWays
          applicationId={id}
          pages={pages}
          needed={missing}
          isWechat={deviceOf((await requestFacts()).userAgent).isWechat}
          isOwner={isOwner}
          mayPay={isOwner && !hasPayment}
          email={isOwner ? ((await ownAccount(actor)).email ?? '') : ''}
        />
        <h2>打印、盖章和扫描的步骤</h2>
        <Steps items={stepsOf(pages)} />
        <StampNote>请勿盖在二维码上，也不要遮住四角的黑色方块：系统靠它们识别每一页。</StampNote>
      </div>
    </div>
  );
}

const stepsOf = (pages: number) => [
  { title: '打印', body: `用 A4 纸、按 100% 大小（“实际大小”）打印全部 ${pages} 页，单面、黑白或彩色都可以。不要缩放，不要裁边。` },
  { title: '签字', body: '申请人在“本人承诺”处手写签名并写日期。' },
  {
    title: '单位核实并盖章',
    body: '单位负责人核实业绩材料，在“所在单位意见”处签字、写日期，盖单位公章（在读学生盖学校公章）。印章要清楚、完整，盖在指定的框内。',
  },
  {
    title: '扫描或拍照',
    body: '每一页都要，顺序不限。请用彩色扫描，分辨率 150 至 300 dpi；拍照时放平、光线均匀、四角都拍进去。黑白扫描看不出印章。',
  },
  { title: '上传', body: '由您本人上传，也可以请所在单位的管理员在单位页面上传。上传后系统马上核对页码和版本。' },
];
