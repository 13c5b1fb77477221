import { plainName } from '@/lib/kernel/plain-name';
import type { Row } from './answers';
import type { Finding } from './finding';
import type { FormMaterial } from './material';

/** Share of pairs of neighbouring characters that two titles have in common. */
const verySimilar = 0.9;

/** The same achievement entered twice with small differences; what is identical is a problem already. */
export function repeatedAchievements({ answers }: FormMaterial): Finding[] {
  const { rows } = answers.achievements;
  return rows.flatMap((row, at): Finding[] => {
    const earlier = rows.slice(0, at).find((other) => isLikelySame(row, other));
    if (!earlier) return [];
    const sentence = `“${row.values.title}”与“${earlier.values.title}”很可能是同一项成果，请核对；同一项成果只填一次。`;
    return [{ code: 'form.repeated', section: 'achievements', rowId: row.id, sentence }];
  });
}

function isLikelySame(one: Row, other: Row): boolean {
  const [title, otherTitle] = [plainName(one.values.title ?? ''), plainName(other.values.title ?? '')];
  if (title === '' || otherTitle === '' || isIdentical(one, other)) return false;
  if (one.values.date !== other.values.date) return false;
  return title === otherTitle || similarity(title, otherTitle) >= verySimilar;
}

const plainValues = ({ values }: Row): string =>
  JSON.stringify(
    Object.entries(values)
      .map(([name, value]) => [name, value.replace(/\s/g, '')])
      .filter(([, value]) => value !== ''),
  );

const isIdentical = (one: Row, other: Row): boolean => plainValues(one) === plainValues(other);

/** Dice's coefficient over pairs of characters. */
function similarity(one: string, other: string): number {
  const [pairs, otherPairs] = [pairsOf(one), pairsOf(other)];
  if (pairs.length === 0 || otherPairs.length === 0) return 0;
  const left = [...otherPairs];
  const shared = pairs.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (pairs.length + otherPairs.length);
}

function pairsOf(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
