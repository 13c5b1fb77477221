import { SheetCard } from '@/components/scans/sheet-card';
import { ButtonLink } from '@/components/ui/button';
import type { StampedScan } from '@/lib/applications/stamped-scan';
import { shownSheet } from '../../../shown-sheet';
import { RemoveSheet } from './remove-sheet-button';

interface PageCardsProps {
  applicationId: string;
  scan: StampedScan;
}

/** What is missing first, then what cannot be used, then every page with its lamp. */
export function PageCards({ applicationId, scan }: PageCardsProps) {
  const { assembly, form, hasSheets } = scan;
  if (!hasSheets) return null;
  const path = `/apply/${applicationId}/submit`;
  const unusable = [...assembly.foreign, ...assembly.outdated, ...assembly.noOriginals, ...assembly.unread];
  return (
    <>
      <MissingPages applicationId={applicationId} scan={scan} />
      {unusable.length > 0 ? (
        <section aria-labelledby="unusable-title">
          <h2 id="unusable-title">没有归位的 {unusable.length} 张</h2>
          <ul className="sheet-cards">
            {unusable.map((sheet) => (
              <li key={sheet.id}>
                <SheetCard sheet={explained(scan, sheet)}>
                  {sheet.handedInWith === null ? <RemoveSheet applicationId={applicationId} sheet={sheet} /> : null}
                </SheetCard>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="pages-title">
        <h2 id="pages-title">逐页检查结果</h2>
        <ol className="sheet-cards">
          {assembly.pages.map(({ page, sheet }) =>
            sheet ? (
              <li key={page}>
                <SheetCard sheet={shownSheet({ sheet, page, version: form.version })}>
                  <ButtonLink href={`${path}/${page}`} variant="secondary" size="small" icon="camera">
                    替换这一页<span className="sr-only">（第 {page} 页）</span>
                  </ButtonLink>
                  {sheet.handedInWith === null ? <RemoveSheet applicationId={applicationId} sheet={sheet} /> : null}
                </SheetCard>
              </li>
            ) : null,
          )}
        </ol>
      </section>
    </>
  );
}

/** A sheet of a page that has changed since says so; nothing else tells it from a good one. */
function explained({ assembly, form }: StampedScan, sheet: StampedScan['assembly']['unread'][number]) {
  const shown = shownSheet({ sheet, page: null, version: form.version });
  if (sheet.filing !== 'FILED') return shown;
  const title = `第 ${sheet.formVersion} 版的第 ${sheet.page} 页`;
  if (!assembly.outdated.includes(sheet)) return { ...shown, title };
  const sentence = `这是第 ${sheet.formVersion} 版的页，内容已经改过，不能使用；请打印第 ${form.version} 版。`;
  return { ...shown, title, lamp: 'RED' as const, findings: [{ sentence, isGood: false }] };
}

function MissingPages({ applicationId, scan: { assembly } }: PageCardsProps) {
  const missing = assembly.pages.filter(({ sheet }) => sheet === null);
  if (missing.length === 0) return null;
  const pages = missing.map(({ page }) => page);
  return (
    <section aria-labelledby="missing-title" className="stack-small">
      <h2 id="missing-title">还缺 {missing.length} 页</h2>
      <ul className="missing-pages">
        {missing.map(({ page, voided }) => (
          <li key={page}>
            <span>
              第 {page} 页
              {voided ? <span className="field-hint">{voided.voidedBecause ? `退回原因：${voided.voidedBecause}` : '这一页已退回'}</span> : null}
            </span>
            <ButtonLink href={`/apply/${applicationId}/submit/${page}`} variant="secondary" size="small" icon="camera">
              上传这一页<span className="sr-only">（第 {page} 页）</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
      <ButtonLink href={`/apply/${applicationId}/print?pages=${pages.join(',')}`} variant="secondary" size="small" icon="print" newTab>
        只打印这 {missing.length} 页
      </ButtonLink>
    </section>
  );
}
