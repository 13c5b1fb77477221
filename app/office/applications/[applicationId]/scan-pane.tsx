import { FileSeals } from '@/components/scans/file-seals';
import { Banner } from '@/components/ui/banner';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import type { Dossier } from '@/lib/applications/review-queries';
import { stampedFormNames } from '@/lib/applications/stamped-form-labels';
import { tableDateTime } from '@/lib/kernel/dates';
import { ScannedPages } from './scanned-pages';

type StampedForm = Dossier['stampedForms'][number];

/** The stamped scan as rendered pictures, never the original file inline. */
export function ScanPane({ dossier, now }: { dossier: Dossier; now: Date }) {
  const [latest, ...earlier] = dossier.stampedForms;
  return (
    <section className="stack" aria-labelledby="scan-title">
      <h2 id="scan-title">盖章扫描件</h2>
      {latest ? <Scan scan={latest} current={dossier.formVersion} unit={dossier.unit} now={now} /> : <EmptyState title="还没有上传盖章件" />}
      {earlier.length > 0 ? (
        <Disclosure summary={`更早的 ${earlier.length} 份`}>
          <ul>
            {earlier.map((scan) => (
              <li key={scan.id}>
                {tableDateTime(scan.uploadedAt)}，第 {scan.version} 版，{stampedFormNames[scan.status]}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

interface ScanProps {
  scan: StampedForm;
  current: number;
  unit: Dossier['unit'];
  now: Date;
}

function Scan({ scan, current, unit, now }: ScanProps) {
  const files = new Map(scan.sheets.map(({ sheet: { file } }) => [file.id, file]));
  const isElectronic = [...files.values()].some(({ signatures }) => signatures !== null);
  return (
    <>
      <p>
        第 {scan.version} 版 · {stampedFormNames[scan.status]} · {tableDateTime(scan.uploadedAt)} 上传{' '}
        {scan.version === current ? <Tag tone="success">与当前申报书一致</Tag> : <Tag tone="danger">不是当前版本</Tag>}{' '}
        {isElectronic ? <Tag tone="info">电子签章文件</Tag> : null}
      </p>
      <Banner tone="info" title="单位声明">
        {scan.attestation}（{scan.attestedByName}，{tableDateTime(scan.attestedAt)}）
      </Banner>
      <FileSeals files={[...files.values()]} unit={unit} />
      <ScanReadings readings={scan.readings} />
      <ScannedPages scan={scan} now={now} />
    </>
  );
}

function ScanReadings({ readings }: { readings: unknown }) {
  const sentences = sentencesOf(readings);
  if (sentences.length === 0) return null;
  return (
    <ul className="stack-small">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function sentencesOf(readings: unknown): string[] {
  if (typeof readings !== 'object' || readings === null || !('notes' in readings) || !Array.isArray(readings.notes))
    return [];
  return readings.notes.filter((note): note is string => typeof note === 'string');
}
