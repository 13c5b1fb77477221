import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { type BatchOnPage, batchPage } from '@/lib/applications/batch/batch-page';
import type { Examining } from '@/lib/applications/scan-hints';
import { now as currentTime } from '@/lib/clock';
import { longDateTime } from '@/lib/kernel/dates';
import { unitActor } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { AttestList } from './attest-list';
import { LooseList } from './loose-list';
import { NameSheet } from './name-sheet';
import { OpenApplicants } from './open-applicants';
import { Results } from './results';
import { StackUpload } from './stack-upload';

export const metadata: Metadata = { title: '批量扫描' };

interface Props {
  params: Promise<{ batchId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One stack: scanned into, sorted, completed, attested. */
export default async function BatchPage({ params, searchParams }: Props) {
  const actor = await unitActor();
  const found = await batchPage(actor, (await params).batchId, currentTime());
  if (!found) notFound();
  const { batch, applicants, loose } = found;
  const late = lateIn(found);
  const query = await searchParams;
  const passed = passedMessage(query);
  return (
    <div className="page">
      <PageHead
        title="批量扫描"
        breadcrumb={[{ label: '批量扫描', href: '/unit/batches' }, { label: longDateTime(batch.createdAt) }]}
        lead={`${longDateTime(batch.createdAt)} 由${batch.createdByName}开始${batch.packet ? `，对应盖章清单 ${batch.packet.number}` : ''}。`}
        actions={
          found.files.length > 0 ? (
            <ButtonLink href={`/unit/batches/${batch.id}/list`} variant="secondary" size="small" icon="print">
              打印待补清单
            </ButtonLink>
          ) : null
        }
      />
      <div className="stack">
        {passed ? <Banner tone={passed.tone} title={passed.text} live /> : null}
        <StackUpload found={found} />
        <Summary found={found} />
        <AttestList batchId={batch.id} applicants={applicants} />
        <OpenApplicants applicants={applicants} />
        <LooseList loose={loose} />
        <NameSheet batchId={batch.id} loose={loose} applicants={applicants} />
        <Results attestations={batch.attestations} />
      </div>
      <RefreshWhile isActive={isMoving(found) || late !== null} seconds={isMoving(found) ? 3 : late?.seconds} />
    </div>
  );
}

/** Something changes here by itself: pages are read or looked at, forms are handed in. */
const isMoving = ({ files, applicants, batch }: BatchOnPage): boolean =>
  files.some(({ isReading }) => isReading) ||
  applicants.some(({ standing }) => standing.stand === 'examining' || standing.stand === 'under_way') ||
  batch.attestations.some(({ rows }) => rows.some(({ outcome }) => outcome === 'WAITING'));

/** Of those that can be attested already though the machine is not through: the slowest. */
const lateIn = ({ applicants }: BatchOnPage): Examining | null =>
  applicants
    .flatMap(({ standing }) => (standing.stand === 'ready' ? (standing.examining ?? []) : []))
    .sort((one, other) => other.seconds - one.seconds)[0] ?? null;

function Summary({ found: { applicants, loose, files } }: { found: BatchOnPage }) {
  if (!files.some(({ isFiled }) => isFiled) || files.some(({ isReading }) => isReading)) return null;
  const count = (...stands: string[]) => applicants.filter(({ standing }) => stands.includes(standing.stand)).length;
  const late = applicants.filter(({ standing }) => standing.stand === 'ready' && standing.examining).length;
  const missing = applicants.reduce((sum, { missing: pages }) => sum + pages.length, 0);
  const laidAside = loose.filter(({ kind }) => kind === 'blank' || kind === 'list').length;
  const strange = loose.length - laidAside;
  const failed = files.filter(({ status }) => status === 'REFUSED').length;
  const words = [
    `共 ${applicants.length} 份申报书`,
    ...(count('ready') > 0 ? [`可以确认 ${count('ready')} 份`] : []),
    ...(late > 0 ? [`其中还在检查 ${late} 份`] : []),
    ...(count('examining') > 0 ? [`正在检查 ${count('examining')} 份`] : []),
    ...(count('incomplete') > 0 ? [`不齐 ${count('incomplete')} 份（缺 ${missing} 页）`] : []),
    ...(count('handed_in') > 0 ? [`已提交 ${count('handed_in')} 份`] : []),
    ...(count('own', 'not_now') > 0 ? [`不能由您现在办理 ${count('own', 'not_now')} 份`] : []),
    ...(failed > 0 ? [`读不出来的文件 ${failed} 个`] : []),
    ...(strange > 0 ? [`没有归位 ${strange} 张`] : []),
    ...(laidAside > 0 ? [`空白页和清单 ${laidAside} 张，已略过`] : []),
  ];
  const isWhole = missing === 0 && strange === 0 && failed === 0;
  return (
    <Banner tone={isWhole ? 'success' : 'warning'} title={isWhole ? '都齐了' : '还有要处理的页'} live>
      {words.join('，')}。
    </Banner>
  );
}
