import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { AppealCard } from '@/components/sanctions/appeal-card';
import { LooseFiles } from '@/components/sanctions/sanction-files';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { KeyValue } from '@/components/ui/key-value';
import { now as currentTime } from '@/lib/clock';
import { purposeRules } from '@/lib/files/purposes';
import type { Actor } from '@/lib/kernel/actor';
import { barOf } from '@/lib/sanctions/in-force';
import { periodWords } from '@/lib/sanctions/labels';
import type { SanctionSubject } from '@/lib/sanctions/lock-sanction';
import { judgeSanction } from '@/lib/sanctions/policy';
import { looseFiles, ownSanction } from '@/lib/sanctions/sanction-queries';
import { passedMessage } from '@/lib/web/passed-message';
import { unitActor } from '@/lib/web/page-actor';
import { appealFileUploadedAction, lodgeAppealAction, removeAppealFileAction } from './actions';

export const metadata: Metadata = { title: '申报资格被取消' };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** What was decided about the unit, what it means, and the way to object. */
export default async function UnitSanctionPage({ searchParams }: { searchParams: Search }) {
  const actor = await unitActor();
  const now = currentTime();
  const sanction = await ownSanction(actor, now);
  if (!sanction) notFound();
  const query = await searchParams;
  const said = passedMessage(query);
  const appeal = judgeSanction(actor, 'appeal', sanction, now);
  return (
    <div className="page page-narrow">
      <PageHead title="申报资格被取消" breadcrumb={[{ label: '单位工作台', href: '/unit' }, { label: '申报资格' }]} />
      <div className="stack">
        {said ? <Banner tone={said.tone} title={said.text} live /> : null}
        {query.done ? <Banner tone="success" title="申诉已提交，有了结果会发消息通知您。" live /> : null}
        <Decision sanction={sanction} />
        <section className="stack-small">
          <h2>申诉</h2>
          {sanction.appeals.map((lodged) => (
            <AppealCard
              key={lodged.id}
              appeal={lodged}
              files={sanction.files.filter(({ appealId }) => appealId === lodged.id).map(({ file }) => file)}
            />
          ))}
          {appeal.answer === 'yes' ? (
            <AppealForm sanction={sanction} actor={actor} />
          ) : (
            <p>{appeal.answer === 'not_yet' ? appeal.because : null}</p>
          )}
        </section>
      </div>
    </div>
  );
}

function Decision({ sanction }: { sanction: SanctionSubject }) {
  const bar = barOf(sanction);
  return (
    <section className="stack-small">
      <KeyValue
        columns={1}
        items={[
          { term: '单位', value: sanction.unit.name },
          { term: '决定文号', value: bar.decisionNumber },
          { term: '期间', value: `${periodWords(bar)}（含首尾两天）` },
        ]}
      />
      <h2>查实的情况</h2>
      <p className="whitespace-pre-line">{sanction.finding}</p>
      <h2>有什么影响</h2>
      <ul className="list-disc pl-5">
        <li>在此期间，本单位人员不能申报，也不能提交，任何级别、任何年度都一样。</li>
        <li>已提交的申报暂停处理，由协会逐份决定；材料和费用都保留，暂停的时间不计入期限。</li>
        <li>已颁发的证书不受影响。</li>
      </ul>
    </section>
  );
}

async function AppealForm({ sanction, actor }: { sanction: SanctionSubject; actor: Actor }) {
  const files = await looseFiles(actor, 'SANCTION_APPEAL');
  return (
    <>
      <p>对决定有异议，可以申诉。申诉由没有参与这项决定的人处理，处理期间决定继续有效。</p>
      <LooseFiles
        label="申诉材料（可以没有）"
        hint="PDF、JPG 或 PNG，每个不超过 20 MB"
        purpose="SANCTION_APPEAL"
        files={files}
        maxBytes={purposeRules.SANCTION_APPEAL.maxBytes}
        onUploaded={appealFileUploadedAction}
        onRemove={removeAppealFileAction}
      />
      <FormShell
        action={lodgeAppealAction}
        fields={{ sanctionId: sanction.id, fileIds: files.map(({ id }) => id).join(',') }}
      >
        <TextArea name="text" label="申诉的理由和事实" rows={6} maxCodePoints={4000} />
        {files.length > 0 ? <p>随附上面的 {files.length} 份材料。</p> : null}
        <SubmitButton>提交申诉</SubmitButton>
      </FormShell>
    </>
  );
}
