import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { SealSignature } from '@/lib/files/electronic-seals/schema';
import { ElectronicSeals } from './electronic-seals';

const good: SealSignature = {
  field: 5,
  role: 'signature',
  signerName: '示例中学（演示）',
  organisation: '示例中学（演示）',
  issuer: '演示中级证书',
  creditCode: '91350100M000100Y43',
  signedAt: { at: '2025-02-10T02:00:00.000Z', source: 'claimed' },
  rangeSound: true,
  digestValid: true,
  signatureValid: true,
  strength: 'good',
  algorithm: 'RSA / SHA-256',
  chain: 'trusted',
  anchor: '演示根证书',
  certificateSha256: 'a'.repeat(64),
  coversWholeFile: true,
  changedAfter: 'none',
  revocation: 'not_checked',
};

const unit = { name: '示例中学（演示）', creditCode: '91350100M000100Y43' };

function show(verdict: 'valid' | 'invalid' | 'cannot_tell', more: Partial<SealSignature>, own = unit) {
  const signatures = { checkedAt: '2025-02-10T02:00:00.000Z', verdict, signatures: [{ ...good, ...more }] };
  render(<ElectronicSeals fileName="盖章.pdf" signatures={signatures} unit={own} />);
}

it('says who sealed, by whose word, when, and that revocation was not asked', () => {
  show('valid', {});
  expect(screen.getByText('“盖章.pdf”：电子签章有效')).toBeTruthy();
  expect(screen.getByText('签名有效，签章之后文件没有被改过。')).toBeTruthy();
  expect(screen.getByText('91350100M000100Y43，与所在单位一致')).toBeTruthy();
  expect(screen.getByText('2025年2月10日 10:00')).toBeTruthy();
  expect(screen.getByText(/未查询证书吊销状态/)).toBeTruthy();
});

it('says that the file was changed after the seal, and what to do', () => {
  show('invalid', { changedAfter: 'forbidden', coversWholeFile: false });
  expect(screen.getByText('签章之后文件被改过，这个签章不能认可。')).toBeTruthy();
  expect(screen.getByText(/请从签章系统重新导出/)).toBeTruthy();
  expect(screen.getByText('无效')).toBeTruthy();
});

it('sets the code in the certificate beside that of the unit where they differ', () => {
  show('cannot_tell', { chain: 'untrusted' }, { name: '别的学校', creditCode: '91350100M000100Y44' });
  expect(screen.getByText('91350100M000100Y43，与所在单位（91350100M000100Y44）不同，请核对')).toBeTruthy();
  expect(screen.getByText(/由工作人员核验这份电子签章/)).toBeTruthy();
});
