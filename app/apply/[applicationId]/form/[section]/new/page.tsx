import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';

interface Props {
  params: Promise<{ applicationId: string; section: string }>;
}

/** A new row has its address from the start, so that reloading or autosaving never makes a second one. */
export default async function NewRowPage({ params }: Props) {
  const { applicationId, section } = await params;
  redirect(`/apply/${applicationId}/form/${section}/${randomUUID()}`);
}
