import type { Transaction } from '@/lib/db/transaction';
import { type Channel, sendMessage } from '@/lib/messages/send-message';
import { type AccountNotice, accountNotices, noticeText } from './account-notices';

interface Telling {
  tx: Transaction;
  personId: string;
  notice: AccountNotice;
  blanks?: Parameters<typeof noticeText>[1];
  /** A number other than the account's, for instance the old one. */
  mobile?: string;
  channels?: readonly Channel[];
  now: Date;
}

/** A message about the account itself, on the site and by SMS unless said otherwise. */
export async function tellPerson({ tx, personId, notice, blanks, mobile, channels, now }: Telling): Promise<void> {
  await sendMessage({
    tx,
    personId,
    address: mobile,
    template: `account.${notice}`,
    subject: accountNotices[notice].subject,
    text: noticeText(notice, blanks),
    channels: channels ?? ['SITE', 'SMS'],
    now,
  });
}
