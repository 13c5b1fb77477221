import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Prose } from './prose';

afterEach(cleanup);

describe('running text', () => {
  it('becomes headings, paragraphs, lists and links', () => {
    render(<Prose text={'第一行\n第二行\n\n## 一、时间\n1. **申报**\n2. 笔试\n\n- 见[通知](/notices/1)'} />);
    expect(screen.getByRole('heading', { level: 2, name: '一、时间' })).toBeTruthy();
    expect(screen.getAllByRole('list')).toHaveLength(2);
    expect(screen.getByRole('link', { name: '通知' }).getAttribute('href')).toBe('/notices/1');
    expect(document.querySelector('strong')?.textContent).toBe('申报');
    expect(document.querySelector('p')?.innerHTML).toBe('第一行<br>第二行');
  });

  it('goes on counting where the text does', () => {
    render(<Prose text="3. 第三条" />);
    expect(screen.getByRole('list').getAttribute('start')).toBe('3');
  });

  it('links a bare address and leaves the full stop out', () => {
    render(<Prose text="登录 https://example.com/a?b=1。" />);
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://example.com/a?b=1');
  });

  it.each([
    '[点我](javascript:alert(1))',
    '[点我](//evil.example/a)',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
  ])('shows %s as words', (text) => {
    const { container } = render(<Prose text={text} />);
    expect(container.querySelector('a, script, img')).toBeNull();
    expect(container.textContent).toContain(text.slice(0, 5));
  });
});
