export type Inline = { kind: 'text' | 'strong'; text: string } | { kind: 'link'; text: string; href: string };

export type Block =
  | { kind: 'heading'; level: 2 | 3; content: Inline[] }
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; start: number; items: Inline[][] };

const bullet = /^[-*·]\s+/;
const numbered = /^(\d{1,3})[.．、]\s*/;
const inlineMark = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|<?(https?:\/\/[\w\-./?%&=#:~+]+)>?/g;

/** Plain paragraphs with `## 标题`, `- 条目`, `1. 条目`, `**重点**` and links; everything else is text. */
export function proseBlocks(source: string): Block[] {
  return source
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .flatMap((chunk) => blocksOf(chunk.split('\n').filter((line) => line.trim() !== '')));
}

function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const next = blockOf(line.trim());
    const last = blocks.at(-1);
    if (last?.kind === 'paragraph' && next.kind === 'paragraph') last.lines.push(...next.lines);
    else if (last?.kind === 'list' && next.kind === 'list' && last.ordered === next.ordered) {
      last.items.push(...next.items);
    } else blocks.push(next);
  }
  return blocks;
}

function blockOf(line: string): Block {
  const heading = /^(#{2,3})\s+(.+)$/.exec(line);
  if (heading?.[2]) return { kind: 'heading', level: heading[1] === '##' ? 2 : 3, content: inlines(heading[2]) };
  if (bullet.test(line)) return { kind: 'list', ordered: false, start: 1, items: [inlines(line.replace(bullet, ''))] };
  const number = numbered.exec(line);
  if (number) {
    return { kind: 'list', ordered: true, start: Number(number[1]), items: [inlines(line.replace(numbered, ''))] };
  }
  return { kind: 'paragraph', lines: [inlines(line)] };
}

function inlines(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(inlineMark)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push(markOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

function markOf([whole, strong, label, target, address]: RegExpMatchArray): Inline {
  if (strong) return { kind: 'strong', text: strong };
  if (address) return { kind: 'link', text: address, href: address };
  if (label && target && isSafeTarget(target)) return { kind: 'link', text: label, href: target };
  return { kind: 'text', text: whole };
}

/** No `javascript:` and no `//host`: staff text is shown to everybody. */
const isSafeTarget = (target: string) => /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/.test(target);
