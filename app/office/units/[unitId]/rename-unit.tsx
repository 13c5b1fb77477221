import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Disclosure } from '@/components/ui/disclosure';
import { renameUnitAction } from '../actions';

/** The code stays what it is: sanctions and people go by it. */
export function RenameUnit({ unit: { id, name } }: { unit: { id: string; name: string } }) {
  return (
    <Disclosure summary="单位更名">
      <FormShell action={renameUnitAction} fields={{ unitId: id }}>
        <p>信用代码、人员、申报和取消资格的记录都不变；原名称留作曾用名，仍可查到。</p>
        <TextField name="name" label="新名称" defaultValue={name} hint="与新公章上的名称一致" />
        <TextArea name="note" label="更名的依据" rows={2} maxCodePoints={500} />
        <SubmitButton>保存新名称</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}
