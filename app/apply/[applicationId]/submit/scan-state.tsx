import { Banner } from '@/components/ui/banner';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { awaited, chosenSheets, hintsOf } from '@/lib/applications/scan-hints';
import type { StampedScan } from '@/lib/applications/stamped-scan';

/** How far the form has come back, in one announced sentence; the page draws itself again while sheets are examined. */
export function ScanState({ scan, now }: { scan: StampedScan; now: Date }) {
  const { assembly, form, hasSheets } = scan;
  if (!hasSheets) return null;
  const chosen = chosenSheets(assembly);
  const waiting = awaited(chosen, now).length;
  return (
    <>
      <RefreshWhile isActive={waiting > 0} seconds={1.5} />
      {assembly.outcome === 'refused' ? (
        <Banner tone="danger" title="还不能提交" live>
          {assembly.sentence}
          {waiting > 0 ? `已上传的页正在检查，还有 ${waiting} 页。` : null}
        </Banner>
      ) : (
        <Complete total={form.pages.length} waiting={waiting} scan={scan} open={hintsOf(chosen).length} />
      )}
    </>
  );
}

function Complete({ total, waiting, scan, open }: { total: number; waiting: number; scan: StampedScan; open: number }) {
  const { missing, repeated } = scan.assembly;
  const head = missing.length === 0 ? `${total} 页齐全，版本正确` : `第 ${missing.join('、')} 页没有读出编码；可以提交，由工作人员查看`;
  if (waiting > 0) {
    return (
      <Banner tone="info" title={`${head}；正在检查 ${waiting} 页`} live>
        通常只要几秒，本页会自动更新；没有更新时请刷新。
      </Banner>
    );
  }
  return (
    <Banner tone={open > 0 || missing.length > 0 ? 'warning' : 'success'} title={`${head}，检查完毕`} live>
      {open > 0 ? '有的页请您再看一眼，见下面的提示。可以换掉这一页，也可以看过提示后仍然提交，由工作人员判断。' : null}
      {repeated.length > 0 ? `第 ${repeated.join('、')} 页上传了不止一次，以最后一次为准。` : null}
    </Banner>
  );
}
