import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import type { Tone } from '@/components/ui/tone';
import { itemTitle, levelNames } from '@/lib/catalogue/labels';
import { lookUpCertificate } from '@/lib/certificates/look-up-certificate';
import type { CertificateState, PublicCertificate } from '@/lib/certificates/queries';
import { now as currentTime } from '@/lib/clock';
import { longDateTime, longPlainDate } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { requestFacts } from '@/lib/web/request-facts';

export const metadata: Metadata = { title: '证书查询结果', robots: { index: false } };

const states: Record<CertificateState, { label: string; tone: Tone; sentence: string }> = {
  VALID: { label: '有效', tone: 'success', sentence: '这份证书由协会颁发，目前有效。' },
  EXPIRED: { label: '已过有效期', tone: 'warning', sentence: '这份证书由协会颁发，已经过了有效期。' },
  REVOKED: { label: '已撤销', tone: 'danger', sentence: '这份证书已被撤销，不再有效。' },
};

export default async function CertificatePage({ params }: { params: Promise<{ certificateNumber: string }> }) {
  const now = currentTime();
  const found = await lookUp(readable((await params).certificateNumber), now);
  if (!found) notFound();
  if ('because' in found) return <TooManyTries because={found.because} />;
  const { certificate } = found;
  const state = states[certificate.state];
  return (
    <div className="page page-narrow">
      <PageHead
        title="证书查询结果"
        breadcrumb={[{ label: '证书查询', href: '/verify' }, { label: certificate.number }]}
        tag={<Tag tone={state.tone}>{state.label}</Tag>}
      />
      <div className="stack">
        <Banner tone={state.tone} title={state.sentence}>
          查询时间：{longDateTime(now)}
        </Banner>
        <SummaryList rows={rowsOf(certificate)} />
        <ButtonLink href="/verify" variant="secondary">
          查询另一份证书
        </ButtonLink>
      </div>
    </div>
  );
}

type Found = { certificate: PublicCertificate } | { because: string };

async function lookUp(number: string, now: Date): Promise<Found | null> {
  const { ip } = await requestFacts();
  try {
    const certificate = await lookUpCertificate(number, { ip, now });
    return certificate && { certificate };
  } catch (error) {
    if (error instanceof DomainError) return { because: error.sentence };
    throw error;
  }
}

function TooManyTries({ because }: { because: string }) {
  return (
    <div className="page page-narrow">
      <PageHead title="证书查询" breadcrumb={[{ label: '证书查询', href: '/verify' }, { label: '暂停查询' }]} />
      <Banner tone="warning" title="现在不能查询">
        {because}
      </Banner>
    </div>
  );
}

function rowsOf(certificate: PublicCertificate) {
  const { number, maskedName, level, provinceName, issuerName, cycleYear, issuedOn, validUntil } = certificate;
  return [
    { term: '证书编号', value: number },
    { term: '姓名', value: maskedName },
    { term: '级别', value: levelNames[level] },
    { term: '认证项目', value: itemTitle(provinceName, level) },
    ...(cycleYear ? [{ term: '认证年度', value: `${cycleYear}年度` }] : []),
    { term: '颁发机构', value: issuerName },
    { term: '颁发日期', value: longPlainDate(issuedOn) },
    { term: '有效期至', value: validUntil ? longPlainDate(validUntil) : '长期' },
  ];
}

/** The segment as typed; a broken escape stays as it is and is simply not found. */
function readable(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
