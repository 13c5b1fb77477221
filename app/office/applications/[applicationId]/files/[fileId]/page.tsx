import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { PagePictures, pageNumbers } from '@/components/ui/page-pictures';
import { dossierEvidence } from '@/lib/applications/review-queries';
import { actorAs } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '查看材料' };

interface Props {
  params: Promise<{ applicationId: string; fileId: string }>;
}

/** One file of the dossier as rendered pictures. */
export default async function DossierFilePage({ params }: Props) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'AUDITOR');
  const found = await dossierEvidence(actor, await params);
  if (!found) notFound();
  const { application, file } = found;
  return (
    <div className="stack">
      <PageHead
        title={file.name}
        breadcrumb={[
          { label: '申报审查', href: '/office/applications' },
          {
            label: `${application.person.name} · ${application.number}`,
            href: `/office/applications/${application.id}`,
          },
          { label: '佐证材料' },
        ]}
        lead={`共 ${file.pages} 页。材料中可能有未成年人的姓名，请勿外传。`}
      />
      <PagePictures
        pages={pageNumbers(file.pages).map((page) => ({
          src: `/api/files/${file.id}?page=${page}`,
          alt: `${file.name} 第 ${page} 页`,
          caption: `第 ${page} 页`,
        }))}
      />
    </div>
  );
}
