import { HiddenFields } from '../forms/hidden-fields';
import { Button, ButtonLink } from './button';
import { classNames } from './class-names';

export type Filter =
  | { kind: 'search'; name: string; label: string; placeholder?: string }
  | { kind: 'select'; name: string; label: string; options: { value: string; label: string }[]; anyLabel?: string }
  | { kind: 'date'; name: string; label: string };

interface FilterBarProps {
  /** The page itself: filters live in its query string. */
  action: string;
  filters: Filter[];
  values: Record<string, string | undefined>;
  /** Query parameters to carry along, for instance the order. */
  keep?: Record<string, string | undefined>;
  resetHref: string;
  label?: string;
}

export function FilterBar({ action, filters, values, keep = {}, resetHref, label = '筛选' }: FilterBarProps) {
  const isFiltered = filters.some((filter) => values[filter.name]);
  return (
    <search aria-label={label}>
      <form className="filter-bar" action={action} method="get">
        <HiddenFields values={keep} />
        {filters.map((filter) => (
          <div key={filter.name} className={classNames('field', filter.kind === 'search' && 'filter-search')}>
            <label className="field-label" htmlFor={`filter-${filter.name}`}>
              {filter.label}
            </label>
            <FilterControl filter={filter} value={values[filter.name] ?? ''} />
          </div>
        ))}
        <Button size="small" variant="secondary" icon="search">
          查询
        </Button>
        {isFiltered ? (
          <ButtonLink href={resetHref} size="small" variant="quiet">
            清除条件
          </ButtonLink>
        ) : null}
      </form>
    </search>
  );
}

function FilterControl({ filter, value }: { filter: Filter; value: string }) {
  const shared = { id: `filter-${filter.name}`, name: filter.name, defaultValue: value, className: 'control' };
  if (filter.kind === 'date') return <input type="date" {...shared} />;
  if (filter.kind === 'search') return <input type="search" placeholder={filter.placeholder} {...shared} />;
  return (
    <select {...shared}>
      <option value="">{filter.anyLabel ?? '全部'}</option>
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
