import type { Metadata } from 'next';
import { ContactBlocks } from '@/components/catalogue/contact-blocks';
import { PageHead } from '@/components/shell/page-head';
import { DataTable } from '@/components/ui/data-table';
import { Prose } from '@/components/ui/prose';
import { privacyConsent } from '@/lib/accounts/consents';
import { publishedCycles } from '@/lib/catalogue/queries';
import { now as currentTime } from '@/lib/clock';
import { longPlainDate } from '@/lib/kernel/dates';
import { explanations, purposes, recipients, retention } from './privacy-tables';

export const metadata: Metadata = { title: privacyConsent.title };

export default async function PrivacyPage() {
  const cycles = await publishedCycles(currentTime());
  const cycle = cycles.find(({ isDemonstration }) => !isDemonstration) ?? cycles[0];
  return (
    <div className="page">
      <PageHead
        title={privacyConsent.title}
        lead={`版本：${longPlainDate(privacyConsent.version)}。内容有变更时会更新版本，并请您重新确认。`}
      />
      <div className="stack">
        <Prose
          text={`本规则说明全国青少年科技辅导员专业水平认证系统怎样处理您的个人信息。个人信息处理者是中国青少年科技教育工作者协会${
            cycle ? `和组织本年度认证的${cycle.association.name}` : ''
          }。处理目的是：${privacyConsent.purpose}。`}
        />
        <section>
          <h2 className="mb-4">为什么收集，收集什么</h2>
          <DataTable
            caption="处理目的、信息种类和依据"
            hideCaption
            rows={[...purposes]}
            rowKey={({ purpose }) => purpose}
            columns={[
              { key: 'purpose', title: '目的', cell: ({ purpose }) => purpose, lead: true },
              { key: 'kinds', title: '信息种类', cell: ({ kinds }) => kinds },
              { key: 'basis', title: '依据', cell: ({ basis }) => basis },
            ]}
          />
        </section>
        <section>
          <h2 className="mb-4">保存多久</h2>
          <DataTable
            caption="保存期限"
            hideCaption
            rows={[...retention]}
            rowKey={({ data }) => data}
            columns={[
              { key: 'data', title: '信息', cell: ({ data }) => data, lead: true },
              { key: 'period', title: '保存期限', cell: ({ period }) => period },
              { key: 'after', title: '到期以后', cell: ({ after }) => after },
            ]}
          />
        </section>
        <section>
          <h2 className="mb-4">提供给谁</h2>
          <DataTable
            caption="接收方清单"
            hideCaption
            rows={[...recipients]}
            rowKey={({ who }) => who}
            columns={[
              { key: 'who', title: '接收方', cell: ({ who }) => who, lead: true },
              { key: 'purpose', title: '目的', cell: ({ purpose }) => purpose },
              { key: 'kinds', title: '信息种类', cell: ({ kinds }) => kinds },
              { key: 'way', title: '方式', cell: ({ way }) => way },
            ]}
          />
          <p className="mt-4">除此以外，没有您的单独同意，我们不向他人提供，也不公开您的个人信息。</p>
        </section>
        <Prose text={explanations} />
        <section className="stack-small">
          <h2>联系方式</h2>
          <ContactBlocks contacts={cycle?.contacts ?? []} />
        </section>
      </div>
    </div>
  );
}
