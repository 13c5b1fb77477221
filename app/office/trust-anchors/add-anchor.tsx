import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { addAnchorAction } from './actions';

export function AddAnchor() {
  return (
    <section className="stack-small">
      <h2>登记一个证书</h2>
      <FormShell action={addAnchorAction}>
        <TextField name="name" label="发证机构名称" hint="例如某某电子认证服务有限公司" />
        <TextArea
          name="certificate"
          label="证书"
          hint="用记事本打开 PEM 格式的根证书或中级证书，连同“-----BEGIN CERTIFICATE-----”一起粘贴。"
          rows={8}
        />
        <TextArea name="reason" label="信任的理由和证书的来源" rows={2} maxCodePoints={500} />
        <SubmitButton>登记</SubmitButton>
      </FormShell>
    </section>
  );
}
