import { IdNumberField } from '../forms/id-number-field';
import { SelectField } from '../forms/select-field';
import { documentKindNames, documentKinds } from '@/lib/kernel/id-number';

const options = documentKinds.map((value) => ({ value, label: documentKindNames[value] }));

/** Kind and number of the identity document. */
export function DocumentFields() {
  return (
    <>
      <SelectField name="documentKind" label="证件类型" options={options} defaultValue="MAINLAND_ID" />
      <IdNumberField name="documentNumber" label="证件号码" hint="一个证件号码只能注册一个账号。" />
    </>
  );
}
