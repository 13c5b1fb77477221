'use client';

import { useEffect, useState } from 'react';
import { nextTick, timeLeft } from './time-left';

interface CountdownProps {
  /** The deadline, as an ISO instant. */
  until: string;
  /** The server's clock when the page was drawn: the device's own clock is not believed. */
  now: string;
  endedText?: string;
}

const longestTimer = 60 * 60 * 1000;

export function Countdown({ until, now, endedText = '已截止' }: CountdownProps) {
  const total = Date.parse(until) - Date.parse(now);
  const [left, setLeft] = useState(total);

  useEffect(() => {
    const startedAt = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const rest = total - (Date.now() - startedAt);
      setLeft(rest);
      clearTimeout(timer);
      if (rest > 0) timer = setTimeout(tick, Math.min(nextTick(rest), longestTimer));
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [total]);

  return (
    <span role="timer" className="whitespace-nowrap">
      {timeLeft(left) ?? endedText}
    </span>
  );
}
