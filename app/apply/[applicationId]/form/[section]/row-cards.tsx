import { FieldError } from '@/components/forms/field-input';
import { ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import type { Row } from '@/lib/applications/form/answers';
import type { FormMaterial } from '@/lib/applications/form/material';
import { problemsOfSection } from '@/lib/applications/form/problems';
import type { RowsPart, Section } from '@/lib/applications/form/section';

interface RowCardsProps {
  applicationId: string;
  section: Section;
  part: RowsPart;
  material: FormMaterial;
}

/** What has been added, each as a card that leads to its page; and the way to add one more. */
export function RowCards({ applicationId, section, part, material }: RowCardsProps) {
  const { rows } = material.answers[section.slug];
  const path = `/apply/${applicationId}/form/${section.slug}`;
  const problems = problemsOfSection(section, material);
  return (
    <section id="rows" tabIndex={-1} className="stack-small" aria-label={section.title}>
      <FieldError name="rows" />
      {section.slug === 'certificates' ? <HeldCertificates material={material} /> : null}
      {rows.length > 0 ? (
        <ul className="stack-small">
          {rows.map((row, index) => (
            <RowCard
              key={row.id}
              {...{ row, part, path }}
              number={index + 1}
              files={material.evidence[row.id]?.length ?? 0}
              lacks={problems.filter(({ rowId }) => rowId === row.id).map(({ sentence }) => sentence)}
            />
          ))}
        </ul>
      ) : null}
      {rows.length < part.most ? (
        <ButtonLink href={`${path}/new`} variant="secondary" icon="plus">
          添加一项{part.noun}
        </ButtonLink>
      ) : (
        <p className="text-ink-soft">已添加 {part.most} 项，不能再添加。</p>
      )}
    </section>
  );
}

interface RowCardProps {
  row: Row;
  part: RowsPart;
  path: string;
  number: number;
  files: number;
  lacks: string[];
}

function RowCard({ row, part, path, number, files, lacks }: RowCardProps) {
  const title = part.title(row.values) || `${part.noun} ${number}`;
  return (
    <li className="card">
      <div className="card-head">
        <h2>{title}</h2>
        {lacks.length > 0 ? <Tag tone="warning">待完善</Tag> : null}
      </div>
      <p>{part.detail(row.values)}</p>
      {lacks.length > 0 ? <p className="text-warning">{lacks.join(' ')}</p> : null}
      <p className="flex flex-wrap gap-x-6">
        <TextLink href={`${path}/${row.id}`} roomy>
          修改<span className="sr-only">{title}</span>
        </TextLink>
        {part.evidence ? (
          <TextLink href={`${path}/${row.id}/evidence`} roomy>
            证明材料（{files}）<span className="sr-only">{title}</span>
          </TextLink>
        ) : null}
      </p>
    </li>
  );
}

/** Certificates of this system need not be typed. */
function HeldCertificates({ material: { heldCertificates } }: { material: FormMaterial }) {
  if (heldCertificates.length === 0) return null;
  const levels = { PRIMARY: '初级', INTERMEDIATE: '中级', SENIOR: '高级' };
  return (
    <ul className="stack-small">
      {heldCertificates.map(({ number, level, issuerName, isValid }) => (
        <li key={number} className="card">
          <div className="card-head">
            <h2>{number}</h2>
            <Tag tone={isValid ? 'success' : 'neutral'}>{isValid ? '本系统已有记录' : '已失效'}</Tag>
          </div>
          <p>
            {levels[level]}，{issuerName}
          </p>
        </li>
      ))}
    </ul>
  );
}
