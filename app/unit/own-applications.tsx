import { Banner } from '@/components/ui/banner';
import { statuses } from '@/lib/applications/lifecycle';
import type { ownApplicationsInUnit } from '@/lib/applications/unit-queries';

type Own = Awaited<ReturnType<typeof ownApplicationsInUnit>>;

/** He is told where his own application is, and that he is not the one who handles it (R24). */
export function OwnApplications({ applications }: { applications: Own }) {
  if (applications.length === 0) return null;
  const listed = applications.map(({ number, status }) => `${number}（${statuses[status].applicantSees}）`).join('、');
  return (
    <Banner tone="info" title="您本人的申报，由其他管理员办理">
      {listed}。没有其他管理员的，请切换为申请人自己上传。
    </Banner>
  );
}
