import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { StageSteps } from './stage-steps';
import { SummaryList } from './summary-list';
import { TaskList } from './task-list';
import { TurnCard } from './turn-card';

afterEach(cleanup);

describe('the head of an application', () => {
  it('answers where I am, whose turn it is, what comes next and by when', () => {
    render(
      <TurnCard where="等待盖章扫描件" turn={{ who: '申请人', isYours: true }} next="上传扫描件。" by="3月3日 23:59" />,
    );
    expect(screen.getByText('轮到您办理')).toBeTruthy();
    const answers = screen.getAllByRole('definition').map((answer) => answer.textContent);
    expect(answers).toEqual(['上传扫描件。', '等待盖章扫描件', '申请人', '3月3日 23:59']);
  });
});

describe('a task list', () => {
  it('links what can be done, tied to its state, and says why the rest must wait', () => {
    render(
      <TaskList
        label="各部分"
        tasks={[
          { title: '基本信息', href: '/basic', state: { label: '已完成', tone: 'success' } },
          { title: '提交', href: '/submit', state: { label: '暂不能开始', tone: 'neutral' }, blockedBy: '请先填完。' },
        ]}
      />,
    );
    const link = screen.getByRole('link', { name: '基本信息' });
    expect(document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent).toBe('已完成');
    expect(screen.queryByRole('link', { name: '提交' })).toBeNull();
    expect(screen.getByText('请先填完。')).toBeTruthy();
  });
});

describe('the stages', () => {
  it('mark the current one, say each state in words, and promise no date that is not known', () => {
    render(
      <StageSteps
        stages={[
          { title: '填写', state: 'done' },
          { title: '缴费', state: 'current' },
          { title: '笔试', state: 'ahead' },
        ]}
      />,
    );
    const [done, current, ahead] = screen.getAllByRole('listitem');
    expect(done?.textContent).toContain('已完成');
    expect(current?.getAttribute('aria-current')).toBe('step');
    expect(ahead?.textContent).toContain('待通知');
  });
});

describe('a summary', () => {
  it('says what each change link changes, and what is missing', () => {
    render(
      <SummaryList
        rows={[
          { term: '姓名', value: '王示例', change: { href: '#name' } },
          { term: '邮箱', value: null, missing: '未填写' },
        ]}
      />,
    );
    expect(screen.getByRole('link', { name: /修改\s?姓名/ }).getAttribute('href')).toBe('#name');
    expect(within(screen.getAllByRole('definition').at(-1) as HTMLElement).getByText('未填写')).toBeTruthy();
  });
});
