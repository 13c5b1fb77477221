import type { Metadata } from 'next';
import { Autosave } from '@/components/forms/autosave';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { Banner } from '@/components/ui/banner';
import { excludedCategories } from '@/lib/applications/excluded-categories';
import { contextOf } from '@/lib/applications/form/material';
import { sections } from '@/lib/applications/form/sections';
import { savedSection } from '@/lib/applications/queries';
import { passedMessage } from '@/lib/web/passed-message';
import { ApplicationHead } from '../../application-head';
import { PassedBanner } from '../../passed-banner';
import { saveSectionAction } from '../actions';
import { ClosedForm } from '../closed-form';
import { SaveButtons } from '../save-buttons';
import { SectionFields } from '../section-fields';
import { sectionPage } from '../section-page';
import { RestampNotice } from '../../restamp-notice';
import { IdentityParts } from './identity-parts';
import { RowCards } from './row-cards';

interface Props {
  params: Promise<{ applicationId: string; section: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section } = await params;
  return { title: sections.find(({ slug }) => slug === section)?.title ?? '申报书' };
}

/** One page draws any section of the form. */
export default async function SectionFormPage({ params, searchParams }: Props) {
  const page = await sectionPage(await params);
  const { application, section, closed } = page;
  return (
    <div className="page page-narrow">
      <ApplicationHead
        application={application}
        title={section.title}
        lead={
          <>
            <p>
              申报书第 {sections.indexOf(section) + 1} 部分，共 {sections.length} 部分
            </p>
            <p>{section.lead}</p>
          </>
        }
      />
      <PassedBanner message={passedMessage(await searchParams)} />
      {section.slug === 'unit' && page.material.unit?.barredBecause && !closed ? (
        <Banner tone="danger" title="不能以这个单位提交">
          {page.material.unit.barredBecause}您已不在该单位工作的，请改填现在的单位。
        </Banner>
      ) : null}
      {closed ? <ClosedForm applicationId={application.id} because={closed} /> : <SectionForm page={page} />}
    </div>
  );
}

async function SectionForm({ page }: { page: Awaited<ReturnType<typeof sectionPage>> }) {
  const { application, material, section, now } = page;
  const answers = material.answers[section.slug];
  const saved = await savedSection(application.id, section.slug);
  const excluded = section.slug === 'category' ? await excludedCategories({ application, material, now }) : {};
  const { rows: part } = section;
  const mayHaveNone = part && answers.rows.length === 0 && part.least(contextOf(material)) === 0;
  return (
    <div className="stack">
      {section.slug === 'identity' ? <IdentityParts applicationId={application.id} material={material} /> : null}
      <FormShell action={saveSectionAction} fields={{ applicationId: application.id, section: section.slug }}>
        <SectionFields
          fields={section.fields}
          values={answers.values}
          asked={contextOf(material)}
          applicationId={application.id}
          excluded={excluded}
        />
        {part ? <RowCards applicationId={application.id} section={section} part={part} material={material} /> : null}
        {mayHaveNone ? (
          <CheckboxField name="hasNothing" label={part.nothing} defaultChecked={answers.hasNothing} />
        ) : null}
        <Autosave
          endpoint={`/apply/${application.id}/autosave`}
          applicationId={application.id}
          section={section.slug}
          revision={answers.revision}
          savedAt={saved?.savedAt.toISOString()}
        />
        <RestampNotice form={page} now={now} />
        <SaveButtons />
      </FormShell>
    </div>
  );
}
