import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setFaults, taxProcess } from '../../../../tests/build/tax-process';
import { freshNonce, headers, requestText, signText, wireTimestamp } from '../signature';
import { type IssueWish, PlatformSilentError, type TaxPlatform } from '../tax-platform';
import { wirePlatform } from '../wire-platform';
import { type Simulator, startSimulator } from './simulator';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tax-simulator-'));
const keys = { appId: 'app', secret: 'a secret of at least thirty-two characters' };
let shiftMs = 0;
let simulator: Simulator;
let platform: TaxPlatform;
let count = 0;

const launch = (port: number) => startSimulator({ directory, port, ...keys, now: () => Date.now() + shiftMs });
const speaker = (over: object = {}) => wirePlatform({ baseUrl: simulator.url, ...keys, ...over });

beforeAll(async () => {
  simulator = await launch(0);
  platform = speaker();
});
afterEach(async () => {
  shiftMs = 0;
  await setFaults(simulator.url);
});
afterAll(async () => {
  await simulator.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

const wish = (over: Partial<IssueWish> = {}): IssueWish => ({
  serial: `FP2611270000010000${String(++count).padStart(2, '0')}-KP2611270000010001`,
  sellerTaxNumber: '12320100DEM0000010',
  buyer: { kind: 'COMPANY', title: '示例市第一中学', taxNumber: '12320100DEM0000010' },
  item: { name: '*示例服务*认证费', code: '1234567890123456789', taxRate: '免税' },
  amountFen: 10_050,
  orderNumber: 'coaa028202611270000000000001',
  ...over,
});

async function issued(over: Partial<IssueWish> = {}): Promise<{ serial: string; number: string }> {
  const asked = wish(over);
  const outcome = await platform.issue(asked);
  if (outcome.state !== 'issued') throw new Error(JSON.stringify(outcome));
  return { serial: asked.serial, number: outcome.number };
}

const reversal = (number: string, requestId = `HC${++count}-000001`) => ({
  ...{ requestId, sellerTaxNumber: '12320100DEM0000010', number, amountFen: 10_050, reason: 'mistake' as const },
});

const silent = (asked: Promise<unknown>) => expect(asked).rejects.toThrow(PlatformSilentError);

describe('the adapter against the simulator', () => {
  it('issues one invoice for one serial, of twenty digits', async () => {
    const asked = wish();
    const first = await platform.issue(asked);
    expect(first).toMatchObject({ state: 'issued', number: expect.stringMatching(/^\d{20}$/) });
    expect(await platform.issue(asked)).toEqual(first);
    expect(await platform.query(asked.serial)).toEqual(first);
    expect((await issued()).number).not.toBe(first.state === 'issued' && first.number);
  });

  it('waits where the platform takes its time, and says what it has never heard of', async () => {
    await setFaults(simulator.url, { issueAfterMs: 60_000 });
    const asked = wish();
    expect(await platform.issue(asked)).toEqual({ state: 'pending' });
    expect(await platform.query(asked.serial)).toEqual({ state: 'pending' });
    shiftMs = 61_000;
    expect(await platform.query(asked.serial)).toMatchObject({ state: 'issued' });
    expect(await platform.query('FP000000000000000000')).toEqual({ state: 'unknown' });
    expect(await platform.queryReversal('HC0-000000')).toEqual({ state: 'unknown' });
  });

  it('is told in a sentence why an invoice cannot be, and hears the same for the same serial', async () => {
    const asked = wish({ buyer: { kind: 'COMPANY', title: '示例市第一中学', taxNumber: '12320100DEM0000011' } });
    const failed = { state: 'failed', because: '购买方纳税人识别号有误，请核对后重新开具。' };
    expect(await platform.issue(asked)).toEqual(failed);
    expect(await platform.query(asked.serial)).toEqual(failed);
    await setFaults(simulator.url, { refusal: '本月开票额度不足。' });
    expect(await platform.issue(wish())).toEqual({ state: 'failed', because: '本月开票额度不足。' });
  });

  it('takes an invoice back once, however often it is asked, and never twice under another request', async () => {
    const { number } = await issued();
    const asked = reversal(number);
    const red = await platform.reverse(asked);
    expect(red).toMatchObject({ state: 'issued', number: expect.stringMatching(/^\d{20}$/) });
    expect(await platform.reverse(asked)).toEqual(red);
    expect(await platform.queryReversal(asked.requestId)).toEqual(red);
    expect(await platform.reverse(reversal(number))).toEqual({ state: 'failed', because: '这张蓝字发票已经红冲。' });
  });

  it('may try again with another request after a red one was refused', async () => {
    const { number } = await issued();
    await setFaults(simulator.url, { redRefusal: '受票方尚未确认红字信息。' });
    expect(await platform.reverse(reversal(number))).toEqual({ state: 'failed', because: '受票方尚未确认红字信息。' });
    await setFaults(simulator.url);
    expect(await platform.reverse(reversal(number))).toMatchObject({ state: 'issued' });
  });

  it('fetches the files of a blue and a red invoice, once they are made', async () => {
    const { number } = await issued();
    const red = await platform.reverse(reversal(number));
    const redNumber = red.state === 'issued' ? red.number : '';
    await setFaults(simulator.url, { filesMissing: true });
    expect(await platform.file(number, 'PDF')).toBeNull();
    await setFaults(simulator.url);
    expect((await platform.file(number, 'PDF'))?.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await platform.file(number, 'OFD'))?.subarray(0, 2).toString()).toBe('PK');
    const xml = (await platform.file(redNumber, 'XML'))?.toString() ?? '';
    for (const word of [redNumber, number, '示例市第一中学', '12320100DEM0000010', '-100.50', 'coaa028202611270000000000001']) {
      expect(xml).toContain(word);
    }
  });
});

describe('what goes wrong on the way', () => {
  it.each([{ answers: 'lost' }, { answers: 'broken' }, { answers: 'forged' }] as const)(
    'with answers $answers nothing is known, and the invoice is found under its serial afterwards',
    async (faults) => {
      await setFaults(simulator.url, faults);
      const asked = wish();
      await silent(platform.issue(asked));
      await setFaults(simulator.url);
      const found = await platform.query(asked.serial);
      expect(found).toMatchObject({ state: 'issued' });
      expect(await platform.issue(asked)).toEqual(found);
    },
  );

  it('an answer that is too late is no failure either', async () => {
    await setFaults(simulator.url, { slowMs: 400 });
    const asked = wish();
    await silent(speaker({ patienceMs: 100 }).issue(asked));
    await setFaults(simulator.url);
    expect(await platform.query(asked.serial)).toMatchObject({ state: 'issued' });
  });

  it('a platform that fails has done nothing, and is asked again', async () => {
    await setFaults(simulator.url, { answers: 'failing' });
    const asked = wish();
    await silent(platform.issue(asked));
    await silent(platform.query(asked.serial));
    await setFaults(simulator.url);
    expect(await platform.query(asked.serial)).toEqual({ state: 'unknown' });
    expect(await platform.issue(asked)).toMatchObject({ state: 'issued' });
  });

  it('a call that is done twice makes one invoice', async () => {
    await setFaults(simulator.url, { doubled: true });
    const asked = wish();
    const first = await platform.issue(asked);
    const red = await platform.reverse(reversal(first.state === 'issued' ? first.number : ''));
    expect([first.state, red.state]).toEqual(['issued', 'issued']);
    expect(linesOf(asked.serial)).toBe(1);
  });

  it('a serial that comes back with another title is not answered as if it were the first', async () => {
    const asked = wish();
    await platform.issue(asked);
    await silent(platform.issue({ ...asked, amountFen: 1 }));
  });

  it('what was answered is still known after the platform was ended', async () => {
    const { serial, number } = await issued();
    const port = Number(new URL(simulator.url).port);
    await simulator.stop();
    await silent(platform.query(serial));
    fs.appendFileSync(path.join(directory, 'invoices.jsonl'), '{"kind":"blue","inp');
    simulator = await launch(port);
    expect(await platform.query(serial)).toMatchObject({ state: 'issued', number });
    expect((await issued()).number).not.toBe(number);
  });
});

it('a process of its own that is killed right after issuing has it still when it runs again', async () => {
  const alone = await taxProcess();
  const asked = wish();
  const first = await alone.platform.issue(asked);
  expect(first.state).toBe('issued');
  await alone.kill();
  await silent(alone.platform.query(asked.serial));
  await alone.start();
  expect(await alone.platform.issue(asked)).toEqual(first);
  await alone.remove();
});

const linesOf = (serial: string): number =>
  fs.readFileSync(path.join(directory, 'invoices.jsonl'), 'utf8').split('\n').filter((line) => line.includes(serial)).length;

describe('what the platform turns away', () => {
  const ask = async (over: { timestamp?: string; nonce?: string; appId?: string; secret?: string } = {}, signature?: string) => {
    const { timestamp = wireTimestamp(Date.now()), nonce = freshNonce(), appId = keys.appId, secret = keys.secret } = over;
    const target = '/v1/invoices/FP000000000000000000';
    const signed = signText(requestText({ method: 'GET', target, timestamp, nonce, body: '' }), secret);
    const answer = await fetch(simulator.url + target, {
      headers: { [headers.app]: appId, [headers.timestamp]: timestamp, [headers.nonce]: nonce, [headers.signature]: signature ?? signed },
    });
    return ((await answer.json()) as { code: string }).code;
  };

  it('strangers, other secrets, no signature, and a signature with one bit changed', async () => {
    expect(await ask()).toBe('NOT_FOUND');
    expect(await ask({ appId: 'other' })).toBe('SIGN_ERROR');
    expect(await ask({ secret: 'another secret, of the same length as ours' })).toBe('SIGN_ERROR');
    expect(await ask({}, '')).toBe('SIGN_ERROR');
    await silent(speaker({ secret: 'another secret' }).query('FP000000000000000000'));
  });

  it('what is older or newer than five minutes, and what was said before', async () => {
    const at = (seconds: number) => ask({ timestamp: wireTimestamp(Date.now() + seconds * 1000) });
    expect([await at(-290), await at(-310), await at(310)]).toEqual(['NOT_FOUND', 'NOT_FRESH', 'NOT_FRESH']);
    const recorded = { timestamp: wireTimestamp(Date.now()), nonce: freshNonce() };
    expect([await ask(recorded), await ask(recorded)]).toEqual(['NOT_FOUND', 'REPLAYED']);
    shiftMs = 600_000;
    expect(await ask(recorded)).toBe('NOT_FRESH');
  });
});

describe('what the adapter turns away', () => {
  it('answers of another time, and silence', async () => {
    const asked = wish();
    await platform.issue(asked);
    shiftMs = 250_000;
    expect(await platform.query(asked.serial)).toMatchObject({ state: 'issued' });
    shiftMs = 600_000;
    await silent(platform.query(asked.serial));
    await silent(speaker({ baseUrl: 'http://127.0.0.1:9' }).query(asked.serial));
  });
});
