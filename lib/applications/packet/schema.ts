import { z } from 'zod';

export const mostInPacket = 100;

const oneOrMany = z.union([z.uuid(), z.array(z.uuid())]).optional();

export const requestPacketInput = z.object({
  application: oneOrMany
    .transform((given) => [...new Set([given ?? []].flat())])
    .refine((ids) => ids.length > 0, '请至少选择一份申报书。')
    .refine((ids) => ids.length <= mostInPacket, `一次最多 ${mostInPacket} 份，请分几次生成。`),
  sides: z.enum(['single', 'double']).catch('single'),
  which: z.enum(['needed', 'all']).catch('needed'),
});
export type RequestPacketInput = z.output<typeof requestPacketInput>;
