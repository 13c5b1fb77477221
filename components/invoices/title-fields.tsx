import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { titleKindLabels, titleKinds } from '@/lib/invoices/labels';

export interface ShownTitle {
  kind: string;
  title: string;
  taxNumber: string;
  email: string;
}

/** Whom the invoice is for and where it goes. */
export function TitleFields({ shown }: { shown: ShownTitle }) {
  return (
    <>
      <SelectField
        name="kind"
        label="发票类型"
        options={titleKinds.map((value) => ({ value, label: titleKindLabels[value] }))}
        defaultValue={shown.kind}
      />
      <TextField
        name="title"
        label="发票抬头"
        hint="个人填姓名；单位填营业执照或法人证书上的全称"
        defaultValue={shown.title}
        maxLength={100}
      />
      <TextField
        name="taxNumber"
        label="纳税人识别号"
        hint="单位必填；事业单位有就填；个人不填。一般就是 18 位统一社会信用代码"
        defaultValue={shown.taxNumber}
        autoCapitalize="characters"
        autoComplete="off"
        optional
      />
      <TextField
        name="email"
        label="接收邮箱"
        hint="发票开出后，通知发到这个邮箱"
        type="email"
        inputMode="email"
        autoComplete="email"
        defaultValue={shown.email}
      />
    </>
  );
}
