import { PhotoCrop } from '@/components/forms/photo-crop';
import { UploadBox } from '@/components/forms/upload-box';
import { fileUploadAction, tryFormAction } from '../actions';

export function UploadPart() {
  return (
    <div className="stack">
      <h2>上传</h2>
      <PhotoCrop label="证件照" upload={tryFormAction} fallbackAction="/api/uploads/form" />
      <UploadBox
        label="盖章扫描件"
        endpoint="/api/uploads"
        purpose="gallery"
        metadata={{}}
        accept={['application/pdf', 'image/jpeg', 'image/png']}
        acceptText="PDF、JPG 或 PNG，单个不超过 20 MB"
        maxBytes={20 * 1024 * 1024}
        onUploaded={fileUploadAction}
        onRemove={tryFormAction}
        fallbackAction="/api/uploads/form"
        multiple
        capture
        existing={[
          { id: 'one', name: '申报书_盖章.pdf', size: 1_843_200, state: 'ready', downloadHref: '#file' },
          { id: 'two', name: '获奖证书.jpg', size: 524_288, state: 'checking' },
          {
            id: 'three',
            name: '论文.pdf',
            size: 9_437_184,
            state: 'refused',
            note: '文件加了密码，打不开，请上传没有密码的文件',
          },
        ]}
      />
    </div>
  );
}
