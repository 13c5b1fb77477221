import { Banner } from '@/components/ui/banner';
import type { LiveSheet, StampedScan } from '@/lib/applications/stamped-scan';

interface NewArrivalsProps {
  scan: StampedScan;
  page: number;
  /** The upload that was the last when this page was opened; whatever came before it is no news. */
  seen: string;
}

/** What became of the upload that has just come: which page it is, whatever it was meant to be. */
export function NewArrivals({ scan, page, seen }: NewArrivalsProps) {
  const latest = scan.files.at(-1);
  if (!latest || latest.id === seen) return null;
  const { pages, foreign, unread, outdated, noOriginals } = scan.assembly;
  const isLatest = ({ fileId }: LiveSheet) => fileId === latest.id;
  const placed = pages.filter(({ sheet }) => sheet && isLatest(sheet));
  const here = placed.find((place) => place.page === page);
  if (here?.sheet) {
    return (
      <Banner tone={here.sheet.lamp === null ? 'info' : 'success'} title={`第 ${page} 页已换成“${latest.name}”`} live>
        {here.sheet.lamp === null ? '正在检查，通常只要几秒。' : '已检查完毕，结果见下。'}
      </Banner>
    );
  }
  const troubles = [
    foreign.some(isLatest) ? '刚上传的是另一份申报书的页，请删除。' : '',
    outdated.some(isLatest) ? '刚上传的是以前版本的页，内容已经改过，不能使用；请打印现在的版本。' : '',
    noOriginals.some(isLatest) ? '刚上传的是没有打印过的电子文件，请打印、签字、盖章后再扫描或拍照上传。' : '',
    unread.some(isLatest) ? '刚上传的图片没有读出编码，请把整页拍清楚、不要遮住二维码，再上传一次。' : '',
    placed.length > 0 ? `刚上传的是第 ${placed.map((place) => place.page).join('、')} 页，已放到那一页。` : '',
  ].filter(Boolean);
  if (troubles.length === 0) return null;
  return (
    <Banner tone="warning" title={`“${latest.name}”不是第 ${page} 页`} live>
      {troubles.join('')}
    </Banner>
  );
}
