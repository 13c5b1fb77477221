import { createHash } from 'node:crypto';
import { JpegEmbedder, PDFContext, PDFHexString, PDFName, type PDFRef, PDFString, PDFWriter } from 'pdf-lib';
import type { Typeface, Typefaces } from '@/lib/documents/fonts/font-chain';
import { addStream } from '@/lib/documents/pdf/add-stream';
import type { Drawing } from '@/lib/documents/pdf/drawing';
import { embedFont } from '@/lib/documents/pdf/embedded-font';
import type { Glyph } from '@/lib/documents/pdf/glyph';
import { type NamedFont, PAGE_HEIGHT, PAGE_WIDTH, pageOperators } from '@/lib/documents/pdf/page-operators';
import { setGlyphs } from '@/lib/documents/pdf/text-setting';

export type PdfContents = {
  pages: Drawing[][];
  bookmarks: { title: string; page: number }[];
  title: string;
  subject: string;
  photo: Uint8Array | undefined;
  typefaces: Typefaces;
};

/** The same contents give the same bytes: nothing in the file tells when or where it was written. */
export async function writePdf(contents: PdfContents): Promise<Uint8Array> {
  const context = PDFContext.create();
  const { pages, typefaces } = contents;
  const fonts = embedFonts(context, contents);
  const resources = context.register(
    context.obj({
      Font: Object.fromEntries([...fonts.values()].map(({ name, ref }) => [name, ref])),
      XObject: contents.photo === undefined ? {} : { Photo: await embedPhoto(context, contents.photo) },
    }),
  );
  const fontOf = (face: Typeface) => {
    const font = fonts.get(face);
    if (font === undefined) throw new Error(`typeface ${face.name} was not embedded`);
    return font;
  };
  const operators = pages.map((drawings) => pageOperators(drawings, { typefaces, fontOf }));
  const streams = operators.map((page) => addStream(context, Buffer.from(page, 'latin1')));
  const { tree, pageRefs } = addPageTree(context, streams, resources);
  context.trailerInfo.Root = addCatalogue(context, { tree, outlines: addOutlines(context, contents, pageRefs) });
  context.trailerInfo.Info = context.register(
    context.obj({ Title: PDFHexString.fromText(contents.title), Subject: PDFHexString.fromText(contents.subject) }),
  );
  const id = PDFHexString.of(createHash('sha256').update(operators.join()).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
  return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
}

function embedFonts(context: PDFContext, { pages, typefaces }: PdfContents): Map<Typeface, NamedFont> {
  const used = new Set<Glyph>();
  for (const drawing of pages.flat()) {
    if (drawing.kind !== 'text') continue;
    for (const { glyph } of setGlyphs({ ...drawing, typefaces })) used.add(glyph);
  }
  const byFace = Map.groupBy(used, (glyph) => glyph.face);
  return new Map(
    [...byFace].map(([face, glyphs], index) => [face, { name: `F${index + 1}`, ...embedFont(context, face, glyphs) }]),
  );
}

async function embedPhoto(context: PDFContext, photo: Uint8Array): Promise<PDFRef> {
  const embedder = await JpegEmbedder.for(photo);
  return embedder.embedIntoContext(context);
}

function addPageTree(context: PDFContext, streams: PDFRef[], resources: PDFRef) {
  const tree = context.nextRef();
  const pageRefs = streams.map((contents) =>
    context.register(
      context.obj({
        Type: 'Page',
        Parent: tree,
        MediaBox: [0, 0, PAGE_WIDTH, PAGE_HEIGHT],
        Resources: resources,
        Contents: contents,
      }),
    ),
  );
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pageRefs, Count: pageRefs.length }));
  return { tree, pageRefs };
}

function addOutlines(context: PDFContext, { bookmarks }: PdfContents, pageRefs: PDFRef[]): PDFRef {
  const outlines = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page }, index) => {
    const [ref, target, previous, next] = [refs[index], pageRefs[page - 1], refs[index - 1], refs[index + 1]];
    if (ref === undefined || target === undefined) throw new Error(`bookmark to page ${page} leads nowhere`);
    const entry = context.obj({ Title: PDFHexString.fromText(title), Parent: outlines, Dest: [target, 'Fit'] });
    if (previous !== undefined) entry.set(PDFName.of('Prev'), previous);
    if (next !== undefined) entry.set(PDFName.of('Next'), next);
    context.assign(ref, entry);
  });
  const [first, last] = [refs[0], refs.at(-1)];
  context.assign(outlines, context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }));
  return outlines;
}

function addCatalogue(context: PDFContext, { tree, outlines }: { tree: PDFRef; outlines: PDFRef }): PDFRef {
  return context.register(
    context.obj({
      Type: 'Catalog',
      Pages: tree,
      Outlines: outlines,
      Lang: PDFString.of('zh-CN'),
      ViewerPreferences: { DisplayDocTitle: true },
    }),
  );
}
