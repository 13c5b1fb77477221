import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { TextLink } from '@/components/ui/text-link';
import { privacyConsent } from '@/lib/accounts/consents';
import { ownConsents, ownDataRequests } from '@/lib/accounts/own-account';
import { pageActor } from '@/lib/web/page-actor';
import { AccountHead } from '../account-head';
import { withdrawConsentAction } from '../actions';
import { ConsentTable, RequestTable } from './tables';

export const metadata: Metadata = { title: '个人信息权利' };

export default async function PrivacyRightsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await pageActor();
  const [consents, requests, { done }] = await Promise.all([ownConsents(actor), ownDataRequests(actor), searchParams]);
  const stands = consents.some(({ document, withdrawnAt }) => document === 'privacy' && !withdrawnAt);
  return (
    <div className="page page-narrow">
      <AccountHead
        actor={actor}
        title="个人信息权利"
        current="/my/account/privacy"
        lead={
          <>
            查看、下载、更正个人信息，撤回同意，注销账号。处理规则见
            <TextLink href="/privacy">《{privacyConsent.title}》</TextLink>。
          </>
        }
      />
      <div className="stack">
        {done === 'request' ? (
          <Banner tone="success" title="申请已提交" live>
            工作人员核实后办理，结果会发消息通知您。
          </Banner>
        ) : null}
        <section className="stack-small">
          <h2>下载我的数据</h2>
          <p>账号、申报书、订单、证书、消息和操作记录，一个 JSON 文件。文件里有完整的证件号码，请妥善保管。</p>
          <ButtonLink href="/my/account/data" variant="secondary" icon="download" download>
            下载我的数据
          </ButtonLink>
        </section>
        <section className="stack-small">
          <h2>更正和注销</h2>
          <p>手机号、邮箱可以自己修改；姓名和证件由工作人员核对后更正。</p>
          <div className="button-row">
            <ButtonLink href="/my/account/privacy/request?kind=CORRECT_NAME" variant="secondary">
              更正姓名
            </ButtonLink>
            <ButtonLink href="/my/account/privacy/request?kind=CORRECT_DOCUMENT" variant="secondary">
              更正证件
            </ButtonLink>
            <ButtonLink href="/my/account/privacy/request?kind=CLOSE_ACCOUNT" variant="secondary">
              注销账号
            </ButtonLink>
          </div>
          <RequestTable requests={requests} />
        </section>
        <section className="stack-small">
          <h2>我的同意</h2>
          <ConsentTable consents={consents} />
          {stands ? <Withdraw /> : null}
        </section>
      </div>
    </div>
  );
}

function Withdraw() {
  return (
    <ConfirmDialog id="withdraw" trigger="撤回对个人信息处理的同意" triggerVariant="secondary" title="撤回同意？">
      <p>{privacyConsent.withdrawal}</p>
      <FormShell action={withdrawConsentAction} fields={{ document: 'privacy' }}>
        <SubmitButton variant="danger">撤回同意并退出登录</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}
