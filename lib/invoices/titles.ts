import { z } from 'zod';
import { parseCreditCode } from '@/lib/kernel/credit-code';
import { type TitleKind, titleKinds } from './labels';

export interface TitleFacts {
  kind: TitleKind;
  title: string;
  taxNumber: string;
  email: string;
}

const title = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, '请填写发票抬头。')
      .max(100, '发票抬头最多 100 个字。')
      .refine((text) => text === '' || (/\p{L}/u.test(text) && [...text].length >= 2), '请填写完整的名称，例如姓名或单位全称。'),
  );

const email = z
  .string()
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(z.string().min(1, '请填写接收邮箱。').max(254, '邮箱最多 254 个字符。'))
  .refine((text) => text === '' || z.email().safeParse(text).success, '请填写正确的邮箱，例如 name@example.com。');

/** A person has no tax number, a company must have one, a public unit may. */
export const titleInput = z
  .object({ kind: z.enum(titleKinds, '请选择发票类型。'), title, taxNumber: z.string().max(40).default(''), email })
  .transform((input, context): TitleFacts => {
    const { kind } = input;
    const isEmpty = input.taxNumber.trim() === '';
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['taxNumber'], message });
    if (kind === 'INDIVIDUAL') {
      if (!isEmpty) refuse('个人发票不填纳税人识别号。');
      return { ...input, taxNumber: '' };
    }
    if (isEmpty) {
      if (kind === 'COMPANY') refuse('开给单位的发票须填写纳税人识别号（统一社会信用代码）。');
      return { ...input, taxNumber: '' };
    }
    const parsed = parseCreditCode(input.taxNumber);
    if (!parsed.ok) refuse(parsed.because.replace('统一社会信用代码', '纳税人识别号'));
    return { ...input, taxNumber: parsed.ok ? parsed.normalised : '' };
  });
