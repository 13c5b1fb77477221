import { SubmitButton } from '@/components/forms/submit-button';

/** The first one is what the enter key does. */
export function SaveButtons({ onward = '保存并继续' }: { onward?: string }) {
  return (
    <div className="button-row">
      <SubmitButton name="intent" value="continue" pendingText="正在保存…">
        {onward}
      </SubmitButton>
      <SubmitButton name="intent" value="later" variant="secondary" pendingText="正在保存…">
        保存，稍后继续
      </SubmitButton>
    </div>
  );
}
