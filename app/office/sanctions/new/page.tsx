import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { LooseFiles } from '@/components/sanctions/sanction-files';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { KeyValue } from '@/components/ui/key-value';
import { purposeRules } from '@/lib/files/purposes';
import { regionName } from '@/lib/kernel/regions';
import { looseFiles, unitToSanction } from '@/lib/sanctions/sanction-queries';
import { passedMessage } from '@/lib/web/passed-message';
import { actorAs } from '@/lib/web/page-actor';
import { evidenceUploadedAction, proposeSanctionAction, removeEvidenceAction } from '../actions';

export const metadata: Metadata = { title: '提出取消申报资格' };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The finding with its evidence; a colleague decides. */
export default async function NewSanctionPage({ searchParams }: { searchParams: Search }) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF');
  const query = await searchParams;
  const found = await unitToSanction(actor, typeof query.unit === 'string' ? query.unit : '');
  if (!found) notFound();
  const { unit, judgement } = found;
  const files = await looseFiles(actor, 'SANCTION_EVIDENCE');
  const said = passedMessage(query);
  return (
    <div className="stack">
      <PageHead
        title="提出取消申报资格"
        lead="如查实有虚假材料，将取消所在单位三年内认证申报资格。提出后由另一位工作人员审批，批准之前没有任何影响，也不通知单位。"
        breadcrumb={[
          { label: '申报资格处理', href: '/office/sanctions' },
          { label: unit.name, href: `/office/units/${unit.id}` },
          { label: '提出' },
        ]}
      />
      {said ? <Banner tone={said.tone} title={said.text} live /> : null}
      <KeyValue
        items={[
          { term: '单位', value: unit.name },
          { term: '统一社会信用代码', value: unit.creditCode },
          { term: '所在地区', value: regionName(unit.regionCode) },
        ]}
      />
      {judgement.answer === 'not_yet' ? (
        <Banner
          tone="warning"
          title="您不能提出"
          action={<ButtonLink href={`/office/units/${unit.id}`}>回到单位</ButtonLink>}
        >
          {judgement.because}
        </Banner>
      ) : (
        <>
          <LooseFiles
            label="第一步：上传证据"
            hint="核查记录、主办单位的书面答复等，PDF、JPG 或 PNG，每个不超过 20 MB。证据只供工作人员查看，不给单位看。"
            purpose="SANCTION_EVIDENCE"
            files={files}
            maxBytes={purposeRules.SANCTION_EVIDENCE.maxBytes}
            onUploaded={evidenceUploadedAction}
            onRemove={removeEvidenceAction}
          />
          <section className="stack-small">
            <h2>第二步：写明查实的情况</h2>
            <FormShell
              action={proposeSanctionAction}
              fields={{ unitId: unit.id, fileIds: files.map(({ id }) => id).join(',') }}
            >
              <TextArea
                name="finding"
                label="查实的情况"
                hint="什么材料、怎样不实、如何查实。单位管理员会看到这段文字，不要写申请人的姓名和证件号码。"
                rows={6}
                maxCodePoints={4000}
              />
              <p>{files.length > 0 ? `随附上面的 ${files.length} 份证据。` : '还没有上传证据，至少要有一份。'}</p>
              <SubmitButton>提交审批</SubmitButton>
            </FormShell>
          </section>
        </>
      )}
    </div>
  );
}
