import { Icon } from '@/components/ui/icon';
import { lampLooks } from '@/lib/documents/scan/labels';

export type LampName = keyof typeof lampLooks;

/** What the machine says of a page: sign and words together, so that no colour has to be told apart. */
export function LampTag({ lamp }: { lamp: LampName }) {
  const { words, tone, icon } = lampLooks[lamp];
  return (
    <span className={`tag tag-${tone} lamp`}>
      <Icon name={icon} />
      {words}
    </span>
  );
}
