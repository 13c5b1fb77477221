import { z } from 'zod';

/** One form of a packet as it stood when the packet was asked for. */
const packetItem = z.object({
  applicationId: z.uuid(),
  number: z.string(),
  name: z.string(),
  level: z.enum(['PRIMARY', 'INTERMEDIATE', 'SENIOR']),
  version: z.number().int(),
  /** How many pages the whole form has. */
  formPages: z.number().int(),
  /** Numbers of the pages that are printed. */
  pages: z.array(z.number().int()).min(1),
  /** The code on the first of them. */
  firstCode: z.string(),
});
export type PacketItem = z.infer<typeof packetItem>;

/** The one reader of StampPacket.items. */
export const readPacketItems = (kept: unknown): PacketItem[] => z.array(packetItem).parse(kept);

/** 全部 10 页, or 第 3、7 页（共 10 页）. */
export const pagesInWords = ({ pages, formPages }: Pick<PacketItem, 'pages' | 'formPages'>): string =>
  pages.length === formPages ? `全部 ${formPages} 页` : `第 ${pages.join('、')} 页（共 ${formPages} 页）`;

/** Sheets of paper of each form: printed on both sides, a form begins on a sheet of its own. */
export const sheetsOf = ({ pages }: Pick<PacketItem, 'pages'>, isDuplex: boolean): number =>
  isDuplex ? Math.ceil(pages.length / 2) : pages.length;
