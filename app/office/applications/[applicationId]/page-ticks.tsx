import { FieldChoice } from '@/components/forms/field-input';

interface PageTicksProps {
  code: string;
  label: string;
  prefix: string;
  pages: number;
}

/** The pages of the issued form, to be ticked for one reason about the stamp. */
export function PageTicks({ code, label, prefix, pages }: PageTicksProps) {
  return (
    <fieldset className="page-ticks">
      <legend className="sr-only">{label}：要重新盖章的页</legend>
      {Array.from({ length: pages }, (_, index) => index + 1).map((page) => (
        <label key={page} htmlFor={`${prefix}-${code}-${page}`}>
          <FieldChoice type="checkbox" name={`page.${code}`} value={String(page)} id={`${prefix}-${code}-${page}`} />第 {page} 页
        </label>
      ))}
    </fieldset>
  );
}
