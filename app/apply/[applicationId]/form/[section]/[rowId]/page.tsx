import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Autosave } from '@/components/forms/autosave';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { contextOf } from '@/lib/applications/form/material';
import { savedSection } from '@/lib/applications/queries';
import { ApplicationHead } from '../../../application-head';
import { removeRowAction, saveSectionAction } from '../../actions';
import { ClosedForm } from '../../closed-form';
import { RestampNotice } from '../../../restamp-notice';
import { SaveButtons } from '../../save-buttons';
import { SectionFields } from '../../section-fields';
import { sectionPage } from '../../section-page';

export const metadata: Metadata = { title: '填写一项' };

interface Props {
  params: Promise<{ applicationId: string; section: string; rowId: string }>;
}

/** One row of a section; an address that is not known yet is a new one. */
export default async function RowFormPage({ params }: Props) {
  const { rowId, ...place } = await params;
  const page = await sectionPage(place);
  const { application, section, material, closed } = page;
  const { rows: part } = section;
  if (!part || !z.uuid().safeParse(rowId).success) notFound();
  const row = material.answers[section.slug].rows.find(({ id }) => id === rowId);
  const path = `/apply/${application.id}/form/${section.slug}`;
  return (
    <div className="page page-narrow">
      <ApplicationHead
        application={application}
        title={row ? `修改${part.noun}` : `添加${part.noun}`}
        between={[{ label: section.title, href: path }]}
      />
      {closed ? (
        <ClosedForm applicationId={application.id} because={closed} />
      ) : (
        <div className="stack">
          <RowForm page={page} rowId={rowId} row={row} />
          {row ? <RemoveRow fields={{ applicationId: application.id, section: section.slug, rowId }} noun={part.noun} /> : null}
        </div>
      )}
    </div>
  );
}

type Page = Awaited<ReturnType<typeof sectionPage>>;
type Row = Page['material']['answers']['work']['rows'][number];

async function RowForm({ page, rowId, row }: { page: Page; rowId: string; row: Row | undefined }) {
  const { application, section, material } = page;
  const saved = row ? await savedSection(application.id, section.slug) : null;
  return (
    <FormShell action={saveSectionAction} fields={{ applicationId: application.id, section: section.slug, rowId }}>
      <SectionFields
        fields={section.rows?.fields ?? []}
        values={row?.values ?? {}}
        asked={contextOf(material)}
        applicationId={application.id}
      />
      <Autosave
        endpoint={`/apply/${application.id}/autosave`}
        applicationId={application.id}
        section={`${section.slug}/${rowId}`}
        revision={row?.revision ?? 0}
        savedAt={saved?.savedAt.toISOString()}
      />
      <RestampNotice form={page} now={page.now} />
      <SaveButtons onward={section.rows?.evidence ? '保存并上传证明材料' : '保存'} />
    </FormShell>
  );
}

function RemoveRow({ fields, noun }: { fields: Record<string, string>; noun: string }) {
  return (
    <ConfirmDialog
      id="remove-row"
      trigger={`删除这项${noun}`}
      triggerVariant="secondary"
      triggerSize="small"
      title={`删除这项${noun}`}
    >
      <p>填写的内容和已上传的证明材料会一起删除。</p>
      <FormShell action={removeRowAction} fields={fields}>
        <SubmitButton variant="danger">删除</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}
