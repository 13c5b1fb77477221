import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UploadBox, type UploadBoxProps } from './upload-box';
import type { TransferSetup } from './upload-transfer';

const started = vi.hoisted(() => ({ setups: [] as TransferSetup[], resumed: 0 }));

vi.mock('./upload-transfer', () => ({
  startTransfer: async (setup: TransferSetup) => {
    started.setups.push(setup);
    return {
      resume: () => {
        started.resumed += 1;
      },
      stop: () => undefined,
    };
  },
}));

beforeEach(() => {
  started.setups = [];
  started.resumed = 0;
});
afterEach(cleanup);

const base: UploadBoxProps = {
  label: '盖章扫描件',
  endpoint: '/api/uploads',
  purpose: 'scan',
  metadata: { applicationId: 'a1' },
  accept: ['application/pdf'],
  acceptText: 'PDF',
  maxBytes: 1000,
  existing: [],
  onUploaded: async () => ({ status: 'done', values: { id: 'f1' } }),
  fallbackAction: '/api/uploads/form',
};
const pdf = (size = 10) => new File(['x'.repeat(size)], '扫描.pdf', { type: 'application/pdf' });
const choose = (...files: File[]) =>
  userEvent.upload(screen.getByLabelText('选择文件：盖章扫描件'), files, { applyAccept: false });

describe('the upload box', () => {
  it('shows progress, then the check, then the filed document', async () => {
    let file: (state: { status: 'done'; values: { id: string } }) => void = () => undefined;
    const onUploaded = vi.fn(
      () =>
        new Promise<{ status: 'done'; values: { id: string } }>((resolve) => {
          file = resolve;
        }),
    );
    const { rerender } = render(<UploadBox {...base} onUploaded={onUploaded} />);
    await choose(pdf());
    const [setup] = started.setups;
    expect(setup?.metadata).toEqual({ applicationId: 'a1', purpose: 'scan' });
    setup?.onProgress(5, 10);
    expect(await screen.findByText('正在上传 50%')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: '扫描.pdf 上传进度' })).toBeTruthy();
    setup?.onArrived('upload-9');
    expect(await screen.findByText('已传完，正在检查文件')).toBeTruthy();
    expect(onUploaded).toHaveBeenCalledWith('upload-9');
    file({ status: 'done', values: { id: 'f1' } });
    expect(await screen.findByText('已上传')).toBeTruthy();
    rerender(<UploadBox {...base} existing={[{ id: 'f1', name: '扫描.pdf', size: 10, state: 'ready' }]} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('refuses a wrong or too large file before a byte is sent', async () => {
    render(<UploadBox {...base} multiple />);
    await choose(new File(['x'], 'a.exe', { type: 'application/x-msdownload' }), pdf(2000));
    expect(await screen.findByText('不支持这种文件，请上传PDF。')).toBeTruthy();
    expect(screen.getByText(/超过 1 KB/)).toBeTruthy();
    expect(started.setups).toHaveLength(0);
  });

  it('shows what the server did not like, until it is read', async () => {
    render(
      <UploadBox
        {...base}
        onUploaded={async () => ({ status: 'refused', message: '这个文件加了密码，请上传没有密码的文件。' })}
      />,
    );
    await choose(pdf());
    started.setups[0]?.onArrived('u');
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', '这个文件加了密码，请上传没有密码的文件。');
    await userEvent.click(screen.getByRole('button', { name: /知道了/ }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes on when the line is back, and when asked to', async () => {
    render(<UploadBox {...base} />);
    await choose(pdf());
    started.setups[0]?.onPaused();
    await userEvent.click(await screen.findByRole('button', { name: /继续/ }));
    expect(started.resumed).toBe(1);
    fireEvent(window, new Event('online'));
    await waitFor(() => expect(started.resumed).toBe(2));
  });

  it('is a plain multipart form without scripts', () => {
    const markup = renderToStaticMarkup(<UploadBox {...base} />);
    expect(markup).toContain('<form action="/api/uploads/form" encType="multipart/form-data" method="post">');
    expect(markup).toContain('name="applicationId" value="a1"');
    expect(markup).toMatch(/<noscript><button type="submit"/);
  });
});
