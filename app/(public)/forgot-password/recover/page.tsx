import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Steps } from '@/components/ui/steps';
import { TechnicalContacts } from '../../technical-contacts';
import { RecoveryForm } from './recovery-form';

export const metadata: Metadata = { title: '找回账号' };

const steps = [
  { title: '填写申请', body: '证件、姓名和现在的手机号，手机号要当场验证。' },
  { title: '工作人员核实', body: '协会与您联系，确认是您本人。原手机号同时收到提醒，核实前账号不变。' },
  { title: '设置新密码', body: '通过后，账号换到新手机号，再用短信验证码设置密码。申报和订单都还在。' },
];

export default async function RecoverPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const { sent } = await searchParams;
  return (
    <div className="page page-narrow">
      <PageHead
        title="找回账号"
        breadcrumb={[{ label: '登录', href: '/sign-in' }, { label: '找回账号' }]}
        lead="注册的手机号已经不用，又登录不了时，把账号换到您现在的手机号。"
      />
      <div className="stack">
        {sent ? (
          <Banner tone="success" title="申请已提交" action={<ButtonLink href="/">返回首页</ButtonLink>} live>
            如果这个证件号码注册过账号，协会工作人员会与您联系核实，结果用短信发到您填写的新手机号。
          </Banner>
        ) : (
          <>
            <h2>怎样办理</h2>
            <Steps items={steps} />
            <RecoveryForm />
          </>
        )}
        <TechnicalContacts title="需要当面或电话办理" />
      </div>
    </div>
  );
}
