import type { ShownSheet } from '@/components/scans/sheet-card';
import type { LiveSheet } from '@/lib/applications/stamped-scan';

interface ToShow {
  sheet: LiveSheet;
  /** Null where no code was read. */
  page: number | null;
  /** Of the form as it stands. */
  version: number;
}

/** A sheet as its card shows it, to the applicant, his unit and staff alike. */
export function shownSheet({ sheet, page, version }: ToShow): ShownSheet {
  const { id, fileName, formVersion, lamp, findings } = sheet;
  const isKept = page !== null && formVersion !== null && formVersion !== version;
  const pictureHref = `/api/sheets/${id}`;
  return {
    id,
    title: page === null ? '没有读出编码的一张' : `第 ${page} 页`,
    source: `“${fileName}”第 ${sheet.sheet} 张${isKept ? `；沿用第 ${formVersion} 版的盖章件，打印内容没有变化` : ''}`,
    lamp: lamp ?? 'WAITING',
    pictureHref,
    findings: findings.map(({ sentence, crop, lamp: own }) => ({
      sentence,
      cropHref: crop ? `${pictureHref}?crop=${crop}` : undefined,
      isGood: own === 'GREEN',
    })),
  };
}
