import { type KeyLike, sign, verify } from 'node:crypto';
import { wireTime } from '../wire.ts';

export type Fields = Readonly<Record<string, string>>;

/** Everything that says something, in the order of the names. */
const contentOf = (fields: Fields, without: readonly string[]): string =>
  Object.keys(fields)
    .filter((name) => fields[name] && !without.includes(name))
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');

/** A request is signed with its sign_type, a notice and a return without. */
export const isSignedRequest = ({ sign: signature = '', ...fields }: Fields, publicKey: KeyLike): boolean =>
  verify('RSA-SHA256', Buffer.from(contentOf(fields, []), 'utf8'), publicKey, Buffer.from(signature, 'base64'));

export const signText = (text: string, privateKey: KeyLike): string =>
  sign('RSA-SHA256', Buffer.from(text, 'utf8'), privateKey).toString('base64');

export const signedFields = (fields: Fields, privateKey: KeyLike): Fields => ({
  ...fields,
  sign_type: 'RSA2',
  sign: signText(contentOf(fields, ['sign_type']), privateKey),
});

/** Alipay writes times without a zone, in Beijing's. */
export const plainTime = (at: number): string => wireTime(at).slice(0, 19).replace('T', ' ');

export const readPlainTime = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);

export const yuan = (fen: number): string => (fen / 100).toFixed(2);
