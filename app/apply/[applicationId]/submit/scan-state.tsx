import { Banner } from '@/components/ui/banner';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { chosenSheets, type Examining, examiningOf, examiningSentences, hintsOf } from '@/lib/applications/scan-hints';
import type { StampedScan } from '@/lib/applications/stamped-scan';

/** How far the form has come back, in one announced sentence; the page draws itself again while sheets are examined. */
export function ScanState({ scan, now }: { scan: StampedScan; now: Date }) {
  const { assembly, form, hasSheets } = scan;
  if (!hasSheets) return null;
  const chosen = chosenSheets(assembly);
  const examining = examiningOf(chosen, now);
  return (
    <>
      <RefreshWhile isActive={examining !== null} seconds={examining?.seconds} />
      {assembly.outcome === 'refused' ? (
        <Banner tone="danger" title="还不能提交" live>
          {assembly.sentence}
          {examining ? `已上传的页${verbOf(examining)}，还有 ${examining.pages} 页。` : null}
        </Banner>
      ) : (
        <Complete total={form.pages.length} examining={examining} scan={scan} open={hintsOf(chosen).length} />
      )}
    </>
  );
}

const verbOf = ({ pace }: Examining): string => (pace === 'soon' ? '正在检查' : '还在检查');

interface CompleteProps {
  total: number;
  examining: Examining | null;
  scan: StampedScan;
  open: number;
}

function Complete({ total, examining, scan, open }: CompleteProps) {
  const { missing, repeated } = scan.assembly;
  const head = missing.length === 0 ? `${total} 页齐全，版本正确` : `第 ${missing.join('、')} 页没有读出编码；可以提交，由工作人员查看`;
  if (examining) {
    return (
      <Banner tone={examining.pace === 'stuck' ? 'warning' : 'info'} title={`${head}；${verbOf(examining)} ${examining.pages} 页`} live>
        {examiningSentences[examining.pace]}
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
