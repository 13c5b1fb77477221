import { UploadBox } from '@/components/forms/upload-box';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { BatchOnPage } from '@/lib/applications/batch/batch-page';
import { purposeRules } from '@/lib/files/purposes';
import { noteStackAction, removeStackAction } from '../actions';

/** Files can be added until everything is there. */
export function StackUpload({ found: { batch, files } }: { found: BatchOnPage }) {
  const { maxBytes, maxPages, maxTotalBytes } = purposeRules.UNIT_SCAN;
  const megabyte = 1024 * 1024;
  const reading = files.filter(({ isReading }) => isReading);
  return (
    <>
      <UploadBox
        label="盖章后的整叠扫描件"
        hint={`PDF 每个不超过 ${maxBytes / megabyte} MB、${maxPages} 页，也可以是 JPG 或 PNG 照片；一批合计不超过 ${(maxTotalBytes ?? 0) / megabyte} MB。请用彩色扫描，150 至 300 dpi。`}
        endpoint="/api/uploads"
        purpose="UNIT_SCAN"
        metadata={{ batchId: batch.id }}
        accept={['application/pdf', 'image/jpeg', 'image/png']}
        acceptText="PDF、JPG 或 PNG"
        maxBytes={maxBytes}
        existing={files.map((file) => ({
          id: file.id,
          name: file.name,
          size: file.bytes,
          ...progressOf(file),
          downloadHref: file.isMine ? `/api/files/${file.id}` : undefined,
        }))}
        onUploaded={noteStackAction.bind(null, batch.id)}
        onRemove={removeStackAction.bind(null, batch.id)}
        fallbackAction="/api/uploads/form"
        multiple
        capture
      />
      {reading.length > 0 ? (
        <ProgressBar
          label="正在按二维码归页，可以离开本页，稍后再来"
          value={reading.reduce((sum, { read }) => sum + read, 0)}
          max={reading.reduce((sum, { pages }) => sum + pages, 0)}
        />
      ) : null}
    </>
  );
}

function progressOf({ isFiled, isReading, pages, read, refusal }: BatchOnPage['files'][number]) {
  if (isReading) return { state: 'checking' as const, note: `正在读取，第 ${read} / ${pages} 页` };
  return isFiled ? { state: 'ready' as const, note: `${pages} 页，已归位` } : { state: 'refused' as const, note: refusal ?? undefined };
}
