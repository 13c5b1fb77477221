export interface Device {
  isPhone: boolean;
  /** WeChat's own browser cannot open another provider page for paying. */
  isWechat: boolean;
}

export const deviceOf = (userAgent: string): Device => ({
  isPhone: /\b(Mobile|Android|iPhone|HarmonyOS)\b/.test(userAgent) && !/\biPad\b/.test(userAgent),
  isWechat: /\bMicroMessenger\b/.test(userAgent),
});
