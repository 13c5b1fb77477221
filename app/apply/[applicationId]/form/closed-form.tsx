import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';

/** In place of the inputs, when the form cannot be changed now. */
export function ClosedForm({ applicationId, because }: { applicationId: string; because: string }) {
  return (
    <Banner
      tone="warning"
      title="现在不能修改申报书"
      action={<ButtonLink href={`/apply/${applicationId}`}>回到我的申报</ButtonLink>}
    >
      {because}
    </Banner>
  );
}
