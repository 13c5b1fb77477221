import { UploadBox } from '@/components/forms/upload-box';
import type { ExistingUpload } from '@/components/forms/upload-file';
import { purposeRules } from '@/lib/files/purposes';
import { fileScanAction, removeScanAction } from './actions';

interface ScanUploadProps {
  applicationId: string;
  label: string;
  existing: ExistingUpload[];
  multiple?: boolean;
}

/** Takes stamped pages: a scanner's PDF, pictures, or the phone's camera at once. */
export function ScanUpload({ applicationId, label, existing, multiple }: ScanUploadProps) {
  return (
    <UploadBox
      label={label}
      hint="PDF、JPG 或 PNG，合计不超过 60 MB；请用彩色扫描，黑白的看不出印章。"
      endpoint="/api/uploads"
      purpose="STAMPED_FORM"
      metadata={{ applicationId }}
      accept={['application/pdf', 'image/jpeg', 'image/png']}
      acceptText="PDF、JPG 或 PNG"
      maxBytes={purposeRules.STAMPED_FORM.maxBytes}
      existing={existing}
      onUploaded={fileScanAction.bind(null, applicationId)}
      onRemove={removeScanAction.bind(null, applicationId)}
      fallbackAction="/api/uploads/form"
      multiple={multiple}
      capture
    />
  );
}
