import { Banner } from '@/components/ui/banner';
import { DataTable } from '@/components/ui/data-table';
import type { LooseKind, LooseSheet } from '@/lib/applications/batch/loose-sheets';

const words: Record<Exclude<LooseKind, 'list' | 'blank'>, { state: string; advice: string }> = {
  unread: { state: '没有读出编码', advice: '请重新扫描这一张：整页平放、拍清楚，不要遮住二维码，再加到本批。' },
  foreign: { state: '不是本单位的申报书', advice: '不会归入任何人名下，请从这叠纸里取出，交还原单位或本人。' },
  mixed: { state: '一张上有几份申报书的页', advice: '请分开扫描后再加到本批。' },
};

/** Sheets that stand for nobody here. Whose they are is not told; who scanned them sees the picture. */
export function LooseList({ loose }: { loose: LooseSheet[] }) {
  const listed = loose.flatMap((sheet) =>
    sheet.kind === 'list' || sheet.kind === 'blank' ? [] : [{ ...sheet, ...words[sheet.kind] }],
  );
  if (listed.length === 0) return null;
  return (
    <section className="stack-small" id="loose">
      <h2>没有归位的 {listed.length} 张</h2>
      {listed.some(({ hasPicture }) => !hasPicture) ? (
        <Banner tone="info" title="图片只给上传的人看">
          没有归位的页可能属于别的单位，其他管理员看不到图片。
        </Banner>
      ) : null}
      <DataTable
        caption="没有归位的页"
        hideCaption
        dense
        rows={listed}
        rowKey={({ sheetId }) => sheetId}
        columns={[
          { key: 'place', title: '位置', lead: true, cell: ({ fileName, sheet }) => `“${fileName}”第 ${sheet} 张` },
          { key: 'state', title: '情况', cell: ({ state }) => state },
          { key: 'advice', title: '怎么办', cell: ({ advice, because }) => because ?? advice },
          { key: 'picture', title: '图片', nowrap: true, cell: (sheet) => <Picture sheet={sheet} /> },
        ]}
      />
    </section>
  );
}

function Picture({ sheet: { sheetId, fileName, sheet, hasPicture } }: { sheet: LooseSheet }) {
  if (!hasPicture) return '—';
  return (
    <a className="text-link text-link-roomy" href={`/api/sheets/${sheetId}?size=large`} target="_blank" rel="noopener">
      查看
      <span className="sr-only">
        “{fileName}”第 {sheet} 张（在新窗口打开）
      </span>
    </a>
  );
}
