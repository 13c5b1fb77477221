import type { NextConfig } from 'next';

const everywhere = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'referrer-policy', value: 'same-origin' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'permissions-policy', value: 'camera=(self), geolocation=(), microphone=()' },
];
const policy = (value: string) => [{ key: 'content-security-policy', value }];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  images: { unoptimized: true },
  // Of every answer, files and faults too; the policy of pages has a nonce and is made in proxy.ts.
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/api/sheets/:path*', headers: policy("sandbox; default-src 'none'; frame-ancestors 'none'") },
    { source: '/api/files/:path*', headers: policy("sandbox; default-src 'none'; frame-ancestors 'none'") },
    { source: '/api/invoices/:path*', headers: policy("sandbox; default-src 'none'; frame-ancestors 'none'") },
    { source: '/api/uploads/:path*', headers: policy("default-src 'none'; frame-ancestors 'none'") },
    { source: '/api/health', headers: policy("default-src 'none'; frame-ancestors 'none'") },
  ],
  // `npm test` checks the types of everything; a build needs only the code.
  typescript: { ignoreBuildErrors: true },
  // Native code, wasm files and fonts are read from node_modules at run time.
  serverExternalPackages: [
    '@hyzyla/pdfium',
    '@node-rs/argon2',
    'alipay-sdk',
    'fontverter',
    'harfbuzzjs',
    'nodemailer',
    'pg',
    'pg-boss',
    'pino',
    'sharp',
    'zxing-wasm',
  ],
  // The server runs from the project's own folder, so nothing has to be traced and copied.
  outputFileTracingExcludes: { '*': ['**/*'] },
  // Its ES module lies in a package that calls itself CommonJS, which the bundler refuses.
  turbopack: { resolveAlias: { 'chinese-days': 'chinese-days/dist/index.min.js' } },
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
};

export default config;
