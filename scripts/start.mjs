import { command } from './bootstrap/command.mjs';

await command(async () => {
  const { generateClient } = await import('./database/client.mjs');
  const { buildProduct } = await import('./product/build.mjs');
  const { serve } = await import('./product/serve.mjs');
  async function prepare() {
    await generateClient();
    await buildProduct();
  }
  return serve({ hotReload: false, prepare });
});
