import { z } from 'zod';
import { parsePlainDate } from '@/lib/kernel/dates';
import { parseTypedDate } from '@/lib/kernel/typed-date';

const id = z.uuid('页面内容不完整，请刷新后再试。');
const maybeId = z.union([z.literal('').transform(() => null), id]).default(null);
const prose = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `最多 ${most} 个字。`)
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .default('');

const issuedOn = z.string().transform((text, context) => {
  const day = parsePlainDate(parseTypedDate(text) ?? '');
  if (day) return day;
  context.addIssue({ code: 'custom', message: '请填写真实的发文日期，例如 2025-01-20。' });
  return z.NEVER;
});

export const saveNoticeInput = z.object({
  /** Left out for a new notice. */
  noticeId: maybeId,
  revision: z.coerce.number().int().min(0).default(0),
  cycleId: maybeId,
  supplementsId: maybeId,
  documentNumber: z
    .string()
    .trim()
    .max(60, '文号最多 60 个字。')
    .refine((text) => text === '' || /〔\d{4}〕/.test(text), '文号的年份请用六角括号，例如 苏青科教发〔2025〕5号。')
    .default(''),
  title: z.string().trim().min(1, '请填写标题。').max(200, '标题最多 200 个字。'),
  issuer: z.string().trim().min(1, '请填写发文单位。').max(100, '发文单位最多 100 个字。'),
  issuedOn,
  salutation: prose(100),
  body: prose(50_000).refine((text) => text.length > 0, '请填写正文。'),
  annexTitle: prose(200),
  annexBody: prose(50_000),
  /** Asked for when a published notice is changed. */
  reason: prose(500),
});
export type SaveNotice = z.output<typeof saveNoticeInput>;

export const publishNoticeInput = z.object({ noticeId: id });

export const withdrawNoticeInput = z.object({
  noticeId: id,
  reason: z.string().trim().min(4, '请写明撤回的原因，至少 4 个字。').max(500, '原因最多 500 个字。'),
});
