import type { Metadata } from 'next';
import { MyMenu } from '@/components/shell/my-menu';
import { PageHead } from '@/components/shell/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SummaryList } from '@/components/ui/summary-list';
import { itemTitle } from '@/lib/applications/item-title';
import { routes, statuses } from '@/lib/applications/lifecycle';
import { type OwnCard, ownApplications } from '@/lib/applications/own-queries';
import { toBeAnnounced } from '@/lib/catalogue/labels';
import { pageActor } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '考试中心' };

/** What is to come for each application, as far as it has been announced. */
export default async function ExamCentrePage() {
  const applications = (await ownApplications(await pageActor())).filter(({ status }) => !over.includes(status));
  return (
    <div className="page">
      <MyMenu current="exams" />
      <PageHead title="考试中心" lead="笔试和答辩的安排由协会另行通知；确定后会发消息给您，并显示在这里。" />
      {applications.length === 0 ? (
        <EmptyState title="目前没有考试" action={<ButtonLink href="/certifications">查看全部认证</ButtonLink>}>
          申报并通过资格审查后，笔试、答辩的时间和入口会显示在这里。
        </EmptyState>
      ) : (
        <div className="stack">
          {applications.map((application) => (
            <SummaryList key={application.id} title={itemTitle(application)} rows={rowsOf(application)} />
          ))}
        </div>
      )}
    </div>
  );
}

const over: readonly OwnCard['status'][] = ['WITHDRAWN', 'REJECTED', 'NOT_PASSED', 'CERTIFIED'];

function rowsOf({ level, status, cycle }: OwnCard) {
  const hasDefense = routes[level].includes('defense');
  return [
    { term: '当前状态', value: statuses[status].applicantSees },
    { term: '笔试时间', value: toBeAnnounced },
    { term: '笔试安排', value: cycle.writtenExamPlan || toBeAnnounced },
    ...(hasDefense
      ? [
          { term: '答辩时间', value: toBeAnnounced },
          { term: '答辩安排', value: cycle.defensePlan || toBeAnnounced },
        ]
      : []),
  ];
}
