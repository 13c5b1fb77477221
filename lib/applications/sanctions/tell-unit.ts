import type { Transaction } from '@/lib/db/transaction';
import { type Channel, sendMessage } from '@/lib/messages/send-message';
import { type SanctionNews, toAdmin, toWriter } from '@/lib/notices/sanction-notices';
import { itemTitle } from '../item-title';
import type { SanctionEffect } from './sanction-effect';

interface Telling {
  tx: Transaction;
  sanction: { unitName: string; unit: { name: string } };
  effect: Pick<SanctionEffect, 'admins' | 'drafts'>;
  now: Date;
}

const everyWay: readonly Channel[] = ['SITE', 'SMS', 'MAIL'];

/** The notice to the unit, and to those who write a form from it; whose application is moved hears of the move. */
export async function tellUnit(telling: Telling, news: SanctionNews): Promise<void> {
  await tellAdmins(telling, news);
  await tellWriters(telling, news);
}

async function tellAdmins({ tx, sanction, effect, now }: Telling, news: SanctionNews): Promise<void> {
  const personIds = new Set(effect.admins.map(({ personId }) => personId));
  for (const personId of personIds) {
    const { subject, text } = toAdmin(sanction.unit.name, news);
    await sendMessage({ tx, personId, template: `sanction.${news.kind}`, subject, text, channels: everyWay, now });
  }
}

async function tellWriters({ tx, sanction, effect, now }: Telling, news: SanctionNews): Promise<void> {
  for (const draft of effect.drafts) {
    const notice = toWriter({ title: itemTitle(draft), unit: sanction.unit.name }, news);
    if (!notice) continue;
    const { subject, text } = notice;
    const template = `sanction.draft_${news.kind}`;
    const { id: applicationId, personId } = draft;
    await sendMessage({ tx, personId, applicationId, template, subject, text, channels: everyWay, now });
  }
}
