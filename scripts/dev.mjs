import { command } from './bootstrap/command.mjs';

await command(async () => {
  const { generateClient } = await import('./database/client.mjs');
  const { serve } = await import('./product/serve.mjs');
  return serve({ hotReload: true, prepare: generateClient });
});
