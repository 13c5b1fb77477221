import { z } from 'zod';

const oneOrMany = z.union([z.uuid(), z.array(z.uuid())]).optional();

export const makeUnitOrderInput = z.object({
  application: oneOrMany
    .transform((given) => [...new Set([given ?? []].flat())])
    .refine((ids) => ids.length > 0, '请至少选择一位申请人。')
    // What the cycle allows may be fewer.
    .refine((ids) => ids.length <= 500, '一次最多选择 500 人，请分几个订单缴费。'),
});
export type MakeUnitOrderInput = z.output<typeof makeUnitOrderInput>;
