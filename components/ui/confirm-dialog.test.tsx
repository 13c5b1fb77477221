import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfirmDialog } from './confirm-dialog';

afterEach(cleanup);

const dialog = (
  <ConfirmDialog id="submit" trigger="提交申报" title="提交后不允许更换级别">
    <button type="submit">确认提交</button>
  </ConfirmDialog>
);

describe('a confirmation', () => {
  it('opens over the page and goes back without doing anything', async () => {
    render(dialog);
    expect(document.querySelector('dialog')?.open).toBe(false);
    await userEvent.click(screen.getByRole('link', { name: '提交申报' }));
    expect(screen.getByRole('dialog', { name: '提交后不允许更换级别' })).toHaveProperty('open', true);
    await userEvent.click(screen.getByRole('link', { name: '返回，暂不办理' }));
    expect(document.querySelector('dialog')?.open).toBe(false);
  });

  it('is a part of the page without scripts, which the trigger leads to', () => {
    const markup = renderToStaticMarkup(dialog);
    expect(markup).toContain('href="#submit"');
    expect(markup).toContain('<dialog id="submit"');
    expect(markup).toContain('确认提交');
  });
});
