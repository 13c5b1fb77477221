import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import type { LiveSheet } from '@/lib/applications/stamped-scan';
import { removeSheetAction } from './actions';

/** Takes one sheet back that was not handed in. */
export function RemoveSheet({ applicationId, sheet }: { applicationId: string; sheet: LiveSheet }) {
  return (
    <FormShell action={removeSheetAction} fields={{ applicationId, sheetId: sheet.id }}>
      <SubmitButton variant="quiet" size="small">
        删除<span className="sr-only">{`“${sheet.fileName}”第 ${sheet.sheet} 张`}</span>
      </SubmitButton>
    </FormShell>
  );
}
