import fs from 'node:fs';
import path from 'node:path';
import { at } from '../bootstrap/project.mjs';

const FOLDER = at('.cache/fonts');
const CHINESE = ['400Regular', '500Medium', '700Bold'].map((weight) =>
  at('node_modules/@expo-google-fonts/noto-sans-sc', weight),
);

/** Chinese letters for a browser on a machine that has none: the environment that shows them to it. */
export function fontEnvironment() {
  const file = path.join(FOLDER, 'fonts.conf');
  fs.mkdirSync(FOLDER, { recursive: true });
  fs.writeFileSync(file, configuration());
  return { FONTCONFIG_FILE: file };
}

function configuration() {
  const folders = CHINESE.filter((folder) => fs.existsSync(folder));
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${FOLDER}</cachedir>
${['sans-serif', 'serif', 'monospace', 'system-ui'].map(fallback).join('\n')}
</fontconfig>
`;
}

const fallback = (family) =>
  `  <alias><family>${family}</family><accept><family>Noto Sans SC</family></accept></alias>`;
