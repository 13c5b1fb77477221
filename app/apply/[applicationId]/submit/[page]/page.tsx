import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SheetCard } from '@/components/scans/sheet-card';
import { Banner } from '@/components/ui/banner';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { judge } from '@/lib/applications/policy';
import { handedInApplication, scanOnPage } from '@/lib/applications/queries';
import { chosenSheets, examiningOf } from '@/lib/applications/scan-hints';
import type { StampedScan } from '@/lib/applications/stamped-scan';
import { now as currentTime } from '@/lib/clock';
import { passedMessage } from '@/lib/web/passed-message';
import { pageActor } from '@/lib/web/page-actor';
import { shownSheet } from '../../../../shown-sheet';
import { ApplicationHead } from '../../application-head';
import { PassedBanner } from '../../passed-banner';
import { ScanUpload } from '../scan-upload';
import { NewArrivals } from './new-arrivals';

interface Props {
  params: Promise<{ applicationId: string; page: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `第 ${(await params).page} 页的盖章件` };
}

/** One page comes again, from a scanner or straight from the phone's camera; all the others stay as they are. */
export default async function ReplacePage({ params, searchParams }: Props) {
  const actor = await pageActor();
  const now = currentTime();
  const { applicationId, page: named } = await params;
  const application = await handedInApplication(actor, applicationId);
  if (!application) notFound();
  const back = `/apply/${applicationId}/submit`;
  if (judge(actor, 'submit_stamped_form', application, now).answer !== 'yes') redirect(back);
  const scan = await scanOnPage(application);
  const place = scan?.assembly.pages.find(({ page }) => String(page) === named);
  if (!scan || !place) notFound();
  const { page, sheet, voided } = place;
  const query = await searchParams;
  const { seen } = query;
  // What had come before is no news here.
  if (typeof seen !== 'string') redirect(`${back}/${page}?${new URLSearchParams({ ...firstOf(query), seen: scan.files.at(-1)?.id ?? 'none' })}`);
  const examining = examiningOf(chosenSheets(scan.assembly), now);
  const lead = sheet
    ? '拍好或扫描好这一页后上传，新的会替换旧的，其他各页不动。'
    : '这一页还没有盖章件。请打印、签字、盖章后，拍照或扫描上传，其他各页不动。';
  return (
    <div className="page page-narrow">
      <ApplicationHead application={application} title={`${sheet ? '替换' : '上传'}第 ${page} 页`} lead={lead} />
      <PassedBanner message={passedMessage(query)} />
      <div className="stack">
        <RefreshWhile isActive={examining !== null} seconds={examining?.seconds} />
        <NewArrivals scan={scan} page={page} seen={seen} />
        {voided?.voidedBecause ? (
          <Banner tone="warning" title="这一页被退回">
            {voided.voidedBecause}
          </Banner>
        ) : null}
        {sheet ? <SheetCard heading="h2" sheet={shownSheet({ sheet, page, version: scan.form.version })} /> : null}
        <ScanUpload applicationId={applicationId} label={`第 ${page} 页的盖章件`} existing={[]} />
        <ButtonRow>
          <ButtonLink href={back} variant={isReady(scan) ? 'primary' : 'secondary'}>
            {isReady(scan) ? '各页已齐，去提交' : '回到各页'}
          </ButtonLink>
          <ButtonLink href={`/apply/${applicationId}/print?pages=${page}`} variant="secondary" icon="print" newTab>
            只打印这一页
          </ButtonLink>
        </ButtonRow>
      </div>
    </div>
  );
}

const isReady = ({ assembly }: StampedScan): boolean => assembly.outcome !== 'refused';

const firstOf = (query: Awaited<Props['searchParams']>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().slice(0, 1).map((one) => [name, one])));
