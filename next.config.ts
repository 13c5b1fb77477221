import type { NextConfig } from 'next';

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm test` checks the types of everything; a build needs only the code.
  typescript: { ignoreBuildErrors: true },
  // Native code, wasm files and fonts are read from node_modules at run time.
  serverExternalPackages: [
    '@hyzyla/pdfium',
    '@node-rs/argon2',
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
