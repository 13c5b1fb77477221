import type { Metadata } from 'next';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/text-link';
import { pageActor } from '@/lib/web/page-actor';
import { requestUnitAdminAction } from './actions';

export const metadata: Metadata = { title: '申请成为单位管理员' };

type Search = Promise<{ code?: string; added?: string; known?: string }>;

export default async function RequestUnitAdminPage({ searchParams }: { searchParams: Search }) {
  await pageActor();
  const { code, added, known } = await searchParams;
  return (
    <div className="page page-narrow">
      <PageHead
        title="申请成为单位管理员"
        breadcrumb={[{ label: '身份', href: '/my/account/roles' }, { label: '申请成为单位管理员' }]}
        lead="单位管理员只办理本单位人员的申报：核对材料、代为上传盖章件。不能办理自己的申报。"
      />
      <div className="stack">
        {added ? (
          <Banner tone="success" title="单位已登记">
            协会核实单位后，才能通过管理员申请；现在就可以提交申请。
          </Banner>
        ) : null}
        {known ? (
          <Banner tone="info" title="这个单位已经登记过">
            直接提交申请即可。
          </Banner>
        ) : null}
        <AgentStatement />
        <FormShell action={requestUnitAdminAction}>
          <TextField
            name="creditCode"
            label="单位的统一社会信用代码"
            hint={
              <>
                18 位，见单位法人证书。没有登记过的单位，请先
                <TextLink href="/my/account/unit/new">登记单位</TextLink>。
              </>
            }
            autoCapitalize="characters"
            maxLength={30}
            width="half"
            defaultValue={code}
          />
          <TextArea
            name="note"
            label="您的职务和办公电话"
            hint="写明部门、职务、单位办公电话，协会据此向单位核实。"
            rows={3}
            maxCodePoints={500}
          />
          <CheckboxField
            name="takesOver"
            label="我接替已经离岗的管理员"
            hint="协会核实后，前任的身份同时结束；办理中的申报和批次由您继续办理。"
          />
          <SubmitButton>提交申请</SubmitButton>
        </FormShell>
      </div>
    </div>
  );
}
