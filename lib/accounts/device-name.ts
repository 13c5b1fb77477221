const programs: readonly [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/DingTalk/, '钉钉'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/360SE|360EE|QihooBrowser/, '360 浏览器'],
  [/HuaweiBrowser/, '华为浏览器'],
  [/MiuiBrowser/, '小米浏览器'],
  [/UCBrowser/, 'UC 浏览器'],
  [/Edg(e|A|iOS)?\//, 'Edge 浏览器'],
  [/Firefox|FxiOS/, 'Firefox 浏览器'],
  [/Chrome|CriOS/, 'Chrome 浏览器'],
  [/Safari/, 'Safari 浏览器'],
];

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙设备'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, '安卓设备'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh|Mac OS X/, 'Mac 电脑'],
  [/Linux/, 'Linux 电脑'],
];

/** What a person calls the device: Windows 电脑上的 Chrome 浏览器. */
export function deviceName(userAgent: string): string {
  const [system, program] = [systems, programs].map((table) => table.find(([mark]) => mark.test(userAgent))?.[1]);
  if (system && program) return `${padded(system)}上的${padded(program)}`.trim();
  return system ?? program ?? '不认识的设备';
}

/** A blank between Chinese and what is not. */
const padded = (name: string): string => name.replace(/^(?=[\da-z])/i, ' ').replace(/(?<=[\da-z])$/i, ' ');
