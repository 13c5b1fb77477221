import { command } from './bootstrap/command.mjs';

await command(async () => {
  const { dropDemoData } = await import('./product/reset.mjs');
  return dropDemoData();
});
