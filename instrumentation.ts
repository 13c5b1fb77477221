import type { Instrumentation } from 'next';

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env } = await import('@/lib/env');
  const { log } = await import('@/lib/log');
  log().info({ mode: env.APP_MODE }, 'web is starting');
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { log } = await import('@/lib/log');
  log().error({ err: error, path: request.path.split('?')[0], route: context.routePath }, 'request failed');
};
