export interface TransferSetup {
  file: File;
  endpoint: string;
  metadata: Record<string, string>;
  onProgress: (sent: number, total: number) => void;
  onPaused: () => void;
  onRefused: (sentence: string) => void;
  /** With the id that the server gave. */
  onArrived: (uploadId: string) => void;
}

const retryDelays = [0, 1000, 3000, 5000, 10_000];
const chunkSize = 2 * 1024 * 1024;

/** Sends one file in parts; the protocol's code is loaded only now. */
export async function startTransfer(setup: TransferSetup): Promise<{ resume: () => void; stop: () => void }> {
  const { Upload } = await import('tus-js-client');
  const { file, endpoint, metadata } = setup;
  const upload = new Upload(file, {
    endpoint,
    chunkSize,
    retryDelays,
    metadata: { ...metadata, filename: file.name, filetype: file.type },
    removeFingerprintOnSuccess: true,
    onProgress: setup.onProgress,
    onSuccess: () => setup.onArrived(idOf(upload.url)),
    onError: (error) => {
      const sentence = refusalIn(error);
      if (sentence) setup.onRefused(sentence);
      else setup.onPaused();
    },
  });
  const [earlier] = await upload.findPreviousUploads();
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  upload.start();
  return { resume: () => upload.start(), stop: () => void upload.abort() };
}

const idOf = (url: string | null) => decodeURIComponent(url?.split('/').at(-1) ?? '');

/** A refusal by the server (4xx) carries its sentence; anything else is the network. */
function refusalIn(error: Error): string | null {
  const response = 'originalResponse' in error ? (error.originalResponse as TusResponse | null) : null;
  const status = response?.getStatus() ?? 0;
  if (!response || status < 400 || status >= 500 || status === 409 || status === 423) return null;
  const body = response.getBody();
  return /[\u4e00-\u9fff]/.test(body) ? sentenceOf(body) : '服务器没有接受这个文件，请刷新页面后重试。';
}

const sentenceOf = (body: string) => /"message"\s*:\s*"([^"]+)"/.exec(body)?.[1] ?? body;

interface TusResponse {
  getStatus: () => number;
  getBody: () => string;
}
