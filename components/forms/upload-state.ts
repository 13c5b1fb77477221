export type TransferState = 'waiting' | 'uploading' | 'paused' | 'checking' | 'done' | 'refused';

/** One file on its way from this device. */
export interface Transfer {
  key: string;
  name: string;
  size: number;
  type: string;
  state: TransferState;
  percent: number;
  note?: string;
  /** Known once the server has filed it: then the page's own list shows it. */
  fileId?: string;
  replaces?: string;
}

export type TransferEvent =
  | { kind: 'chosen'; transfers: Transfer[] }
  | { kind: 'progress'; key: string; sent: number; total: number }
  | { kind: 'paused' | 'resumed' | 'arrived' | 'dismissed'; key: string }
  | { kind: 'accepted'; key: string; fileId?: string }
  | { kind: 'refused'; key: string; note: string };

const change = (transfers: Transfer[], key: string, news: Partial<Transfer>): Transfer[] =>
  transfers.map((transfer) => (transfer.key === key ? { ...transfer, ...news } : transfer));

export function nextTransfers(transfers: Transfer[], event: TransferEvent): Transfer[] {
  switch (event.kind) {
    case 'chosen':
      return [...transfers, ...event.transfers];
    case 'progress':
      return change(transfers, event.key, { state: 'uploading', percent: percentOf(event) });
    case 'paused':
      return change(transfers, event.key, { state: 'paused' });
    case 'resumed':
      return change(transfers, event.key, { state: 'uploading' });
    case 'arrived':
      return change(transfers, event.key, { state: 'checking', percent: 100 });
    case 'accepted':
      return change(transfers, event.key, { state: 'done', percent: 100, fileId: event.fileId });
    case 'refused':
      return change(transfers, event.key, { state: 'refused', note: event.note });
    case 'dismissed':
      return transfers.filter((transfer) => transfer.key !== event.key);
  }
}

export function transferWords({ state, percent, note }: Transfer): string {
  const words: Record<TransferState, string> = {
    waiting: '等待上传',
    uploading: `正在上传 ${percent}%`,
    paused: `网络中断，已传 ${percent}%，联网后自动继续`,
    checking: '已传完，正在检查文件',
    done: '已上传',
    refused: note ?? '没有上传成功，请重试。',
  };
  return words[state];
}

interface Limits {
  accept: string[];
  acceptText: string;
  maxBytes: number;
}

/** What can be said before a byte is sent; the server looks at the content again. */
export function refusalOf(file: { name: string; type: string; size: number }, limits: Limits): string | null {
  if (file.size === 0) return '这个文件是空的，请重新选择。';
  if (file.size > limits.maxBytes) {
    return `文件有 ${sizeWords(file.size)}，超过 ${sizeWords(limits.maxBytes)}，请压缩后再上传。`;
  }
  return isAccepted(file, limits.accept) ? null : `不支持这种文件，请上传${limits.acceptText}。`;
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`;
}

function isAccepted({ name, type }: { name: string; type: string }, accept: string[]): boolean {
  const lower = name.toLowerCase();
  return accept.some((pattern) => {
    if (pattern.startsWith('.')) return lower.endsWith(pattern);
    return pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
  });
}

const percentOf = ({ sent, total }: { sent: number; total: number }) =>
  total === 0 ? 0 : Math.min(99, Math.floor((sent / total) * 100));
