import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { IssuedFiles } from './issued-files';
import { recordResultsAction, saveSellerAction, takeBatchAction } from './actions';

interface Seller {
  itemName: string;
  itemCode: string;
  taxRate: string;
}

/** Take what waits, tell what became of it, and say what is sold. */
export function InvoiceDesk({ waiting, seller }: { waiting: number; seller: Seller | null }) {
  return (
    <div className="stack">
      {seller === null ? (
        <Banner tone="warning" title="还不能开票：请先填写开票设置">
          项目名称、税收分类编码和税率由本协会按税务机关的核定填写，系统不会代填。
        </Banner>
      ) : null}
      {seller && waiting > 0 ? (
        <Card heading="h2" title="取出待开发票">
          <FormShell id="take-batch" action={takeBatchAction}>
            <p>已缴费的 {waiting} 张转为开票中，付款人不能再修改；表格可以反复下载。</p>
            <SubmitButton>取出 {waiting} 张</SubmitButton>
          </FormShell>
        </Card>
      ) : null}
      <Disclosure summary="登记开票结果">
        <FormShell id="record-results" action={recordResultsAction} resetOnDone>
          <TextArea
            name="lines"
            label="税务客户端的开票结果"
            hint="从结果表复制，每行一张：要有流水号（FP 开头）和 20 位发票号码；没有开成的，流水号后面写原因"
            rows={6}
          />
          <SubmitButton>登记结果</SubmitButton>
        </FormShell>
      </Disclosure>
      <Disclosure summary="上传已开发票的文件">
        <IssuedFiles />
      </Disclosure>
      <Disclosure summary="开票设置" open={seller === null}>
        <FormShell id="save-seller" action={saveSellerAction}>
          <TextField name="itemName" label="项目名称" hint="发票上货物或服务的名称" defaultValue={seller?.itemName} maxLength={90} />
          <TextField
            name="itemCode"
            label="商品和服务税收分类编码"
            hint="19 位数字"
            inputMode="numeric"
            defaultValue={seller?.itemCode}
            width="half"
          />
          <TextField name="taxRate" label="税率" hint="例如 6%、免税、不征税" defaultValue={seller?.taxRate} width="short" />
          <SubmitButton>保存设置</SubmitButton>
        </FormShell>
      </Disclosure>
    </div>
  );
}
