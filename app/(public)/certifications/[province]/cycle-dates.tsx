import { Deadline } from '@/components/catalogue/deadline';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { toBeAnnounced } from '@/lib/catalogue/labels';
import type { PublicCycle } from '@/lib/catalogue/queries';
import { windowState } from '@/lib/catalogue/window';
import { changeInWords, type WindowChange, windowHistory } from '@/lib/catalogue/window-changes';
import { longDate, longDateTime } from '@/lib/kernel/dates';
import { WindowSpan } from '../../window-span';

/** The dates that a cycle rests on: application, stamped form, payment, exam, defence, and its notices. */
export async function CycleDates({ cycle, now }: { cycle: PublicCycle; now: Date }) {
  const { applyOpensAt, applyClosesAt, materialsCloseAt, paymentClosesAt, notices } = cycle;
  const state = windowState(cycle, now);
  const moved = await windowHistory(cycle.id);
  return (
    <SummaryList
      title="时间安排"
      rows={[
        {
          term: '申报时间',
          value: (
            <>
              <WindowSpan {...cycle} />
              <br />
              <Deadline state={state} opensAt={applyOpensAt} closesAt={applyClosesAt} now={now} />
            </>
          ),
        },
        { term: '盖章件提交截止', value: longDateTime(materialsCloseAt) },
        { term: '缴费截止', value: longDateTime(paymentClosesAt) },
        { term: '笔试', value: cycle.writtenExamPlan || toBeAnnounced },
        { term: '答辩（初级无此环节）', value: cycle.defensePlan || toBeAnnounced },
        ...(moved.length > 0 ? [{ term: '时间调整', value: <MovedWindows moved={moved} /> }] : []),
        ...(notices.length > 0 ? [{ term: '依据', value: <NoticeLinks notices={notices} /> }] : []),
      ]}
    />
  );
}

function MovedWindows({ moved }: { moved: WindowChange[] }) {
  return (
    <ul>
      {moved.map(({ at, changes }) => (
        <li key={at.toISOString()}>
          {longDate(at)}：{changes.map(changeInWords).join('；')}
        </li>
      ))}
    </ul>
  );
}

function NoticeLinks({ notices }: Pick<PublicCycle, 'notices'>) {
  return (
    <ul>
      {notices.map(({ slug, title, documentNumber }) => (
        <li key={slug}>
          <TextLink href={`/notices/${slug}`}>
            {documentNumber ? `${documentNumber} ` : ''}
            {title}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
