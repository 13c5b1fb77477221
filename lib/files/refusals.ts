/** Every way in which an uploaded file is refused, each with one sentence that says what to do. */
export interface RefusalFacts {
  megabytes?: number;
  maxPages?: number;
  pages?: number;
  megapixels?: number;
  label?: string;
  /** Page numbers, where some pages are meant and not all. */
  listed?: string;
}

const sentences = {
  EMPTY: () => '这个文件是空的，请重新选择文件后再上传。',
  INCOMPLETE: () => '文件没有传完整，请重新上传。',
  TOO_LARGE: ({ megabytes }) => `文件超过 ${megabytes} MB，请压缩或分成几个文件后再上传。`,
  TOTAL_TOO_LARGE: ({ megabytes, label }) => `${label}合计超过 ${megabytes} MB，请先删除不需要的文件，或压缩后再上传。`,
  HEIC: () => '这是 HEIC 格式的照片，请在手机“设置－相机－格式”里选“兼容性最佳”后重新拍摄，或把照片截图，再上传 JPEG 图片。',
  AVIF: () => '这是 AVIF 格式的图片，请用手机截图或用图片软件另存为 JPEG 后再上传。',
  OTHER_IMAGE: () => '这种图片格式不能用，请另存为 JPEG 或 PNG 后再上传。',
  OFFICE: () => '这是文档文件，请在 Word 或 WPS 里另存为 PDF 后再上传。',
  ARCHIVE: () => '这是压缩包，请先解压，再逐个上传其中的图片或 PDF。',
  OFD: () =>
    '这是 OFD 文件，目前还不能接收，请在签章软件里改为导出加盖电子签章的 PDF，或打印、签字、盖章后扫描上传。',
  MEDIA: () => '不能上传视频或音频，请改为上传图片或 PDF。',
  UNKNOWN_TYPE: () => '这不是图片或 PDF 文件，请上传 JPEG、PNG 图片或 PDF。',
  PDF_NOT_ALLOWED: ({ label }) => `${label}不能用 PDF，请上传 JPEG 或 PNG 图片。`,
  IMAGE_DAMAGED: () => '图片已损坏或没有传完整，请重新拍摄或另存一份后再上传。',
  IMAGE_TOO_MANY_PIXELS: ({ megapixels }) => `图片尺寸过大（超过 ${megapixels} 万像素），请缩小后再上传。`,
  IMAGE_MANY_PAGES: () => '这个图片文件里有多页或动画，请把每页另存为 JPEG，或合并成一个 PDF 后再上传。',
  PHOTO_TOO_SMALL: () => '照片太小，至少要 295×413 像素，请换一张更清晰的照片。',
  PDF_ENCRYPTED: () => '这个 PDF 设有密码或权限保护，请取消保护，或用“打印－另存为 PDF”重新生成后再上传。',
  PDF_ACTIVE: () => '这个 PDF 里含有脚本或自动操作，请用“打印－另存为 PDF”重新生成后再上传。',
  PDF_ATTACHMENT: () => '这个 PDF 里夹带了其他文件，请用“打印－另存为 PDF”重新生成后再上传。',
  PDF_DAMAGED: () => '这个 PDF 已损坏，无法打开，请重新扫描，或用“打印－另存为 PDF”重新生成后再上传。',
  PDF_TOO_MANY_PAGES: ({ pages, maxPages }) => `这个 PDF 有 ${pages} 页，最多 ${maxPages} 页，请只留下需要的页后再上传。`,
  PDF_NOT_SCANNED: ({ listed }) =>
    `${listed ? `这个 PDF 的第 ${listed} 页是电子页面` : '这是电子文件'}，不是盖章后的扫描件，请打印、签字、盖章后扫描或拍照上传；单位有合法电子印章的，请上传加盖了电子签章的 PDF，贴一张印章图片不算盖章。`,
  TOO_COMPLEX: () => '这个文件过于复杂，系统无法处理，请用“打印－另存为 PDF”重新生成，或改为上传图片。',
} as const satisfies Record<string, (facts: RefusalFacts) => string>;

export type RefusalCode = keyof typeof sentences;
export const refusalCodes = Object.keys(sentences) as RefusalCode[];

export interface Refusal {
  code: RefusalCode;
  facts: RefusalFacts;
}

export const refusalSentence = ({ code, facts }: Refusal): string => sentences[code](facts);
