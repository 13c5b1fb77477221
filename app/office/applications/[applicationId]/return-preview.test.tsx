import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it } from 'vitest';
import { FormShell } from '@/components/forms/form-shell';
import type { FormState } from '@/lib/kernel/form-state';
import { ReasonChoices } from './reason-choices';
import { ReturnPreview } from './return-preview';

afterEach(cleanup);

const reasonOf = (code: string, group: string, label: string) => ({
  ...{ code, group, label, advice: '', associationId: null, check: null, isActive: true, position: 1, revision: 0 },
});
const reasons = [reasonOf('SEAL_MISSING', 'STAMP', '没有加盖单位公章'), reasonOf('OTHER', 'OTHER', '其他')];
const stamped = { total: 10, signed: [9, 10], unread: [] };

function Form({ initial }: { initial?: FormState }) {
  return (
    <FormShell action={async () => ({ status: 'idle' })} initial={initial}>
      <ReasonChoices reasons={reasons} prefix="return" pages={stamped.total} />
      <ReturnPreview stamped={stamped} stampCodes={['SEAL_MISSING']} />
    </FormShell>
  );
}

it('says which pages go back while they are ticked, and sends what it said', async () => {
  const { container } = render(<Form />);
  await userEvent.click(screen.getByLabelText(/没有加盖单位公章$/));
  expect(screen.getByText('将退回第 9、10 页，其余 8 页有效。')).toBeTruthy();
  await userEvent.click(screen.getByLabelText('第 3 页'));
  expect(screen.getByText('将退回第 3 页，其余 9 页有效。')).toBeTruthy();
  expect(container.querySelector('[name=seenPages]')).toHaveProperty('value', '3');
});

it('offers the pages of the form, and only beside reasons about the stamp', () => {
  render(<Form />);
  expect(screen.getAllByLabelText(/^第 \d+ 页$/)).toHaveLength(10);
  expect(screen.getAllByLabelText(/：页码或栏目$/)).toHaveLength(1);
});

it('keeps the ticks and says the pages when the server draws it, without scripts', () => {
  const values = { reason: 'SEAL_MISSING', 'page.SEAL_MISSING': ['3', '7'], 'note.SEAL_MISSING': '第 3 页第 2 处', seenPages: '' };
  const html = renderToStaticMarkup(<Form initial={{ status: 'refused', values }} />);
  const page = new DOMParser().parseFromString(html, 'text/html');
  const ticked = [...page.querySelectorAll('input[checked]')].map((input) => input.getAttribute('value'));
  expect(ticked).toEqual(['SEAL_MISSING', '3', '7']);
  expect(page.querySelector('[name=seenPages]')?.getAttribute('value')).toBe('3,7');
  expect(html).toContain('将退回第 3、7 页，其余 8 页有效。');
  expect(html).toContain('value="第 3 页第 2 处"');
});
