import type { ReactNode } from 'react';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { NumberField } from '@/components/forms/number-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import {
  achievementLevelNames,
  achievementLevels,
  applicantCategories,
  categoryNames,
  educationNames,
  educations,
  levelNames,
  levels,
} from '@/lib/catalogue/labels';
import { type ConditionKind, conditionKinds } from '@/lib/catalogue/rule-condition';

interface ConditionFieldsProps {
  /** Makes the ids of this form its own. */
  id: (part: string) => string;
  isNew: boolean;
}

const kinds = Object.entries(conditionKinds) as [ConditionKind, string][];

/** What the system checks: one choice, and below it the particulars that this choice needs. */
export function ConditionFields({ id, isNew }: ConditionFieldsProps) {
  const choices = kinds.filter(([kind]) => !isNew || kind !== 'keep');
  return (
    <div className="rule-condition">
      <RadioGroup
        id={id('condition')}
        name="condition"
        label="系统核对什么"
        hint="要同时满足几个条件时，请分成几条写。"
        defaultValue={isNew ? 'person' : 'keep'}
        options={choices.map(([value, label]) => ({ value, label }))}
      />
      <Detail of="category">
        <CheckboxGroup
          id={id('categories')}
          name="categories"
          label="申报类别"
          options={applicantCategories.map((value) => ({ value, label: categoryNames[value] }))}
        />
      </Detail>
      <Detail of="education">
        <SelectField
          id={id('education')}
          name="education"
          label="最低学历"
          options={educations.map((value) => ({ value, label: educationNames[value] }))}
        />
      </Detail>
      <Detail of="amount">
        <NumberField id={id('amount')} name="amount" label="数值" hint="年数、周岁或项数，填整数。" />
      </Detail>
      <Detail of="certificate">
        <CheckboxGroup
          id={id('certificate-levels')}
          name="certificateLevels"
          label="证书级别（任何一个即可）"
          inline
          options={levels.map((value) => ({ value, label: levelNames[value] }))}
        />
        <RadioGroup
          id={id('certificate-from')}
          name="certificateFrom"
          label="颁发机构"
          inline
          defaultValue="own"
          options={[
            { value: 'own', label: '本省协会' },
            { value: 'any', label: '任何协会' },
          ]}
        />
      </Detail>
      <Detail of="achievements">
        <SelectField
          id={id('achievement-level')}
          name="achievementLevel"
          label="成果级别不低于"
          optional
          placeholder="不限"
          options={achievementLevels.map((value) => ({ value, label: achievementLevelNames[value] }))}
        />
      </Detail>
    </div>
  );
}

/** Comes into sight with its choice, by style alone; without that style it is always there. */
function Detail({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div className="rule-detail" data-of={of}>
      {children}
    </div>
  );
}
