import { itemTitle as titleOf } from '@/lib/catalogue/labels';
import type { Level } from './lifecycle';

/** 江苏省初级科技辅导员专业水平认证 of a loaded application. */
export function itemTitle(item: { level: Level; cycle: { association: { provinceName: string } } }): string {
  return titleOf(item.cycle.association.provinceName, item.level);
}
