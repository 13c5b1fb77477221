import type { Instrumentation } from 'next';

// The condition is written out so that the bundler leaves Node's parts out of the edge runtime, which we do not use.
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { env } = await import('@/lib/env');
    const { log } = await import('@/lib/log');
    log().info({ mode: env.APP_MODE }, 'web is starting');
  }
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('@/lib/log');
    log().error({ err: error, path: request.path.split('?')[0], route: context.routePath }, 'request failed');
  }
};
