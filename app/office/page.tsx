import { redirect } from 'next/navigation';
import { officeActor } from '@/lib/web/page-actor';
import { officeMenu } from './office-menu';

/** Each role starts at its own first queue. */
export default async function OfficePage() {
  const actor = await officeActor();
  const [first] = officeMenu(actor, { waiting: 0, mine: 0, returned: 0, sanctions: 0 });
  redirect(first?.items[0]?.href ?? '/');
}
