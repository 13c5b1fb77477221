import { DomainError } from '@/lib/kernel/domain-error';

/** A character that no font can draw. A form with a hole or a box in a name is never issued. */
export class MissingGlyphError extends DomainError {
  readonly characters: string[];

  constructor(characters: string[]) {
    const named = characters.map((character) => `“${character}”（${codeName(character)}）`).join('、');
    super('missing_glyph', `以下字符暂时无法打印：${named}。请改用其他写法，或联系协会工作人员处理。`);
    this.name = 'MissingGlyphError';
    this.characters = characters;
  }
}

function codeName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
