import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import type { Actor } from '@/lib/kernel/actor';
import { barOf } from '@/lib/sanctions/in-force';
import { periodWords } from '@/lib/sanctions/labels';
import { ownSanction } from '@/lib/sanctions/sanction-queries';

/** Said on top of the unit's desk while nobody of it can apply. */
export async function UnitBarred({ actor, now }: { actor: Actor; now: Date }) {
  const sanction = await ownSanction(actor, now);
  if (!sanction) return null;
  const bar = barOf(sanction);
  const isAppealed = sanction.hasOpenAppeal;
  return (
    <Banner
      tone="danger"
      title="本单位被取消三年内认证申报资格"
      action={<ButtonLink href="/unit/sanction">{isAppealed ? '查看决定和申诉' : '查看决定，提出申诉'}</ButtonLink>}
    >
      {periodWords(bar)}，决定文号：{bar.decisionNumber}。在此期间本单位人员不能申报或提交。
      {isAppealed ? '申诉正在处理。' : '如有异议，可以申诉。'}
    </Banner>
  );
}
