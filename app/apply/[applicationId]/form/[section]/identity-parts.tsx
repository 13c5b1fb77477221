import { PhotoCrop } from '@/components/forms/photo-crop';
import { KeyValue } from '@/components/ui/key-value';
import { TextLink } from '@/components/ui/text-link';
import type { FormMaterial } from '@/lib/applications/form/material';
import { personWords } from '@/lib/applications/form/words';
import { maskIdNumber, maskMobile } from '@/lib/kernel/masking';
import { savePhotoAction } from '../actions';

/** What the account says, shown and not asked; and the photo. */
export function IdentityParts({ applicationId, material }: { applicationId: string; material: FormMaterial }) {
  const { photoFileId, person } = material;
  const masked: Record<string, string> = {
    证件号码: maskIdNumber(person.documentNumber),
    手机号: maskMobile(person.phone),
  };
  return (
    <>
      <KeyValue
        items={personWords(material).map(({ label, value }) => ({
          term: label,
          value: masked[label] ?? (value || '账号中没有填写'),
        }))}
      />
      <p className="text-sm text-ink-soft">
        以上取自您的账号；有误时请到<TextLink href="/my/account">账号</TextLink>中更正，打印的申报书上是完整的号码。
      </p>
      <PhotoCrop
        label="证件照"
        hint="近期免冠正面照，白色或浅色背景。选好后可在本页裁剪，会印在申报书上。"
        upload={savePhotoAction}
        fallbackAction="/api/uploads/form"
        fields={{ applicationId, purpose: 'PHOTO' }}
        existing={photoFileId ? { href: `/api/files/${photoFileId}?page=1&size=small` } : undefined}
      />
    </>
  );
}
