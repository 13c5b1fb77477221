import { UploadBox } from '@/components/forms/upload-box';
import { TextLink } from '@/components/ui/text-link';
import type { FormAction, FormState } from '@/lib/kernel/form-state';

interface StoredFile {
  id: string;
  name: string;
  bytes: number;
  pages: number;
}

/** Files that were handed in, each to be opened. */
export function FileLinks({ files, label }: { files: StoredFile[]; label: string }) {
  return (
    <ul className="list-disc pl-5" aria-label={label}>
      {files.map(({ id, name, pages }) => (
        <li key={id}>
          <TextLink href={`/api/files/${id}`} roomy>
            {name}
          </TextLink>
          {pages > 1 ? `（${pages} 页）` : null}
        </li>
      ))}
    </ul>
  );
}

interface LooseFilesProps {
  label: string;
  hint: string;
  purpose: 'SANCTION_EVIDENCE' | 'SANCTION_APPEAL';
  files: StoredFile[];
  maxBytes: number;
  onUploaded: (fileId: string) => Promise<FormState>;
  onRemove: FormAction;
}

/** Files that wait to be handed in with the form beside. */
export function LooseFiles({ files, ...box }: LooseFilesProps) {
  return (
    <UploadBox
      {...box}
      endpoint="/api/uploads"
      metadata={{}}
      accept={['application/pdf', 'image/jpeg', 'image/png']}
      acceptText="PDF、JPG 或 PNG"
      existing={files.map(({ id, name, bytes, pages }) => ({
        id,
        name,
        size: bytes,
        state: 'ready' as const,
        note: pages > 1 ? `已上传，${pages} 页` : undefined,
        previewHref: `/api/files/${id}?page=1&size=small`,
        downloadHref: `/api/files/${id}`,
      }))}
      fallbackAction="/api/uploads/form"
      multiple
    />
  );
}
