import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ErrorPage, NotFoundPage } from './error-page';

test('a fault says that nothing is lost, the number to tell on the phone, and the way home', () => {
  render(
    <ErrorPage title="系统出了故障" reference="2903418557">
      <p>已经保存的内容都在。</p>
    </ErrorPage>,
  );
  expect(screen.getByRole('heading', { level: 1, name: '系统出了故障' })).toBeTruthy();
  expect(screen.getByText('已经保存的内容都在。')).toBeTruthy();
  expect(screen.getByText('2903418557')).toBeTruthy();
  expect(screen.getByRole('link', { name: '返回首页' }).getAttribute('href')).toBe('/');
});

test('a page that is not there leads on, and does not say whether it is somebody else’s', () => {
  render(<NotFoundPage />);
  expect(screen.getByText(/地址可能输错了，页面可能已移走，或者您当前的身份不能查看/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '我的认证' }).getAttribute('href')).toBe('/my/certifications');
});
