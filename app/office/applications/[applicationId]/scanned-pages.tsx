import { SheetCard } from '@/components/scans/sheet-card';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import type { Dossier } from '@/lib/applications/review-queries';
import { liveSheet } from '@/lib/applications/stamped-scan';
import { shownSheet } from '../../../shown-sheet';

type StampedForm = Dossier['stampedForms'][number];

/** Every page that was handed in with its lamp, the places cut out, and the page as it was issued to lay beside it. */
export function ScannedPages({ scan }: { scan: StampedForm }) {
  const pages = scan.sheets.map(({ page, sheet: row }) => {
    const sheet = liveSheet(row);
    return { page, sheet, shown: shownSheet({ sheet, page, version: scan.version }) };
  });
  const open = pages.filter(({ shown }) => shown.lamp !== 'GREEN');
  return (
    <>
      <p>
        机器提示：{pages.length - open.length} 页没有发现问题
        {open.length > 0 ? `，${open.length} 页请看一眼：` : '。'}
        {open.map(({ shown }) => (
          <span key={shown.id}>
            {' '}
            <TextLink href={`#sheet-${shown.id}`}>{shown.title}</TextLink>
          </span>
        ))}
      </p>
      <p className="field-hint">灯号只是提示：印章是谁的、签字是不是本人，由您判断。</p>
      <ol className="sheet-cards">
        {pages.map(({ page, sheet, shown }) => (
          <li key={shown.id}>
            <SheetCard sheet={shown} />
            <Disclosure summary={page === null ? '看大图' : `第 ${page} 页：扫描件与生成的原页对照`}>
              <div className="page-pair">
                <Picture src={shown.pictureHref} caption={`${shown.title}的扫描件`} />
                {sheet.page !== null && sheet.formVersion !== null ? (
                  <Picture
                    src={`/apply/${scan.applicationId}/print/${sheet.page}?version=${sheet.formVersion}`}
                    caption={`系统生成的第 ${sheet.formVersion} 版第 ${sheet.page} 页`}
                  />
                ) : null}
              </div>
            </Disclosure>
          </li>
        ))}
      </ol>
    </>
  );
}

function Picture({ src, caption }: { src: string; caption: string }) {
  return (
    <figure>
      <a href={src} target="_blank" rel="noopener">
        <img src={src} alt={caption} loading="lazy" width={620} height={877} />
      </a>
      <figcaption className="field-hint">{caption}</figcaption>
    </figure>
  );
}
