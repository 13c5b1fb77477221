import { FormShell } from '@/components/forms/form-shell';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import type { InvoiceWayCode } from '@/lib/invoices/labels';
import { saveSellerAction } from './actions';

export interface Seller {
  itemName: string;
  itemCode: string;
  taxRate: string;
  way: InvoiceWayCode;
  taxNumber: string;
}

const ways = [
  { value: 'CLIENT', label: '税务客户端（表格）', hint: '取出表格，在税务客户端中开具，再登记结果' },
  { value: 'PLATFORM', label: '税务平台', hint: '由平台开具数电票，号码和文件自动登记并发给付款人' },
];

/** What the association sells, and, where there is a choice, who issues. */
export function SellerSettings({ seller, hasPlatform }: { seller: Seller | null; hasPlatform: boolean }) {
  return (
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
      {hasPlatform ? (
        <>
          <RadioGroup name="way" label="开票方式" options={ways} defaultValue={seller?.way ?? 'CLIENT'} />
          <TextField
            name="taxNumber"
            label="本协会的纳税人识别号"
            hint="由税务平台开具时必填"
            defaultValue={seller?.taxNumber}
            width="half"
            maxLength={40}
          />
        </>
      ) : null}
      <SubmitButton>保存设置</SubmitButton>
    </FormShell>
  );
}
