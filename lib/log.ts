import pino from 'pino';
import { env } from '@/lib/env';

const secret = ['password', 'phone', 'mobile', 'idNumber', 'documentNumber', 'code', 'email', 'authorization', 'cookie'];

let logger: pino.Logger | undefined;

/** JSON lines on standard output; personal data never goes in, and is struck out if it does. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env.LOG_LEVEL,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
  });
  return logger;
}
