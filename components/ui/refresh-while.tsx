'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Draws the page again every few seconds while something is under way, for instance the check of an upload. */
export function RefreshWhile({ isActive, seconds = 3 }: { isActive: boolean; seconds?: number }) {
  const router = useRouter();
  useEffect(() => {
    if (!isActive) return;
    const timer = setInterval(() => router.refresh(), seconds * 1000);
    return () => clearInterval(timer);
  }, [isActive, seconds, router]);
  return null;
}
