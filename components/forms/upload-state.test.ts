import { describe, expect, it } from 'vitest';
import { nextTransfers, refusalOf, sizeWords, type Transfer, transferWords } from './upload-state';

const limits = {
  accept: ['application/pdf', 'image/*', '.ofd'],
  acceptText: 'PDF、图片或 OFD',
  maxBytes: 20 * 1024 * 1024,
};
const file = (name: string, type: string, size = 1000) => ({ name, type, size });
const transfer: Transfer = {
  key: 'k',
  name: '扫描.pdf',
  size: 10,
  type: 'application/pdf',
  state: 'waiting',
  percent: 0,
};

describe('refusalOf', () => {
  it('lets through what is accepted by type, family or ending', () => {
    expect(refusalOf(file('a.pdf', 'application/pdf'), limits)).toBeNull();
    expect(refusalOf(file('a.jpg', 'image/jpeg'), limits)).toBeNull();
    expect(refusalOf(file('a.OFD', ''), limits)).toBeNull();
  });

  it('says in one sentence what to do', () => {
    expect(refusalOf(file('a.exe', 'application/x-msdownload'), limits)).toBe(
      '不支持这种文件，请上传PDF、图片或 OFD。',
    );
    expect(refusalOf(file('a.pdf', 'application/pdf', 21.5 * 1024 * 1024), limits)).toBe(
      '文件有 21.5 MB，超过 20 MB，请压缩后再上传。',
    );
    expect(refusalOf(file('a.pdf', 'application/pdf', 0), limits)).toBe('这个文件是空的，请重新选择。');
  });
});

describe('a transfer', () => {
  it('goes from waiting over uploading and checking to done', () => {
    let all = nextTransfers([], { kind: 'chosen', transfers: [transfer] });
    all = nextTransfers(all, { kind: 'progress', key: 'k', sent: 43, total: 100 });
    expect(all.map(transferWords)).toEqual(['正在上传 43%']);
    all = nextTransfers(all, { kind: 'paused', key: 'k' });
    expect(all.map(transferWords)).toEqual(['网络中断，已传 43%，联网后自动继续']);
    all = nextTransfers(all, { kind: 'arrived', key: 'k' });
    expect(all.map(transferWords)).toEqual(['已传完，正在检查文件']);
    all = nextTransfers(all, { kind: 'accepted', key: 'k', fileId: 'f' });
    expect(all).toMatchObject([{ state: 'done', percent: 100, fileId: 'f' }]);
  });

  it('shows the sentence of a refusal until it is dismissed', () => {
    const refused = nextTransfers([transfer], { kind: 'refused', key: 'k', note: '这个文件加了密码。' });
    expect(refused.map(transferWords)).toEqual(['这个文件加了密码。']);
    expect(nextTransfers(refused, { kind: 'dismissed', key: 'k' })).toEqual([]);
  });

  it('never claims the whole before the server has it', () => {
    const [sent] = nextTransfers([transfer], { kind: 'progress', key: 'k', sent: 100, total: 100 });
    expect(sent?.percent).toBe(99);
  });
});

describe('sizeWords', () => {
  it.each([
    [100, '1 KB'],
    [512 * 1024, '512 KB'],
    [1024 * 1024, '1 MB'],
    [1.76 * 1024 * 1024, '1.8 MB'],
  ])('%s bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));
});
