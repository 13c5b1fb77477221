import { FormShell } from '@/components/forms/form-shell';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import type { BatchApplicant } from '@/lib/applications/batch/batch-page';
import type { LooseSheet } from '@/lib/applications/batch/loose-sheets';
import { nameSheetAction } from '../actions';

interface NameSheetProps {
  batchId: string;
  loose: LooseSheet[];
  applicants: BatchApplicant[];
}

/** For whoever scanned the stack, and sees the picture: which missing page an unread sheet is. */
export function NameSheet({ batchId, loose, applicants }: NameSheetProps) {
  const sheets = loose.filter(({ kind, hasPicture }) => kind === 'unread' && hasPicture);
  const short = applicants.filter(({ standing, missing }) => standing.stand === 'incomplete' && missing.length > 0);
  if (sheets.length === 0 || short.length === 0) return null;
  return (
    <section className="stack-small" id="name-sheet">
      <h3>没有读出编码，但看得出是哪一页</h3>
      <p>请先打开上表里的图片看清楚。认定的人会记录在案，这一页会标出“由…认定”，由协会人员核对；认错了会被退回。</p>
      <FormShell action={nameSheetAction} fields={{ batchId }} resetOnDone>
        <SelectField
          name="sheetId"
          label="哪一张"
          options={sheets.map(({ sheetId, fileName, sheet }) => ({ value: sheetId, label: `“${fileName}”第 ${sheet} 张` }))}
        />
        <SelectField
          name="target"
          label="是谁的第几页"
          hint="只列出缺页的人和所缺的页。"
          options={short.map(({ id, name, number, missing }) => ({
            group: `${name}（${number}）`,
            options: missing.map((page) => ({ value: `${id}.${page}`, label: `${name}的第 ${page} 页` })),
          }))}
        />
        <SubmitButton variant="secondary" pendingText="正在归页…">
          认定这一页
        </SubmitButton>
      </FormShell>
    </section>
  );
}
