import { z } from 'zod';

/** From good to bad. `GREY`: nothing was found, but not everything could be looked at. */
export const lamps = ['GREEN', 'GREY', 'AMBER', 'RED'] as const;
export type Lamp = (typeof lamps)[number];

/** What a lamp is about. */
export const findingKinds = ['identity', 'version', 'reading', 'original', 'seal', 'signature', 'date', 'print', 'quality', 'examination'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What the one who hands in has to have seen. */
export const isHint = ({ lamp }: { lamp: Lamp }): boolean => lamp === 'AMBER' || lamp === 'RED';

/** One thing seen on a sheet, in one sentence; `crop` names the picture that shows it. */
export const finding = z.object({
  kind: z.enum(findingKinds),
  lamp: z.enum(lamps),
  sentence: z.string(),
  crop: z.string().nullable(),
});
export type Finding = z.infer<typeof finding>;

/** The one reader of ScannedSheet.findings. */
export const readFindings = (kept: unknown): Finding[] => z.array(finding).parse(kept);
