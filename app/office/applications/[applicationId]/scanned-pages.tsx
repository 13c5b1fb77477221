import { SheetCard } from '@/components/scans/sheet-card';
import { Banner } from '@/components/ui/banner';
import { Disclosure } from '@/components/ui/disclosure';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { TextLink } from '@/components/ui/text-link';
import type { Dossier } from '@/lib/applications/review-queries';
import { examiningOf } from '@/lib/applications/scan-hints';
import { liveSheet } from '@/lib/applications/stamped-scan';
import { shownSheet } from '../../../shown-sheet';

type StampedForm = Dossier['stampedForms'][number];

/** Every page that was handed in with its lamp, the places cut out, and the page as it was issued to lay beside it. */
export function ScannedPages({ scan, now }: { scan: StampedForm; now: Date }) {
  const pages = scan.sheets.map(({ page, sheet: row }) => {
    const sheet = liveSheet(row);
    return { page, sheet, shown: shownSheet({ sheet, page, version: scan.version }) };
  });
  const examining = examiningOf(pages, now);
  const seen = pages.filter(({ shown }) => shown.lamp !== 'WAITING');
  const open = seen.filter(({ shown }) => shown.lamp !== 'GREEN');
  return (
    <>
      <RefreshWhile isActive={examining !== null} seconds={10} />
      {examining ? (
        <Banner tone={examining.pace === 'stuck' ? 'warning' : 'info'} title={`还在检查 ${examining.pages} 页`} live>
          {examining.pace === 'stuck' ? '检查停住了，系统会自动再试，一小时内一定有结果；不等的话，请对着图片逐页查看。' : '本页会自动更新；看过各页的结果，再作决定更稳妥。'}
        </Banner>
      ) : null}
      <p>
        机器提示：{seen.length - open.length} 页没有发现问题
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
