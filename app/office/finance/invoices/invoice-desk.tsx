import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { IssuedFiles } from './issued-files';
import { recordResultsAction, takeBatchAction } from './actions';
import { type Seller, SellerSettings } from './seller-settings';

interface DeskProps {
  waiting: number;
  seller: Seller | null;
  hasPlatform: boolean;
  /** Invoices of a spreadsheet are out whose results have to be told. */
  isClientAtWork: boolean;
}

/** Hand over what waits, tell what became of it, and say what is sold. */
export function InvoiceDesk({ waiting, seller, hasPlatform, isClientAtWork }: DeskProps) {
  const isByPlatform = seller?.way === 'PLATFORM';
  return (
    <div className="stack">
      {seller === null ? (
        <Banner tone="warning" title="还不能开票：请先填写开票设置">
          项目名称、税收分类编码和税率由本协会按税务机关的核定填写，系统不会代填。
        </Banner>
      ) : null}
      {isByPlatform && !hasPlatform ? (
        <Banner tone="danger" title="本系统没有接入税务平台">
          已交出的发票在重新接入以前不会有结果。新的发票请改用税务客户端：在开票设置中保存一次即可。
        </Banner>
      ) : null}
      {seller && waiting > 0 ? <TakeWaiting waiting={waiting} isByPlatform={isByPlatform} /> : null}
      {!isByPlatform || isClientAtWork ? (
        <Disclosure summary="登记开票结果">
          <FormShell id="record-results" action={recordResultsAction} resetOnDone>
            <TextArea
              name="lines"
              label="税务客户端的开票结果"
              hint="从结果表复制，每行一张：要有流水号（FP 开头）和 20 位发票号码；开票日期不是今天的，连同日期一起复制；没有开成的，写明“失败”和原因"
              rows={6}
            />
            <SubmitButton>登记结果</SubmitButton>
          </FormShell>
        </Disclosure>
      ) : null}
      <Disclosure summary="上传已开发票的文件">
        <IssuedFiles />
      </Disclosure>
      <Disclosure summary="开票设置" open={seller === null}>
        <SellerSettings seller={seller} hasPlatform={hasPlatform} />
      </Disclosure>
    </div>
  );
}

const TakeWaiting = ({ waiting, isByPlatform }: { waiting: number; isByPlatform: boolean }) => (
  <Card heading="h2" title={isByPlatform ? '开具待开发票' : '取出待开发票'}>
    <FormShell id="take-batch" action={takeBatchAction}>
      <p>
        已缴费的 {waiting} 张转为开票中，付款人不能再修改；
        {isByPlatform ? '由税务平台逐张开具，结果自动登记。' : '表格可以反复下载。'}
      </p>
      <SubmitButton>{isByPlatform ? `开具 ${waiting} 张` : `取出 ${waiting} 张`}</SubmitButton>
    </FormShell>
  </Card>
);
