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
      {listed}。请由其他管理员确认并提交；只有您一位管理员时，可切换为申请人自己上传，协会会另向单位核实。
    </Banner>
  );
}
