import { act, cleanup, render, screen } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Countdown } from './countdown';

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime('2031-07-01T00:00:00Z');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the countdown', () => {
  it('is drawn by the server, readable without scripts', () => {
    expect(renderToStaticMarkup(<Countdown now="2025-03-01T11:40:00Z" until="2025-03-03T15:59:59Z" />)).toContain(
      '还剩 2 天 4 小时',
    );
  });

  it('goes by the server clock, though the clock of this device is years off', () => {
    render(<Countdown now="2025-03-03T15:59:50Z" until="2025-03-03T15:59:59Z" />);
    expect(screen.getByRole('timer').textContent).toBe('还剩 0 分 09 秒');
    act(() => vi.advanceTimersByTime(4000));
    expect(screen.getByRole('timer').textContent).toBe('还剩 0 分 05 秒');
    act(() => vi.advanceTimersByTime(6000));
    expect(screen.getByRole('timer').textContent).toBe('已截止');
  });
});
