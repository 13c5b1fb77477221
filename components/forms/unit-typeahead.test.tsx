import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { UnitTypeahead } from './unit-typeahead';

afterEach(cleanup);

const units = [
  { id: 'u1', title: '南京市示例中学', detail: '玄武区' },
  { id: 'u2', title: '南京市示例小学', detail: '鼓楼区' },
];
const search = async (text: string) => units.filter((unit) => unit.title.includes(text));
const chosenId = () => document.querySelector<HTMLInputElement>('input[name=unitId]')?.value;

function show() {
  render(
    <UnitTypeahead
      name="unitName"
      idName="unitId"
      label="工作单位"
      search={search}
      notFound={<a href="/add">添加单位</a>}
    />,
  );
  return screen.getByRole('combobox', { name: '工作单位' });
}

describe('the choice of a unit', () => {
  it('is made with the keyboard alone', async () => {
    const input = show();
    await userEvent.type(input, '示例');
    expect(await screen.findAllByRole('option')).toHaveLength(2);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(input.getAttribute('aria-activedescendant')).toBe('unitName-list-1');
    await userEvent.keyboard('{Enter}');
    expect(input).toHaveProperty('value', '南京市示例小学');
    expect(chosenId()).toBe('u2');
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('is taken back when the text is changed by hand', async () => {
    const input = show();
    await userEvent.type(input, '示例');
    await userEvent.click((await screen.findAllByRole('option'))[0] as HTMLElement);
    expect(chosenId()).toBe('u1');
    await userEvent.type(input, '分校');
    expect(chosenId()).toBe('');
  });

  it('offers to add a unit that is not known', async () => {
    await userEvent.type(show(), '没有的学校');
    expect(await screen.findByRole('link', { name: '添加单位' })).toBeTruthy();
  });
});
