import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { wechatPayV3 } from '@/lib/payments/wechat/pay-v3';
import type { PaymentProvider } from '@/lib/payments/provider';
import { merchantFacts, type WechatPaySettings, wechatSettings } from '@/lib/payments/wechat/settings';

export interface SandboxProcess {
  url: string;
  /** The product's adapter, with the keys that the gateway made for it. */
  provider: PaymentProvider;
  settings: WechatPaySettings;
  /** As a crash does. */
  kill(): Promise<void>;
  /** On the same data, at the same address. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** The gateway as the product starts it: a process of its own on the loopback. */
export async function sandboxProcess(noticeUrl: string): Promise<SandboxProcess> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-gateway-'));
  let running = await launch(directory, 0);
  const { url } = running;
  const facts = merchantFacts.parse(
    JSON.parse(fs.readFileSync(path.join(directory, 'sandbox-gateway', 'merchant.json'), 'utf8')),
  );
  const settings = wechatSettings(facts, { provider: 'sandbox', baseUrl: url, noticeUrl });
  const kill = () => ended(running.child, 'SIGKILL');
  return {
    url,
    settings,
    provider: wechatPayV3(settings),
    kill,
    async start() {
      running = await launch(directory, Number(new URL(url).port));
    },
    async remove() {
      await kill();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function launch(directory: string, port: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['lib/payments/sandbox/main.ts'], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', DATA_DIR: directory, SANDBOX_GATEWAY_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^sandbox gateway on (\S+)$/.exec(line)?.[1];
    if (url) return { child, url };
  }
  throw new Error('the sandbox gateway did not start');
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

/** What the button 确认支付 on the cashier page does. Answers with the status of the page that follows. */
export async function pressPay(payUrl: string): Promise<number> {
  const body = new URLSearchParams({ button: 'pay' });
  const response = await fetch(payUrl, { method: 'POST', body, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}
