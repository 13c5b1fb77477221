import type { Metadata } from 'next';
import { MyMenu } from '@/components/shell/my-menu';
import { PageHead } from '@/components/shell/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ownApplications } from '@/lib/applications/own-queries';
import { now as currentTime } from '@/lib/clock';
import { pageActor } from '@/lib/web/page-actor';
import { CertificationCard } from './certification-card';

export const metadata: Metadata = { title: '我的认证' };

/** Every certification that one has applied for. */
export default async function MyCertificationsPage() {
  const actor = await pageActor();
  const now = currentTime();
  const applications = await ownApplications(actor);
  return (
    <div className="page">
      <MyMenu current="certifications" />
      <PageHead
        title="我的认证"
        actions={
          applications.length > 0 ? (
            <ButtonLink href="/certifications" variant="secondary">
              查看全部认证
            </ButtonLink>
          ) : null
        }
      />
      {applications.length === 0 ? (
        <EmptyState title="您还没有申报" action={<ButtonLink href="/certifications">查看全部认证</ButtonLink>}>
          到“全部认证”选择江苏省，看清各级别的条件和费用，再开始申报。
        </EmptyState>
      ) : (
        <div className="stack">
          {applications.map((application) => (
            <CertificationCard key={application.id} application={application} now={now} />
          ))}
        </div>
      )}
    </div>
  );
}
