import type { Lamp } from './finding';

interface LampLook {
  words: string;
  tone: 'success' | 'warning' | 'danger' | 'neutral';
  icon: 'done' | 'info' | 'warning' | 'alert' | 'clock';
}

/** A lamp is never its colour alone. Null: not examined yet. */
export const lampLooks: Record<Lamp | 'WAITING', LampLook> = {
  GREEN: { words: '没有发现问题', tone: 'success', icon: 'done' },
  GREY: { words: '没有全部比对', tone: 'neutral', icon: 'info' },
  AMBER: { words: '请再看一眼', tone: 'warning', icon: 'warning' },
  RED: { words: '不能使用', tone: 'danger', icon: 'alert' },
  WAITING: { words: '正在检查', tone: 'neutral', icon: 'clock' },
};
