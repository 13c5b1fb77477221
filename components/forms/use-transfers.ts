'use client';

import { startTransition, useEffect, useReducer, useRef } from 'react';
import type { FormState } from '@/lib/kernel/form-state';
import { isConnectionLoss } from './submission';
import { nextTransfers, refusalOf, type Transfer, type TransferEvent } from './upload-state';
import { startTransfer } from './upload-transfer';

interface TransfersSetup {
  endpoint: string;
  purpose: string;
  metadata: Record<string, string>;
  accept: string[];
  acceptText: string;
  maxBytes: number;
  multiple?: boolean;
  onUploaded: (uploadId: string) => Promise<FormState>;
}

type Running = Map<string, { resume: () => void; stop: () => void }>;

/** The files on their way from this page, and what can be done with them. */
export function useTransfers(setup: TransfersSetup) {
  const [transfers, dispatch] = useReducer(nextTransfers, []);
  const running = useRef<Running>(new Map());

  useEffect(() => {
    const all = running.current;
    const resumeAll = () => {
      for (const transfer of all.values()) transfer.resume();
    };
    window.addEventListener('online', resumeAll);
    return () => window.removeEventListener('online', resumeAll);
  }, []);

  function choose(files: File[]) {
    const taken = setup.multiple ? files : files.slice(0, 1);
    for (const file of taken) begin({ file, setup, dispatch, running: running.current });
  }

  function retry(key: string) {
    dispatch({ kind: 'resumed', key });
    running.current.get(key)?.resume();
  }

  function dismiss(key: string) {
    running.current.get(key)?.stop();
    running.current.delete(key);
    dispatch({ kind: 'dismissed', key });
  }

  return { transfers, choose, retry, dismiss };
}

interface Beginning {
  file: File;
  setup: TransfersSetup;
  dispatch: (event: TransferEvent) => void;
  running: Running;
}

function begin({ file, setup, dispatch, running }: Beginning) {
  const key = `${file.name}-${file.size}-${performance.now()}`;
  dispatch({ kind: 'chosen', transfers: [waiting(key, file)] });
  const refusal = refusalOf(file, setup);
  if (refusal) return dispatch({ kind: 'refused', key, note: refusal });

  const finish = async (uploadId: string) => {
    const answer = await filed(setup, uploadId);
    if (answer.status === 'refused') dispatch({ kind: 'refused', key, note: answer.message ?? '文件没有通过检查。' });
    else dispatch({ kind: 'accepted', key, fileId: [answer.values?.id ?? ''].flat()[0] });
  };
  startTransfer({
    file,
    endpoint: setup.endpoint,
    metadata: { ...setup.metadata, purpose: setup.purpose },
    onProgress: (sent, total) => dispatch({ kind: 'progress', key, sent, total }),
    onPaused: () => dispatch({ kind: 'paused', key }),
    onRefused: (note) => dispatch({ kind: 'refused', key, note }),
    onArrived: (uploadId) => {
      running.delete(key);
      dispatch({ kind: 'arrived', key });
      startTransition(() => finish(uploadId));
    },
  }).then(
    (transfer) => running.set(key, transfer),
    () => dispatch({ kind: 'refused', key, note: '上传程序没有载入，请检查网络后重新选择文件。' }),
  );
}

async function filed({ onUploaded }: TransfersSetup, uploadId: string): Promise<FormState> {
  try {
    return await onUploaded(uploadId);
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
    return { status: 'refused', message: '文件已传完，但网络中断，没有登记成功，请重新选择一次。' };
  }
}

const waiting = (key: string, { name, size, type }: File): Transfer => ({
  key,
  name,
  size,
  type,
  state: 'waiting',
  percent: 0,
});
