import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Prose } from '@/components/ui/prose';
import { TechnicalContacts } from '../technical-contacts';

export const metadata: Metadata = { title: '旧平台用户' };

const words = `## 2024 年在旧平台完成过申报

通知规定：2024 年曾在旧认证平台完成申报的人员**不需重复报名**，申报信息由协会导入本系统，届时可以直接登录查询和参加考核。

导入完成后，本页会开放领取：用证件号码和旧平台登记的手机号收验证码，设置密码，就能看到自己的申报和订单，不用重新注册。

## 现在请您

- 不要为同一年度重新申报、重新缴费，以免重复。
- 保留旧平台的订单编号和缴费凭证，核对时可能用到。
- 旧平台登记的手机号已经更换的，请提前告诉协会。

## 只在旧平台注册过，没有完成申报

旧平台未完成的草稿不会导入。请在本系统注册，重新选择级别申报。`;

export default function ClaimPage() {
  return (
    <div className="page page-narrow">
      <PageHead title="旧平台用户" lead="曾在旧认证平台注册或申报的人员，请先看这里。" />
      <div className="stack">
        <Banner tone="warning" title="旧平台的数据还没有导入">
          导入时间由协会另行通知。导入以前，本页不能领取旧账号。
        </Banner>
        <Prose text={words} />
        <div className="button-row">
          <ButtonLink href="/register">注册新账号</ButtonLink>
          <ButtonLink href="/notices" variant="secondary">
            查看通知
          </ButtonLink>
        </div>
        <TechnicalContacts title="核对旧平台申报" />
      </div>
    </div>
  );
}
