import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentFields } from '@/components/accounts/document-fields';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { dataRequestNames } from '@/lib/accounts/labels';
import { pageActor } from '@/lib/web/page-actor';
import { dataRequestAction } from '../../actions';

export const metadata: Metadata = { title: '更正或注销' };

type Kind = keyof typeof dataRequestNames;

const leads: Record<Kind, string> = {
  CORRECT_NAME: '工作人员核对证件后更正。已经提交的申报书不会自动改变，需要修改时请联系协会。',
  CORRECT_DOCUMENT: '证件号码填错或换了证件时使用。工作人员核对证件后更正。',
  CLOSE_ACCOUNT: '注销后不能恢复。没有办结的申报、支付或退款时，不能注销。',
};

const isKind = (text: string | undefined): text is Kind => text !== undefined && text in dataRequestNames;

export default async function DataRequestPage({ searchParams }: { searchParams: Promise<{ kind?: string }> }) {
  await pageActor();
  const { kind } = await searchParams;
  if (!isKind(kind)) notFound();
  return (
    <div className="page page-narrow">
      <PageHead
        title={dataRequestNames[kind]}
        breadcrumb={[{ label: '个人信息权利', href: '/my/account/privacy' }, { label: dataRequestNames[kind] }]}
        lead={leads[kind]}
      />
      <div className="stack">
        {kind === 'CLOSE_ACCOUNT' ? <ClosingWords /> : null}
        <FormShell action={dataRequestAction} fields={{ kind }}>
          {kind === 'CORRECT_NAME' ? <TextField name="name" label="正确的姓名" width="half" /> : null}
          {kind === 'CORRECT_DOCUMENT' ? <DocumentFields /> : null}
          <TextArea name="reason" label="原因" rows={3} maxCodePoints={500} />
          {kind === 'CLOSE_ACCOUNT' ? (
            <CheckboxField name="sure" label="我已了解：注销后账号不能恢复，依法保存的记录不会删除。" />
          ) : null}
          <SubmitButton variant={kind === 'CLOSE_ACCOUNT' ? 'danger' : 'primary'}>提交申请</SubmitButton>
        </FormShell>
      </div>
    </div>
  );
}

function ClosingWords() {
  return (
    <Banner tone="warning" title="注销以后">
      <ul className="list-disc pl-5">
        <li>手机号、邮箱、密码和登录记录的关联清除，账号不能再登录。</li>
        <li>提交过申报、缴过费或取得证书的，姓名、证件号码和这些记录依法保存到期满，证书仍可查询。</li>
        <li>没有这些记录的，姓名、证件号码、出生日期和性别一并清除，同一证件以后可以重新注册。</li>
      </ul>
    </Banner>
  );
}
