// @vitest-environment node
import { renderToStaticMarkup } from 'react-dom/server';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { codesIn } from '@/tests/build/read-pdf';
import { QrCode } from './qr-code';

it('is read back by a scanner, whatever it holds', async () => {
  for (const text of ['weixin://wxpay/bizpayurl?pr=p4lpSuKzz', `http://127.0.0.1:4000/cashier/${'0f'.repeat(16)}`]) {
    const svg = renderToStaticMarkup(<QrCode text={text} label="付款二维码" />).replace(
      '<svg',
      '<svg xmlns="http://www.w3.org/2000/svg"',
    );
    const { data, info } = await sharp(Buffer.from(svg))
      .flatten({ background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const found = await codesIn({ width: info.width, height: info.height, grey: new Uint8Array(data) }, 72);
    expect(found.map((code) => code.text)).toEqual([text]);
  }
});
