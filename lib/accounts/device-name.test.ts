import { expect, test } from 'vitest';
import { deviceName } from './device-name';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36',
    'Windows 电脑上的 Chrome 浏览器',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0',
    'iPhone 上的微信',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/86.0 Safari/537.36 QIHU 360SE', 'Windows 电脑上的 360 浏览器'],
  ['curl/8.5.0', '不认识的设备'],
  ['', '不认识的设备'],
])('%s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
