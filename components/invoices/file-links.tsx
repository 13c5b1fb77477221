import { sideLabels } from '@/lib/invoices/files/labels';

export interface ShownFile {
  id: string;
  side: 'BLUE' | 'RED';
  format: 'PDF' | 'OFD' | 'XML';
}

/** A link for each file of an invoice. */
export function FileLinks({ files }: { files: readonly ShownFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="stack-small">
      {files.toSorted((one, other) => one.side.localeCompare(other.side)).map(({ id, side, format }) => (
        <li key={id}>
          <a className="text-link text-link-roomy" href={`/api/invoices/${id}`} download>
            下载{sideLabels[side]} {format}
          </a>
        </li>
      ))}
    </ul>
  );
}
