'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FormState } from '@/lib/kernel/form-state';
import { lockLooseFile, removeLooseFile } from '@/lib/sanctions/attach-files';
import { lockSanction } from '@/lib/sanctions/lock-sanction';
import { lodgeAppeal } from '@/lib/sanctions/lodge-appeal';
import { judgeOwnFile, judgeSanction } from '@/lib/sanctions/policy';
import { lodgeAppealInput, sanctionFileInput } from '@/lib/sanctions/schema';
import { action } from '@/lib/web/action';
import { pageActor } from '@/lib/web/page-actor';

const page = '/unit/sanction';

export const lodgeAppealAction = action({
  input: lodgeAppealInput,
  load: lockSanction,
  judge: (actor, sanction, now) => judgeSanction(actor, 'appeal', sanction, now),
  run: lodgeAppeal,
  after: () => ({ redirectTo: `${page}?done=yes` }),
});

export const removeAppealFileAction = action({
  input: sanctionFileInput,
  load: lockLooseFile,
  judge: judgeOwnFile,
  run: removeLooseFile,
  after: () => ({ refresh: [page] }),
});

/** The file itself was judged and recorded when it arrived; the page only has to show it. */
export async function appealFileUploadedAction(fileId: string): Promise<FormState> {
  await pageActor();
  revalidatePath(page);
  return { status: 'done', values: { id: z.uuid().parse(fileId) } };
}
