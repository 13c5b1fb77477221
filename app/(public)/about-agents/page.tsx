import type { Metadata } from 'next';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { ContactBlocks } from '@/components/catalogue/contact-blocks';
import { PageHead } from '@/components/shell/page-head';
import { Prose } from '@/components/ui/prose';
import { publishedCycles } from '@/lib/catalogue/queries';
import { now as currentTime } from '@/lib/clock';

export const metadata: Metadata = { title: '关于代办、代报' };

const advice = `## 怎样辨别

- 申报只需要本人用自己的手机号注册，按系统提示逐步办理，不需要任何中介。
- 费用只在本系统的“我的订单”中支付，或者按订单上的说明转账到协会账户；不要向个人付款。
- 本系统的工作人员不会向您索要密码或短信验证码。
- 单位管理员只能办理本单位人员的盖章和材料，不能替人注册、缴费或参加考试。

## 遇到代办、代报怎么办

1. 不要提供身份证号码、密码、验证码，也不要付款。
2. 保留对方的名称、电话、广告、聊天和付款记录。
3. 用下面的联系方式告诉协会，请说明时间、对方名称和您了解的情况。
4. 已经付款或泄露个人信息的，请同时向公安机关报案；账号密码已经告诉他人的，请立即修改密码。`;

export default async function AboutAgentsPage() {
  const cycles = await publishedCycles(currentTime());
  const cycle = cycles.find(({ isDemonstration }) => !isDemonstration) ?? cycles[0];
  return (
    <div className="page page-narrow">
      <PageHead title="关于代办、代报" />
      <div className="stack">
        <AgentStatement text={cycle?.agentStatement} withoutLink />
        <Prose text={advice} />
        {cycle ? (
          <section className="stack-small">
            <h2>告诉协会</h2>
            <p>{cycle.association.name}</p>
            <ContactBlocks contacts={cycle.contacts.slice(0, 1)} />
          </section>
        ) : null}
      </div>
    </div>
  );
}
