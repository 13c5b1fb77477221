import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { LinkTabs } from '@/components/ui/link-tabs';
import { env } from '@/lib/env';
import { JourneyPart } from './journey-part';
import { RecordPart } from './record-part';

export const metadata: Metadata = { title: '界面组件' };

export default function GalleryPage() {
  if (!env.isDemo) notFound();
  return (
    <div className="page">
      <PageHead
        title="界面组件"
        lead="各页面共用的组件都在这里，供检查样式、键盘操作和打印。"
        breadcrumb={[{ label: '首页', href: '/' }, { label: '演示身份', href: '/personas' }, { label: '界面组件' }]}
      />
      <div className="stack">
        <LinkTabs
          label="组件分类"
          current="/personas/gallery"
          tabs={[
            { href: '/personas/gallery', label: '页面与办理' },
            { href: '/personas/gallery/forms', label: '表单' },
            { href: '/personas/gallery/office', label: '工作台', count: 12 },
          ]}
        />
        <JourneyPart />
        <RecordPart />
      </div>
    </div>
  );
}
