import type { Metadata } from 'next';
import { MyMenu } from '@/components/shell/my-menu';
import { PageHead } from '@/components/shell/page-head';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StatusTag } from '@/components/ui/tag';
import { ownCertificates } from '@/lib/applications/own-queries';
import { levelNames } from '@/lib/catalogue/labels';
import { now as currentTime } from '@/lib/clock';
import { beijingDay, longPlainDate, plainDate } from '@/lib/kernel/dates';
import { pageActor } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '证书管理' };

type Certificate = Awaited<ReturnType<typeof ownCertificates>>[number];

/** Certificates that one holds, issued here or taken over from the earlier platform. */
export default async function CertificatesPage() {
  const certificates = await ownCertificates(await pageActor());
  const today = beijingDay(currentTime());
  return (
    <div className="page">
      <MyMenu current="certificates" />
      <PageHead title="证书管理" lead="在本系统取得的证书和由旧认证平台转入的证书。电子证书的下载开通时间待通知。" />
      <DataTable
        caption="我的证书"
        hideCaption
        columns={columnsOf(today)}
        rows={certificates}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="目前没有证书" action={<ButtonLink href="/my/certifications">查看我的认证</ButtonLink>}>
            结果公示期满无异议后颁发证书，颁发后显示在这里。
          </EmptyState>
        }
      />
    </div>
  );
}

const columnsOf = (today: string) => [
  { key: 'number', title: '证书编号', lead: true, cell: ({ number }: Certificate) => number },
  { key: 'level', title: '级别', cell: ({ level }: Certificate) => levelNames[level] },
  { key: 'issuer', title: '发证机构', cell: ({ issuer }: Certificate) => issuer?.name ?? '' },
  { key: 'issuedOn', title: '发证日期', cell: ({ issuedOn }: Certificate) => longPlainDate(plainDate(issuedOn)) },
  {
    key: 'validUntil',
    title: '有效期至',
    cell: ({ validUntil }: Certificate) => (validUntil ? longPlainDate(plainDate(validUntil)) : '长期'),
  },
  { key: 'state', title: '状态', cell: (certificate: Certificate) => <State certificate={certificate} today={today} /> },
];

function State({ certificate: { revokedAt, validUntil }, today }: { certificate: Certificate; today: string }) {
  if (revokedAt) return <StatusTag tone="danger" label="已撤销" />;
  if (validUntil && plainDate(validUntil) < today) return <StatusTag tone="neutral" label="已过期" />;
  return <StatusTag tone="success" label="有效" />;
}
