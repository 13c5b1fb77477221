import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { OfficeShell } from '@/components/shell/office-shell';
import { queueCounts } from '@/lib/applications/office-queries';
import { associationName } from '@/lib/catalogue/association-queries';
import { now } from '@/lib/clock';
import { sanctionCounts } from '@/lib/sanctions/sanction-queries';
import { officeActor, requestedPath } from '@/lib/web/page-actor';
import { officeMenu } from './office-menu';

export const metadata: Metadata = { title: '工作台' };

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const actor = await officeActor();
  const [title, counts, sanctions, path] = await Promise.all([
    associationName(actor.associationId),
    queueCounts(actor),
    sanctionCounts(actor, now()),
    requestedPath(),
  ]);
  const groups = officeMenu(actor, { ...counts, sanctions: sanctions.open + sanctions.appeal });
  return (
    <OfficeShell title={title} groups={groups} current={currentItem(groups, path)}>
      <div className="page page-wide">{children}</div>
    </OfficeShell>
  );
}

/** The menu item whose address is the longest beginning of this one. */
function currentItem(groups: ReturnType<typeof officeMenu>, path: string): string {
  const hrefs = groups.flatMap((group) => group.items.map((item) => item.href));
  const exact = hrefs.find((href) => href === path);
  const bare = path.split('?')[0] ?? path;
  return exact ?? hrefs.filter((href) => bare.startsWith(href)).sort((a, b) => b.length - a.length)[0] ?? '';
}
