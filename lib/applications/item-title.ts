import type { Level } from './lifecycle';

export const levelNames: Record<Level, string> = { PRIMARY: '初级', INTERMEDIATE: '中级', SENIOR: '高级' };

/** 江苏省初级科技辅导员专业水平认证 (R42: without 青少年). */
export function itemTitle(item: { level: Level; cycle: { association: { provinceName: string } } }): string {
  return `${item.cycle.association.provinceName}${levelNames[item.level]}科技辅导员专业水平认证`;
}
