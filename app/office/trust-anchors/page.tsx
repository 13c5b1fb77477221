import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { trustAnchors } from '@/lib/files/electronic-seals/trust-anchors';
import { actorAs } from '@/lib/web/page-actor';
import { AddAnchor } from './add-anchor';
import { AnchorCard } from './anchor-card';

export const metadata: Metadata = { title: '信任的发证机构' };

const done: Record<string, string> = {
  added: '已登记，等待另一位系统管理员复核启用。',
  approved: '已启用，以前上传的电子签章正在重新核验。',
  retired: '已停用，以前上传的电子签章正在重新核验。',
};

export default async function TrustAnchorsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const actor = await actorAs('SYSTEM_ADMIN');
  const [anchors, { done: what = '' }] = await Promise.all([trustAnchors(actor), searchParams]);
  return (
    <div className="stack">
      <PageHead
        title="信任的发证机构"
        lead="电子签章的证书由这里登记的机构签发时，系统才会判为有效；其他的由工作人员核验。登记和启用由两位系统管理员分别办理。"
      />
      {done[what] ? <Banner tone="success" title={done[what]} live /> : null}
      {anchors.length === 0 ? (
        <EmptyState title="还没有登记发证机构">登记之前，所有电子签章都由工作人员核验。</EmptyState>
      ) : null}
      <h2 className="sr-only">已登记的证书</h2>
      <ul className="stack-small">
        {anchors.map((anchor) => (
          <li key={anchor.id}>
            <AnchorCard anchor={anchor} actor={actor} />
          </li>
        ))}
      </ul>
      <AddAnchor />
    </div>
  );
}
