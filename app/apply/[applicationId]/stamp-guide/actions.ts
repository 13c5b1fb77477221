'use server';

import { lockNamedApplication } from '@/lib/applications/lock-application';
import { mailForm } from '@/lib/applications/mail-form';
import { judge } from '@/lib/applications/policy';
import { mailFormInput } from '@/lib/applications/schema';
import { action } from '@/lib/web/action';

export const mailFormAction = action({
  input: mailFormInput,
  load: lockNamedApplication,
  judge: (actor, application, now) => judge(actor, 'mail_form', application, now),
  run: mailForm,
  after: ({ input }) => ({ message: `已发往 ${input.email}，一般几分钟内收到。没有收到时请看垃圾邮件。` }),
});
