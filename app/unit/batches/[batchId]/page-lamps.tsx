import { SheetCard } from '@/components/scans/sheet-card';
import { Disclosure } from '@/components/ui/disclosure';
import type { BatchApplicant } from '@/lib/applications/batch/batch-page';
import { shownSheet } from '@/app/shown-sheet';

/** The pages of one applicant at which somebody should look; those without a hint stay folded. */
export function PageLamps({ applicant }: { applicant: BatchApplicant }) {
  const { name, number, lamps, scan } = applicant;
  const cards = lamps.map(({ page, sheet }) => shownSheet({ sheet, page, version: scan?.form.version ?? 0 }));
  const open = cards.filter(({ lamp }) => lamp !== 'GREEN' && lamp !== 'WAITING');
  const good = cards.filter(({ lamp }) => lamp === 'GREEN' || lamp === 'WAITING');
  return (
    <section className="stack-small" aria-label={`${name}（${number}）的页`}>
      <Disclosure summary={`${name}（${number}）：${open.length} 页有提示`} open>
        <ul className="sheet-cards">
          {open.map((sheet) => (
            <li key={sheet.id}>
              <SheetCard sheet={sheet} />
            </li>
          ))}
        </ul>
        {good.length > 0 ? (
          <Disclosure summary={`其余 ${good.length} 页没有提示`}>
            <ul className="sheet-cards">
              {good.map((sheet) => (
                <li key={sheet.id}>
                  <SheetCard sheet={sheet} />
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </Disclosure>
    </section>
  );
}
