import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MyMenu } from './my-menu';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

afterEach(cleanup);

describe('the header', () => {
  it('always shows who is signed in, in which role, and the way out as a form', () => {
    render(<SiteHeader person={{ name: '王示例', role: '申请人' }} signOut="/sign-out" />);
    expect(screen.getByText('王示例')).toBeTruthy();
    expect(screen.getByText('申请人')).toBeTruthy();
    const out = screen.getByRole('button', { name: '退出' });
    expect(out.closest('form')?.getAttribute('method')).toBe('post');
    expect(screen.queryByRole('link', { name: '登录' })).toBeNull();
  });

  it('offers sign-in and registration to everybody else', () => {
    render(<SiteHeader current="notices" />);
    expect(screen.getByRole('link', { name: '登录' }).getAttribute('href')).toBe('/sign-in');
    expect(screen.getByRole('link', { name: '注册' }).getAttribute('href')).toBe('/register');
    const navigation = screen.getByRole('navigation', { name: '网站导航' });
    expect(
      within(navigation)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['首页', '公告', '全部认证', '证书查询']);
    expect(within(navigation).getByRole('link', { name: '公告' }).getAttribute('aria-current')).toBe('page');
  });
});

describe('the personal menu', () => {
  it('has the four entries of the notice in its order', () => {
    render(<MyMenu current="orders" />);
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      '我的认证',
      '考试中心',
      '我的订单',
      '证书管理',
    ]);
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('我的订单');
  });
});

describe('the footer', () => {
  it('says that nobody is authorised to apply for others', () => {
    render(<SiteFooter issuer="示例协会" />);
    expect(screen.getByText(/从未委托或授权任何校外机构或个人/)).toBeTruthy();
  });
});
