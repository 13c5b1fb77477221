'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

interface BridgeAnswer {
  err_msg: string;
}

interface Bridge {
  invoke(name: 'getBrandWCPayRequest', call: object, answer: (told: BridgeAnswer) => void): void;
}

declare global {
  interface Window {
    WeixinJSBridge?: Bridge;
  }
}

interface WechatPayButtonProps {
  /** Signed by the server; WeChat's script checks it. */
  call: object;
  words: string;
  /** Where the result is shown. Only our books say what it is. */
  donePath: string;
}

/** Hands the order to WeChat, which asks the payer for his password. */
export function WechatPayButton({ call, words, donePath }: WechatPayButtonProps) {
  const [said, setSaid] = useState('');
  const told = ({ err_msg: message }: BridgeAnswer) => {
    if (message === 'get_brand_wcpay_request:ok') return window.location.assign(donePath);
    setSaid(message.endsWith(':cancel') ? '您没有完成付款，可以再次点按钮。' : '微信没有接受这次付款，请重新获取，或改用其他方式。');
  };
  return (
    <div className="stack-small">
      <Button type="button" onClick={() => whenReady((bridge) => bridge.invoke('getBrandWCPayRequest', call, told))}>
        {words}
      </Button>
      <p role="status">{said}</p>
      <noscript>在微信中付款要运行脚本。请点右上角“…”，选“在浏览器打开”，再改用其他方式。</noscript>
    </div>
  );
}

/** WeChat adds its script some time after the page. */
function whenReady(act: (bridge: Bridge) => void): void {
  if (window.WeixinJSBridge) return act(window.WeixinJSBridge);
  const ready = () => window.WeixinJSBridge && act(window.WeixinJSBridge);
  document.addEventListener('WeixinJSBridgeReady', ready, { once: true });
}
