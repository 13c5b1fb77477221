import pino from 'pino';
import { env } from '@/lib/env';

const secret = ['password', 'phone', 'mobile', 'idNumber', 'documentNumber', 'code', 'email', 'authorization', 'cookie'];
const censor = '[removed]';

let logger: pino.Logger | undefined;

/** JSON lines on standard output; personal data never goes in, and is struck out if it does. */
export function log(): pino.Logger {
  logger ??= logTo();
  return logger;
}

export function logTo(stream?: pino.DestinationStream): pino.Logger {
  const paths = secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = { level: env.LOG_LEVEL, redact: { paths, censor }, serializers: { err: plainError } };
  return stream ? pino(options, stream) : pino(options);
}

/** Its kind, words and stack. What else a driver hangs on an error may be the row that somebody typed. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && /^[A-Z0-9_]{1,40}$/.test(String(error.code)) ? { errorCode: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: plainError(error.cause) };
  return { type: error.name, message: struckOut(error.message), stack: struckOut(error.stack ?? ''), ...code, ...cause };
}

/** Numbers as long as a mobile or an identity document, and addresses of mail. */
const struckOut = (text: string): string =>
  text.replace(/(?<![0-9a-f-])\d{11,18}[Xx]?(?![0-9a-f-])/g, censor).replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, censor);
