'use server';

import { lockNotice, noticeToSave } from '@/lib/catalogue/lock-notice';
import { publishNoticeInput, saveNoticeInput, withdrawNoticeInput } from '@/lib/catalogue/notice-input';
import { judgeNotice } from '@/lib/catalogue/policy';
import { publishNotice } from '@/lib/catalogue/publish-notice';
import { saveNotice } from '@/lib/catalogue/save-notice';
import { withdrawNotice } from '@/lib/catalogue/withdraw-notice';
import { action } from '@/lib/web/action';

export const saveNoticeAction = action({
  input: saveNoticeInput,
  load: (tx, input, actor) => noticeToSave(tx, input.noticeId, actor),
  judge: (actor, notice) => judgeNotice(actor, 'save', notice),
  run: saveNotice,
  after: ({ result }) => ({ redirectTo: `/office/notices/${result.noticeId}?saved=1` }),
});

export const publishNoticeAction = action({
  input: publishNoticeInput,
  load: (tx, input) => lockNotice(tx, input.noticeId),
  judge: (actor, notice) => judgeNotice(actor, 'publish', notice),
  run: publishNotice,
  after: () => ({ message: '已发布。', refresh: ['/office/notices', '/notices', '/'] }),
});

export const withdrawNoticeAction = action({
  input: withdrawNoticeInput,
  load: (tx, input) => lockNotice(tx, input.noticeId),
  judge: (actor, notice) => judgeNotice(actor, 'withdraw', notice),
  run: withdrawNotice,
  after: () => ({ message: '已撤回。', refresh: ['/office/notices', '/notices', '/'] }),
});
