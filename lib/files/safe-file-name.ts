const longest = 80;
/** Controls, private use, lone surrogates, and the marks that turn or hide text. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const reserved = /[\\/:*?"<>|]/g;

/** A name that is safe to keep, to show and to send back; the extension is what the content says, not what the name says. */
export function safeFileName(given: string, { fallback, extension }: { fallback: string; extension?: string }): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(invisible, '').replace(reserved, ' ').replace(/\s+/g, ' ');
  const stem = withoutExtension(plain)
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .trim();
  const kept = Array.from(stem).slice(0, longest).join('').trim();
  return extension ? `${kept || fallback}.${extension}` : kept || fallback;
}

/** "报告.pdf.exe" and "报告.exe" both lose what looks like an extension; "1.2 版说明" keeps its dots. */
function withoutExtension(name: string): string {
  return name.replace(/(\.[A-Za-z][A-Za-z0-9]{0,5})+\s*$/, '');
}
