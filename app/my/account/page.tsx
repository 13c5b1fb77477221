import type { Metadata } from 'next';
import { Banner } from '@/components/ui/banner';
import { MaskedValue } from '@/components/ui/masked-value';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { type OwnAccount, ownAccount } from '@/lib/accounts/own-account';
import { longDate, longDateTime, longPlainDate, plainDate } from '@/lib/kernel/dates';
import { pageActor } from '@/lib/web/page-actor';
import { AccountHead } from './account-head';
import { revealAction } from './actions';

export const metadata: Metadata = { title: '我的账号' };

const done: Record<string, { title: string; body: string }> = {
  password: { title: '密码已修改', body: '其他设备上的登录都已退出。' },
  mobile: { title: '手机号已更换', body: '以后用新手机号登录；其他设备上的登录都已退出。' },
  email: { title: '邮箱已保存', body: '填写了邮箱时，办理通知同时发到邮箱。' },
};

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await pageActor();
  const account = await ownAccount(actor);
  const news = done[(await searchParams).done ?? ''];
  return (
    <div className="page page-narrow">
      <AccountHead actor={actor} title="我的账号" current="/my/account" />
      <div className="stack">
        {news ? (
          <Banner tone="success" title={news.title} live>
            {news.body}
          </Banner>
        ) : null}
        <IdentityFacts account={account} />
        <SignInFacts account={account} />
        <p className="field-hint">账号注册于 {longDate(account.createdAt)}。</p>
      </div>
    </div>
  );
}

function IdentityFacts({ account }: { account: OwnAccount }) {
  const { name, documentKind, documentMasked, birthday, sex } = account;
  return (
    <div className="stack-small">
      <SummaryList
        title="本人身份"
        rows={[
          { term: '姓名', value: name },
          { term: '证件类型', value: documentKind },
          {
            term: '证件号码',
            value: (
              <MaskedValue
                label="证件号码"
                masked={documentMasked}
                reveal={revealAction}
                fields={{ what: 'document' }}
              />
            ),
          },
          ...(birthday ? [{ term: '出生日期', value: longPlainDate(plainDate(birthday)) }] : []),
          ...(sex ? [{ term: '性别', value: sex }] : []),
        ]}
      />
      <p>
        出生日期和性别由证件号码得出。姓名或证件有误，可以
        <TextLink href="/my/account/privacy/request?kind=CORRECT_NAME">申请更正</TextLink>。
      </p>
    </div>
  );
}

function SignInFacts({ account }: { account: OwnAccount }) {
  const { mobileMasked, emailMasked, hasPassword, passwordSetAt } = account;
  const setAt = passwordSetAt ? `${longDateTime(passwordSetAt)} 设置` : '已设置';
  return (
    <SummaryList
      title="登录和通知"
      rows={[
        {
          term: '手机号',
          value: <MaskedValue label="手机号" masked={mobileMasked} reveal={revealAction} fields={{ what: 'phone' }} />,
          change: { href: '/my/account/mobile', label: '更换' },
        },
        {
          term: '电子邮箱',
          value: emailMasked ?? '没有填写',
          change: { href: '/my/account/email', label: emailMasked ? '修改' : '填写' },
        },
        {
          term: '密码',
          value: hasPassword ? setAt : '没有设置',
          change: { href: '/my/account/password' },
        },
      ]}
    />
  );
}
