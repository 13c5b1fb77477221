import { Banner } from '@/components/ui/banner';
import type { StampedScan } from '@/lib/applications/stamped-scan';

/** What the codes on the pages say, at once and page by page. */
export function ScanFindings({ scan: { verdict, form } }: { scan: StampedScan }) {
  if (!verdict) return null;
  if (verdict.outcome === 'refused') {
    return (
      <Banner tone="danger" title="这些页还不能提交" live>
        {verdict.sentence}
      </Banner>
    );
  }
  if (verdict.outcome === 'complete') {
    return (
      <Banner tone="success" title={`${form.pages} 页齐全，版本正确`} live>
        {verdict.repeated.length > 0 ? `第 ${verdict.repeated.join('、')} 页上传了不止一次，不影响提交。` : null}
      </Banner>
    );
  }
  return (
    <Banner tone="warning" title="有的页没有读出编码；可以提交，由工作人员查看" live>
      <ul className="list-disc pl-6">
        {verdict.missing.length > 0 ? <li>没有读出第 {verdict.missing.join('、')} 页的编码。</li> : null}
        {unreadByFile(verdict.unread).map(({ fileName, sheets }) => (
          <li key={fileName}>
            “{fileName}”第 {sheets.join('、')} 张没有读出编码。
          </li>
        ))}
      </ul>
      <p>如果这些页拍得不清楚，或盖住了二维码，请删除后重新上传，审查会更快。</p>
    </Banner>
  );
}

function unreadByFile(unread: readonly { fileName: string; sheet: number }[]): { fileName: string; sheets: number[] }[] {
  const names = [...new Set(unread.map(({ fileName }) => fileName))];
  return names.map((fileName) => ({
    fileName,
    sheets: [...new Set(unread.filter((one) => one.fileName === fileName).map(({ sheet }) => sheet))],
  }));
}
