import { AgentStatement } from '@/components/catalogue/agent-statement';
import { ContactBlocks } from '@/components/catalogue/contact-blocks';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Steps } from '@/components/ui/steps';
import { TextLink } from '@/components/ui/text-link';
import { publishedNotices } from '@/lib/catalogue/notice-queries';
import { publishedCycles } from '@/lib/catalogue/queries';
import { now as currentTime } from '@/lib/clock';
import { CycleCard } from './cycle-card';
import { NoticeList } from './notices/notice-list';
import { howItWorks } from './how-it-works';
import { checkHref } from './window-words';

export default async function HomePage() {
  const now = currentTime();
  const [cycles, { notices }] = await Promise.all([publishedCycles(now), publishedNotices({ pageSize: 5 })]);
  const [first] = cycles;
  return (
    <>
      <div className="border-b border-action-line bg-action-tint">
        <div className="page py-8 md:py-12">
          <h1 className="max-w-3xl md:text-3xl">青少年科技辅导员专业水平认证</h1>
          <p className="mt-3 max-w-2xl">
            面向组织和指导青少年科技教育活动的教师、高校科学教育相关专业学生和科技工作者。在线填报、盖章提交、缴费、考试和证书查询都在这里办理。
          </p>
          <div className="mt-6">
            <ButtonRow>
              <ButtonLink href="/certifications">选择级别申报</ButtonLink>
              {first ? (
                <ButtonLink href={checkHref(first)} variant="secondary">
                  先做资格自查
                </ButtonLink>
              ) : null}
            </ButtonRow>
            <p className="mt-2 text-sm text-ink-soft">自查只需一两分钟，不用登录。</p>
          </div>
        </div>
      </div>
      <div className="page page-columns">
        <div className="stack">
          <section aria-labelledby="cycles" className="stack-small">
            <h2 id="cycles">认证年度与截止时间</h2>
            {cycles.length === 0 ? (
              <EmptyState title="目前没有公布的认证年度">新的年度公布后会显示在这里。</EmptyState>
            ) : (
              <ul className="stack-small">
                {cycles.map((cycle) => (
                  <li key={cycle.id}>
                    <CycleCard cycle={cycle} now={now} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section aria-labelledby="notices" className="stack-small">
            <div className="card-head">
              <h2 id="notices">公告</h2>
              <TextLink href="/notices" roomy>
                全部公告
              </TextLink>
            </div>
            <NoticeList notices={notices} />
          </section>
          <section aria-labelledby="how" className="stack">
            <h2 id="how">怎样申报</h2>
            <Steps items={howItWorks} />
          </section>
        </div>
        <aside className="stack">
          <AgentStatement text={first?.agentStatement} />
          {first ? (
            <section className="stack-small">
              <h2>联系我们</h2>
              <ContactBlocks contacts={first.contacts} />
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
}
