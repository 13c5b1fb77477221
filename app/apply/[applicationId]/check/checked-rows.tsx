import { Card } from '@/components/ui/card';
import { KeyValue } from '@/components/ui/key-value';
import { TextLink } from '@/components/ui/text-link';
import { inWords } from '@/lib/applications/form/field';
import type { RowsPart, Section } from '@/lib/applications/form/section';
import type { FormOnPage } from '@/lib/applications/queries';

interface CheckedRowsProps {
  section: Section;
  part: RowsPart;
  form: FormOnPage;
  mayChange: boolean;
}

/** Every row with all its answers and files. */
export function CheckedRows({ section, part, form: { application, material }, mayChange }: CheckedRowsProps) {
  const { rows, hasNothing } = material.answers[section.slug];
  const path = `/apply/${application.id}/form/${section.slug}`;
  if (rows.length === 0) {
    return (
      <p className="py-2">
        {hasNothing ? part.nothing : '还没有添加。'} {mayChange ? <TextLink href={path}>修改</TextLink> : null}
      </p>
    );
  }
  return (
    <ol className="stack-small mt-3">
      {rows.map((row, index) => (
        <li key={row.id}>
          <Card
            title={part.title(row.values) || `${part.noun} ${index + 1}`}
            action={
              mayChange ? (
                <TextLink href={`${path}/${row.id}`} roomy>
                  修改<span className="sr-only">{part.title(row.values)}</span>
                </TextLink>
              ) : null
            }
          >
            <KeyValue
              items={part.fields
                .map((field) => ({ term: field.label, value: inWords(field, row.values[field.name]) }))
                .filter(({ value }) => value !== '')}
            />
            <Files files={material.evidence[row.id] ?? []} />
          </Card>
        </li>
      ))}
    </ol>
  );
}

function Files({ files }: { files: readonly { id: string; name: string }[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-2" aria-label="证明材料">
      {files.map(({ id, name }) => (
        <li key={id}>
          <TextLink href={`/api/files/${id}`} icon="file" roomy>
            {name}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
