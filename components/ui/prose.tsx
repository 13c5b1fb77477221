import { createElement, type ReactNode } from 'react';
import { type Block, type Inline, proseBlocks } from './prose-blocks';

/** Running text: either written by staff as plain paragraphs, or given as elements. */
export function Prose({ text, children }: { text?: string; children?: ReactNode }) {
  const written = text === undefined ? [] : proseBlocks(text).map(blockElement);
  return createElement('div', { className: 'prose' }, ...written, children);
}

function blockElement(block: Block): ReactNode {
  if (block.kind === 'heading') return createElement(`h${block.level}`, null, ...words(block.content));
  if (block.kind === 'paragraph') return createElement('p', null, ...block.lines.flatMap(paragraphLine));
  const items = block.items.map((item) => createElement('li', null, ...words(item)));
  return block.ordered ? createElement('ol', { start: block.start }, ...items) : createElement('ul', null, ...items);
}

const paragraphLine = (line: Inline[], index: number): ReactNode[] =>
  index === 0 ? words(line) : [<br key={`before-${index}`} />, ...words(line)];

const words = (parts: Inline[]): ReactNode[] =>
  parts.map((part) => {
    if (part.kind === 'link') return createElement('a', { href: part.href }, part.text);
    return part.kind === 'strong' ? createElement('strong', null, part.text) : part.text;
  });
