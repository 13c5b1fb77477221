import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { alipayPay } from '@/lib/payments/alipay/alipay-pay';
import { type AlipaySettings, alipaySettings, appFacts } from '@/lib/payments/alipay/settings';
import { wechatPayV3 } from '@/lib/payments/wechat/pay-v3';
import type { PaymentProvider } from '@/lib/payments/provider';
import { merchantFacts, type WechatPaySettings, wechatSettings } from '@/lib/payments/wechat/settings';

export interface SandboxProcess {
  url: string;
  /** Its data directory. */
  directory: string;
  /** The product's adapter, with the keys that the gateway made for it. */
  provider: PaymentProvider;
  settings: WechatPaySettings;
  /** The same for the other wire. */
  alipay: PaymentProvider;
  alipaySettings: AlipaySettings;
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
  const gatewayDirectory = path.join(directory, 'sandbox-gateway');
  const settings = wechatOfSandbox({ directory: gatewayDirectory, url, noticeUrl });
  const ofAlipay = alipayOfSandbox({ directory: gatewayDirectory, url, noticeUrl });
  const kill = () => ended(running.child, 'SIGKILL');
  return {
    url,
    directory,
    settings,
    provider: wechatPayV3(settings),
    alipay: alipayPay(ofAlipay),
    alipaySettings: ofAlipay,
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

interface Place {
  directory: string;
  url: string;
  noticeUrl: string;
}

const keysIn = (directory: string, name: string): unknown => JSON.parse(fs.readFileSync(path.join(directory, name), 'utf8'));

export const wechatOfSandbox = ({ directory, url: baseUrl, noticeUrl }: Place): WechatPaySettings =>
  wechatSettings(merchantFacts.parse(keysIn(directory, 'merchant.json')), {
    ...{ provider: 'sandbox', baseUrl, noticeUrl, openUrl: baseUrl, apiUrl: baseUrl },
  });

export const alipayOfSandbox = ({ directory, url, noticeUrl }: Place): AlipaySettings =>
  alipaySettings(appFacts.parse(keysIn(directory, 'alipay-app.json')), {
    provider: 'sandbox-alipay',
    gatewayUrl: new URL('/gateway.do', url).href,
    noticeUrl,
  });

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

/** What Alipay's address does in a browser: the trade comes to be, and the cashier is shown. */
export async function openPage(payUrl: string): Promise<string> {
  const response = await fetch(payUrl, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (response.status !== 302 || !location) throw new Error(`no page: ${response.status} ${await response.text()}`);
  return new URL(location, payUrl).href;
}

/** What the button 确认支付 on the cashier page does. Answers with the status of the page that follows. */
export async function pressPay(payUrl: string): Promise<number> {
  const body = new URLSearchParams({ button: 'pay' });
  const response = await fetch(payUrl, { method: 'POST', body, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}
