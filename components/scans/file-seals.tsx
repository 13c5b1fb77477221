import { signaturesOf } from '@/lib/files/electronic-seals/schema';
import { ElectronicSeals } from './electronic-seals';

interface FileSealsProps {
  files: readonly { id: string; name: string; signatures: unknown }[];
  unit: { name: string; creditCode: string } | null;
}

/** Of the files of a stamped form, those that are sealed electronically. */
export function FileSeals({ files, unit }: FileSealsProps) {
  return files.map((file) => {
    const signatures = signaturesOf(file);
    return signatures ? <ElectronicSeals key={file.id} fileName={file.name} signatures={signatures} unit={unit} /> : null;
  });
}
