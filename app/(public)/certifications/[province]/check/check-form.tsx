import { DateField } from '@/components/forms/date-field';
import { NumberField } from '@/components/forms/number-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField, type SelectGroup, type SelectOption } from '@/components/forms/select-field';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { categoryGroups, categoryNames } from '@/lib/catalogue/labels';
import type { Answers, Question } from '@/lib/catalogue/self-check';
import type { Province } from '@/lib/kernel/regions';

interface CheckFormProps {
  province: Province;
  cycleSlug: string;
  questions: Question[];
  answers: Answers;
}

export function CheckForm({ province, cycleSlug, questions, answers }: CheckFormProps) {
  const address = `/certifications/${province.slug}/check`;
  return (
    <form method="get" action={`${address}#result`} className="form">
      <input type="hidden" name="cycle" value={cycleSlug} />
      {questions.map((question) => (
        <QuestionField key={question.fact} question={question} province={province} answer={answers[question.fact]} />
      ))}
      <ButtonRow>
        <Button>查看结果</Button>
        <ButtonLink href={`${address}?cycle=${cycleSlug}`} variant="quiet">
          清空回答
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

interface QuestionFieldProps {
  question: Question;
  province: Province;
  answer: string | undefined;
}

function QuestionField({ question, province, answer }: QuestionFieldProps) {
  const { fact, label, hint, kind, unit } = question;
  const field = { name: fact, label, hint, defaultValue: answer };
  if (kind === 'number') return <NumberField {...field} suffix={unit} />;
  if (kind === 'date') return <DateField {...field} />;
  if (fact === 'category') return <SelectField {...field} options={groupedCategories} />;
  if (kind === 'select') return <SelectField {...field} options={ownFirst(question.options, province)} />;
  return <RadioGroup {...field} options={question.options} inline={question.options.length <= 2} />;
}

const groupedCategories: SelectGroup[] = categoryGroups.map(({ title, categories }) => ({
  group: title,
  options: categories.map((value) => ({ value, label: categoryNames[value] })),
}));

/** Of the provinces the one whose page this is comes first. */
function ownFirst(options: SelectOption[], province: Province): SelectOption[] {
  const own = options.filter(({ value }) => value === province.code);
  return [...own, ...options.filter(({ value }) => value !== province.code)];
}
