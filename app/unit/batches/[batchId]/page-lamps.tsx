import { SheetCard } from '@/components/scans/sheet-card';
import { Disclosure } from '@/components/ui/disclosure';
import type { BatchApplicant } from '@/lib/applications/batch/batch-page';
import { shownSheet } from '@/app/shown-sheet';

/** The pages of one applicant at which somebody should look; those without a hint stay folded. */
export function PageLamps({ applicant }: { applicant: BatchApplicant }) {
  const { name, number, lamps, scan } = applicant;
  const cards = lamps.map(({ page, sheet }) => shownSheet({ sheet, page, version: scan?.form.version ?? 0 }));
  const open = cards.filter(({ lamp }) => lamp !== 'GREEN');
  const good = cards.filter(({ lamp }) => lamp === 'GREEN');
  const waiting = open.filter(({ lamp }) => lamp === 'WAITING').length;
  const summary = [...(open.length > waiting ? [`${open.length - waiting} 页有提示`] : []), ...(waiting > 0 ? [`${waiting} 页还在检查`] : [])];
  return (
    <section className="stack-small" aria-label={`${name}（${number}）的页`}>
      <Disclosure summary={`${name}（${number}）：${summary.join('，')}`} open>
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
