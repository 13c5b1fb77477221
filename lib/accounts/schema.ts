import { z } from 'zod';
import { type DocumentKind, documentKinds, parseIdNumber } from '@/lib/kernel/id-number';
import { parseMobile } from '@/lib/kernel/mobile';
import { parsePersonName } from '@/lib/kernel/person-name';
import { passwordFault } from './password-policy';

type Parsed = { ok: true; normalised: string } | { ok: false; because: string };

/** A text that a kernel parser reads; its sentence is the error. */
const parsedBy = (parse: (text: string) => Parsed) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      const result = parse(text);
      if (result.ok) return result.normalised;
      context.addIssue({ code: 'custom', message: result.because });
      return z.NEVER;
    });

export const mobileField = parsedBy(parseMobile);
export const personNameField = parsedBy(parsePersonName);

export const codeField = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
  .refine((code) => /^\d{6}$/.test(code), '请填写短信中的 6 位数字验证码。');

export const emailField = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFKC').trim())
  .refine(
    (email) => email === '' || z.email().max(254).safeParse(email).success,
    '邮箱格式不对，请按 name@example.com 的样子填写。',
  );

export const reasonField = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => [...text].length >= 5, '请写明原因，至少 5 个字。')
  .refine((text) => [...text].length <= 500, '最多 500 个字，请写得短一些。');

const anyPassword = z
  .string()
  .default('')
  .refine((password) => password !== '', '请填写密码。')
  .refine((password) => password.length <= 200, '密码不正确。');
const ticked = (sentence: string) =>
  z
    .string()
    .default('')
    .refine((value) => value === 'yes', sentence);

const documentFields = {
  documentKind: z.enum(documentKinds, '请选择证件类型。'),
  documentNumber: z.string().default(''),
};

interface TypedDocument {
  documentKind: DocumentKind;
  documentNumber: string;
}

/** Said together with the faults of the other fields, not one round later. */
const together = <Typed>(path: string, faultOf: (typed: Typed) => string | null) => ({
  path: [path],
  when: () => true,
  error: (issue: { input?: unknown }) => faultOf(issue.input as Typed) ?? '',
});

function documentFault({ documentKind, documentNumber }: TypedDocument): string | null {
  if (!documentKinds.includes(documentKind)) return null;
  const result = parseIdNumber(documentKind, documentNumber);
  return result.ok ? null : result.because;
}

const rightDocument = together('documentNumber', documentFault);
const isRightDocument = (typed: TypedDocument): boolean => documentFault(typed) === null;

/** The document as it is kept: its own kind, number, birthday and sex. */
function readDocument({ documentKind, documentNumber }: TypedDocument) {
  const result = parseIdNumber(documentKind, documentNumber);
  if (!result.ok) throw new Error('a document was not checked before it was read');
  return result;
}

interface TypedAccount extends TypedDocument {
  password: string;
  mobile: unknown;
  name: unknown;
}

function newPasswordFault({ password, mobile, name, documentNumber }: TypedAccount): string | null {
  const known = {
    mobile: textOf(mobile),
    name: textOf(name),
    documentNumber: documentNumber.replace(/\s/g, '').toUpperCase(),
  };
  return passwordFault(password, known);
}

/** A field that was refused holds no text. */
const textOf = (field: unknown): string | undefined => (typeof field === 'string' ? field : undefined);

export const sendCodeInput = z.object({ mobile: mobileField });

export const registerInput = z
  .object({
    mobile: mobileField,
    code: codeField,
    name: personNameField,
    ...documentFields,
    password: z.string().default(''),
    privacy: ticked('请阅读《个人信息处理规则》，同意后勾选。'),
    truthfulness: ticked('请阅读并勾选真实信息承诺。'),
  })
  .refine(isRightDocument, rightDocument)
  .refine((typed) => newPasswordFault(typed) === null, together('password', newPasswordFault))
  .transform((typed) => {
    const { mobile, code, name, password } = typed;
    return { mobile, code, name, password, document: readDocument(typed) };
  });
export type RegisterInput = z.output<typeof registerInput>;

/** A mobile or ID number as it is looked up. */
const accountField = z
  .string()
  .default('')
  .transform((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s\-‐-―]/g, '')
      .toUpperCase(),
  )
  .refine((account) => account !== '', '请填写手机号或证件号码。');

export const findPersonInput = z.object({ account: accountField });

export const signInInput = z.object({
  account: accountField,
  password: anyPassword,
  next: z.string().optional(),
  privacy: z.string().optional(),
});
export type SignInInput = z.output<typeof signInInput>;

export const resetPasswordInput = z.object({ mobile: mobileField, code: codeField, password: z.string().default('') });

export const recoveryInput = z
  .object({ mobile: mobileField, code: codeField, name: personNameField, ...documentFields, reason: reasonField })
  .refine(isRightDocument, rightDocument)
  .transform((typed) => {
    const { mobile, code, name, reason } = typed;
    return { mobile, code, name, reason, documentNumber: readDocument(typed).normalised };
  });

export const changePasswordInput = z.object({ currentPassword: anyPassword, password: z.string().default('') });
export const changeMobileInput = z.object({ currentPassword: anyPassword, mobile: mobileField, code: codeField });
export const changeEmailInput = z.object({ email: emailField });
export const switchRoleInput = z.object({ grantId: z.union([z.literal('applicant'), z.uuid()]) });
export const endSessionInput = z.object({ sessionId: z.union([z.literal('others'), z.uuid()]) });
export const withdrawConsentInput = z.object({ document: z.literal('privacy') });
export const revealInput = z.object({ what: z.enum(['document', 'phone']) });

export const dataRequestInput = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('CORRECT_NAME'), name: personNameField, reason: reasonField }),
    z
      .object({ kind: z.literal('CORRECT_DOCUMENT'), ...documentFields, reason: reasonField })
      .refine(isRightDocument, rightDocument),
    z.object({
      kind: z.literal('CLOSE_ACCOUNT'),
      reason: reasonField,
      sure: ticked('请勾选，确认已经了解注销的后果。'),
    }),
  ])
  .transform((typed) => {
    const { kind, reason } = typed;
    if (typed.kind === 'CORRECT_NAME') return { kind, reason, proposed: typed.name };
    if (typed.kind === 'CLOSE_ACCOUNT') return { kind, reason, proposed: '' };
    const document = readDocument(typed);
    return { kind, reason, proposed: `${document.kind}:${document.normalised}` };
  });
export type DataRequestInput = z.output<typeof dataRequestInput>;

export const decideInput = z.object({
  id: z.uuid(),
  decision: z.enum(['grant', 'refuse'], '请选择通过或不通过。'),
  note: reasonField,
});

export const grantableRoles = [
  'REVIEWER',
  'FINANCE',
  'NATIONAL_STAFF',
  'EXPERT',
  'EXAMINER',
  'AUDITOR',
  'SYSTEM_ADMIN',
] as const;

export const grantRoleInput = z.object({
  personId: z.uuid(),
  role: z.enum(grantableRoles, '请选择身份。'),
  associationId: z.string().default(''),
});
export const revokeRoleInput = z.object({ grantId: z.uuid(), note: reasonField });
export const setDisabledInput = z.object({ personId: z.uuid(), disabled: z.enum(['yes', 'no']), note: reasonField });
