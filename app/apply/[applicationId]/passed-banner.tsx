import { Banner } from '@/components/ui/banner';
import type { PassedMessage } from '@/lib/web/passed-message';

/** The sentence that an upload or a download without scripts came back with. */
export function PassedBanner({ message }: { message: PassedMessage | null }) {
  if (!message) return null;
  return (
    <div className="mb-6">
      <Banner tone={message.tone} title={message.text} live />
    </div>
  );
}
