import { AgentStatement } from '@/components/catalogue/agent-statement';
import { ContactBlocks } from '@/components/catalogue/contact-blocks';
import { EmptyState } from '@/components/ui/empty-state';
import { Steps } from '@/components/ui/steps';
import { TextLink } from '@/components/ui/text-link';
import { publishedNotices } from '@/lib/catalogue/notice-queries';
import { type PublicCycle, publishedCycles } from '@/lib/catalogue/queries';
import { now as currentTime } from '@/lib/clock';
import { CycleCard } from './cycle-card';
import { NoticeList } from './notices/notice-list';
import { howItWorks } from './how-it-works';
import { Welcome } from './welcome';

export default async function HomePage() {
  const now = currentTime();
  const [cycles, { notices }] = await Promise.all([publishedCycles(now), publishedNotices({ pageSize: 5 })]);
  const spokesman = cycles.find(({ isDemonstration }) => !isDemonstration) ?? cycles[0];
  return (
    <>
      <Welcome cycle={cycles[0]} now={now} />
      <div className="page page-columns">
        <div className="stack">
          <section aria-labelledby="cycles" className="stack-small">
            <h2 id="cycles">认证年度与截止时间</h2>
            <CycleList cycles={cycles} now={now} />
          </section>
          <section aria-labelledby="notices">
            <div className="card-head">
              <h2 id="notices">公告</h2>
              <TextLink href="/notices">全部公告</TextLink>
            </div>
            <NoticeList notices={notices} />
          </section>
          <section aria-labelledby="how" className="stack">
            <h2 id="how">怎样申报</h2>
            <Steps items={howItWorks} />
          </section>
        </div>
        <aside className="stack">
          <AgentStatement text={spokesman?.agentStatement} />
          {spokesman ? (
            <section className="stack-small">
              <h2>联系我们</h2>
              <ContactBlocks contacts={spokesman.contacts} />
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
}

function CycleList({ cycles, now }: { cycles: PublicCycle[]; now: Date }) {
  if (cycles.length === 0) return <EmptyState title="目前没有公布的认证年度">新的年度公布后会显示在这里。</EmptyState>;
  return (
    <ul className="stack-small">
      {cycles.map((cycle) => (
        <li key={cycle.id}>
          <CycleCard cycle={cycle} now={now} />
        </li>
      ))}
    </ul>
  );
}
