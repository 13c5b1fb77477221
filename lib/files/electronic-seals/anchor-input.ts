import { z } from 'zod';

const reasonField = (sentence: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => [...text].length >= 4, sentence)
    .refine((text) => [...text].length <= 500, '最多 500 个字，请写得短一些。');

export const addAnchorInput = z.object({
  name: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => [...text].length >= 2, '请填写发证机构的名称。')
    .refine((text) => [...text].length <= 100, '名称最多 100 个字。'),
  certificate: z.string().default('').refine((text) => text.length <= 20_000, '内容太长，请只粘贴一个证书。'),
  reason: reasonField('请写明为什么信任它、证书从哪里取得。'),
});
export type AddAnchorInput = z.output<typeof addAnchorInput>;

export const approveAnchorInput = z.object({ anchorId: z.uuid() });
export const retireAnchorInput = z.object({ anchorId: z.uuid(), reason: reasonField('请写明停用的原因。') });
