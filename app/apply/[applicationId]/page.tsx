import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ContactBlocks } from '@/components/catalogue/contact-blocks';
import { StageSteps } from '@/components/ui/stage-steps';
import { stagesShown } from '@/lib/applications/journey';
import { ownForm, publicHistory } from '@/lib/applications/queries';
import { storedContacts } from '@/lib/catalogue/schema';
import { now as currentTime } from '@/lib/clock';
import { longDate } from '@/lib/kernel/dates';
import { passedMessage } from '@/lib/web/passed-message';
import { pageActor } from '@/lib/web/page-actor';
import { ApplicationFacts } from './application-facts';
import { ApplicationHead } from './application-head';
import { History } from './history';
import { LastDecision } from './last-decision';
import { OtherSteps } from './other-steps';
import { PassedBanner } from './passed-banner';
import { SubmittedTasks } from './submitted-tasks';
import { SectionTasks } from './section-tasks';
import { Standing } from './standing';

export const metadata: Metadata = { title: '我的申报' };

interface Props {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the application stands, whose turn it is, what comes next and by when; and everything that can be done. */
export default async function ApplicationPage({ params, searchParams }: Props) {
  const actor = await pageActor();
  const now = currentTime();
  const { applicationId } = await params;
  const form = await ownForm(actor, applicationId, now);
  if (!form) notFound();
  const { application, progress } = form;
  const history = await publicHistory(application);
  const stages = stagesShown(application).map(({ stage, title, state }) => ({
    title,
    state,
    when: stage === 'apply' && application.completedAt ? longDate(application.completedAt) : undefined,
  }));
  return (
    <div className="page">
      <ApplicationHead application={application} />
      <PassedBanner message={passedMessage(await searchParams)} />
      <div className="page-columns">
        <div className="stack">
          <Standing application={application} progress={progress} actor={actor} now={now} />
          <LastDecision application={application} actor={actor} now={now} />
          <StageSteps stages={stages} />
          <SubmittedTasks application={application} actor={actor} now={now} />
          <SectionTasks application={application} progress={progress} actor={actor} now={now} />
          <OtherSteps application={application} actor={actor} now={now} />
        </div>
        <aside className="stack">
          <ApplicationFacts form={form} />
          <History events={history} />
          <section>
            <h2>咨询</h2>
            <ContactBlocks contacts={storedContacts.parse(application.cycle.contacts)} />
          </section>
        </aside>
      </div>
    </div>
  );
}
