import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FormState } from '@/lib/kernel/form-state';
import { CheckboxField } from './checkbox-field';
import { FormShell } from './form-shell';
import { RadioGroup } from './radio-group';
import { SelectField } from './select-field';
import { SubmitButton } from './submit-button';
import { TextArea } from './text-area';
import { TextField } from './text-field';

afterEach(cleanup);

const refusal: FormState = {
  status: 'refused',
  fieldErrors: { name: ['请填写姓名。'], category: ['请选择申报类别。'] },
  values: { name: '', summary: '业绩', category: 'b', education: 'MASTER', agreed: 'yes' },
};

function Form({
  action,
  initial,
}: {
  action: (previous: FormState, data: FormData) => Promise<FormState>;
  initial?: FormState;
}) {
  return (
    <FormShell action={action} fields={{ applicationId: 'a1' }} initial={initial}>
      <TextField name="name" label="姓名" hint="与身份证一致" />
      <TextArea name="summary" label="主要业绩" maxCodePoints={3} optional />
      <SelectField name="education" label="最高学历" options={[{ value: 'MASTER', label: '硕士' }]} />
      <RadioGroup
        name="category"
        label="申报类别"
        options={[
          { value: 'a', label: '幼儿园教师' },
          { value: 'b', label: '中小学教师' },
        ]}
      />
      <CheckboxField name="agreed" label="本人承诺真实" />
      <SubmitButton>保存</SubmitButton>
    </FormShell>
  );
}

describe('a form', () => {
  it('sends what was typed together with the hidden fields', async () => {
    const action = vi.fn(
      async (_previous: FormState, _data: FormData): Promise<FormState> => ({ status: 'done', message: '已保存。' }),
    );
    render(<Form action={action} />);
    await userEvent.type(screen.getByLabelText('姓名'), '王示例');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    expect((await screen.findByText('已保存。')).closest('[role=status]')).toBeTruthy();
    const data = action.mock.calls[0]?.[1];
    expect(data?.get('name')).toBe('王示例');
    expect(data?.get('applicationId')).toBe('a1');
  });

  it('lists refusals on top, linked to the inputs, and moves the focus there', async () => {
    render(<Form action={async () => refusal} />);
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    const summary = await screen.findByRole('alert');
    await waitFor(() => expect(document.activeElement).toBe(summary));
    await userEvent.click(within(summary).getByRole('link', { name: '请填写姓名。' }));
    expect(document.activeElement).toBe(screen.getByLabelText('姓名'));
    await userEvent.click(within(summary).getByRole('link', { name: '请选择申报类别。' }));
    expect(document.activeElement).toBe(screen.getByLabelText('幼儿园教师'));
  });

  it('says the same words beside the input, and ties them to it', async () => {
    render(<Form action={async () => refusal} />);
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByRole('alert');
    const input = screen.getByLabelText('姓名');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-describedby')).toBe('name-hint name-error');
    expect(document.getElementById('name-error')?.textContent).toContain('请填写姓名。');
    expect(screen.getByRole('group', { name: '申报类别' }).getAttribute('aria-describedby')).toBe('category-error');
  });

  it('keeps what was typed when it is refused', async () => {
    render(<Form action={async () => ({ status: 'refused', message: '现在不能保存。' })} />);
    await userEvent.type(screen.getByLabelText(/主要业绩/), '很长');
    await userEvent.click(screen.getByLabelText('中小学教师'));
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText('现在不能保存。');
    expect(screen.getByLabelText(/主要业绩/)).toHaveProperty('value', '很长');
    expect(screen.getByLabelText('中小学教师')).toHaveProperty('checked', true);
  });

  it('keeps everything and says so when the line is down', async () => {
    render(<Form action={async () => Promise.reject(new TypeError('Failed to fetch'))} />);
    await userEvent.type(screen.getByLabelText('姓名'), '王示例');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText(/网络连接中断/);
    expect(screen.getByLabelText('姓名')).toHaveProperty('value', '王示例');
  });

  it('is sent once, however often the button is pressed', async () => {
    let finish: (state: FormState) => void = () => undefined;
    const action = vi.fn(
      () =>
        new Promise<FormState>((resolve) => {
          finish = resolve;
        }),
    );
    render(<Form action={action} />);
    const button = screen.getByRole('button', { name: '保存' });
    await userEvent.dblClick(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.textContent).toBe('正在提交…');
    await userEvent.click(button);
    expect(action).toHaveBeenCalledTimes(1);
    finish({ status: 'done' });
    await waitFor(() => expect(button.textContent).toBe('保存'));
  });

  it('draws the answer without scripts: errors, and everything that was typed', () => {
    document.body.innerHTML = renderToStaticMarkup(<Form action={async () => refusal} initial={refusal} />);
    expect(screen.getByRole('heading', { name: '请修改以下 2 处' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '请填写姓名。' }).getAttribute('href')).toBe('#name');
    expect(screen.getByLabelText(/主要业绩/)).toHaveProperty('value', '业绩');
    expect(screen.getByLabelText('最高学历')).toHaveProperty('value', 'MASTER');
    expect(screen.getByLabelText('中小学教师')).toHaveProperty('checked', true);
    expect(screen.getByLabelText('本人承诺真实')).toHaveProperty('checked', true);
    document.body.innerHTML = '';
  });
});

describe('a text area', () => {
  it('counts a rare character once and says when there is too much', async () => {
    render(<Form action={async () => refusal} />);
    expect(screen.getByText('0 / 3 字')).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/主要业绩/), '𠮷示例了');
    expect(screen.getByText('已超出 1 字，最多 3 字')).toBeTruthy();
  });
});
