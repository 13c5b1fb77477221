import type { Imported, Unkept } from './import-files';

const because: Record<Unkept, string> = {
  kind: '不是发票文件（要 PDF、OFD、XML，或装有它们的 ZIP）',
  damaged: '文件损坏，请重新下载',
  locked: '有密码，打不开',
  active: '带有脚本，不能收',
  no_number: '文件名和内容里都没有 20 位发票号码',
  differs: '文件名里的号码与文件内容不同',
  unknown: '号码还没有登记，请先登记开票结果',
  ambiguous: '里面还有别的 20 位号码，不能确定只是这一张发票；请按一张一个文件上传，红字发票请先登记红字号码',
  not_reached: '没有读完，请分几次上传',
};
const mostNamed = 12;

/** What became of what was sent, in one message. */
export function importWords({ files, invoices, unkept }: Imported): { tone: 'success' | 'danger'; text: string } {
  const fresh = files.kept + files.replaced;
  const taken = fresh > 0 ? `收下 ${fresh} 个文件，属于 ${invoices} 张发票，已发到付款人填写的邮箱。` : '没有新的文件。';
  const known = files.known > 0 ? `${files.known} 个以前已经收下。` : '';
  const replaced = files.replaced > 0 ? `其中 ${files.replaced} 个代替了以前的文件。` : '';
  if (unkept.length === 0) return { tone: 'success', text: `${taken}${replaced}${known}` };
  const named = unkept.slice(0, mostNamed).map((one) => `${one.name}：${because[one.because]}`);
  const more = unkept.length > mostNamed ? `；还有 ${unkept.length - mostNamed} 个` : '';
  return { tone: 'danger', text: `${taken}${replaced}${known}${unkept.length} 个没有收下：${named.join('；')}${more}。` };
}
