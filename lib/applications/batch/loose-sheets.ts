import type { ListCode } from '@/lib/documents/cover-list/list-code';
import { readFindings } from '@/lib/documents/scan/finding';
import { blankPage } from '@/lib/files/child/tasks';

/** A sheet of a stack that stands for no page of the unit's applications. */
export interface LooseSheet {
  sheetId: string;
  fileName: string;
  /** Counted from 1 within its file. */
  sheet: number;
  kind: LooseKind;
  /** What the machine found to say of it beyond its kind, a sentence. */
  because: string | null;
  /** The picture is for who uploaded it, and for nobody else: it may show another unit's people. */
  hasPicture: boolean;
}

/** `list` and `blank` are laid aside in silence; the rest is listed. */
export type LooseKind = 'unread' | 'foreign' | 'mixed' | 'list' | 'blank';

interface Row {
  id: string;
  sheet: number;
  findings: unknown;
  filing: 'FILED' | 'UNREAD' | 'FOREIGN' | 'MIXED';
  file: { id: string; name: string; uploadedById: string; pageCodes: string[][] };
}

interface Looking {
  personId: string | null;
  readList: (text: string) => ListCode | null;
}

/** Each sheet once, whatever lies on it; what was filed is not loose. */
export function looseSheets(rows: readonly Row[], { personId, readList }: Looking): LooseSheet[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id, sheet, filing, findings, file }) => {
    const place = `${file.id}.${sheet}.${filing}`;
    if (filing === 'FILED' || seen.has(place)) return [];
    seen.add(place);
    const kind = kindOf(filing, file.pageCodes[sheet - 1] ?? [], readList);
    const because = kind === 'unread' ? (readFindings(findings)[0]?.sentence ?? null) : null;
    return [{ sheetId: id, fileName: file.name, sheet, kind, because, hasPicture: file.uploadedById === personId }];
  });
}

function kindOf(filing: 'UNREAD' | 'FOREIGN' | 'MIXED', texts: readonly string[], readList: Looking['readList']): LooseKind {
  if (filing === 'FOREIGN') return 'foreign';
  if (filing === 'MIXED') return 'mixed';
  if (texts.some((text) => readList(text) !== null)) return 'list';
  return texts.includes(blankPage) ? 'blank' : 'unread';
}
