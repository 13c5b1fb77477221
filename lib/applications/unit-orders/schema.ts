import { z } from 'zod';
import { mostInOrder } from './terms';

const oneOrMany = z.union([z.uuid(), z.array(z.uuid())]).optional();

export const makeUnitOrderInput = z.object({
  application: oneOrMany
    .transform((given) => [...new Set([given ?? []].flat())])
    .refine((ids) => ids.length > 0, '请至少选择一位申请人。')
    .refine((ids) => ids.length <= mostInOrder, `一个订单最多 ${mostInOrder} 人，请分几个订单缴费。`),
});
export type MakeUnitOrderInput = z.output<typeof makeUnitOrderInput>;
