/** A place on a page in points from its top left corner. */
export interface Place {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

type Random = () => number;

const ringMarks = 14;

/** A round seal such as a unit's: ring, star, and strokes where the name stands. No words: it is nobody's seal. */
export function sealPicture(random: Random): string {
  const marks = Array.from({ length: ringMarks }, (_, index) => {
    const degrees = -120 + (240 / (ringMarks - 1)) * index;
    return `<g transform="rotate(${degrees} 100 100) translate(88 14)">${strokes(random)}</g>`;
  });
  const star = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? 28 : 11;
    const angle = (Math.PI / 5) * index - Math.PI / 2;
    return `${100 + radius * Math.cos(angle)},${100 + radius * Math.sin(angle)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" opacity="0.85">
    <circle cx="100" cy="100" r="96" fill="none" stroke="#d3202a" stroke-width="6"/>
    <polygon points="${star.join(' ')}" fill="#d3202a"/>${marks.join('')}</svg>`;
}

/** A few strokes in a square: as dense as a character and none in particular. */
function strokes(random: Random): string {
  const at = () => (random() * 24).toFixed(1);
  const lines = Array.from({ length: 5 }, () => `M${at()} ${at()}L${at()} ${at()}`);
  return `<path d="${lines.join('')}" stroke="#d3202a" stroke-width="3" fill="none"/>`;
}

/** A signature as a pen draws it: three loops that run on. */
export function signaturePicture(random: Random): string {
  const point = (index: number) => `${(20 + 16 * index + 14 * random()).toFixed(1)} ${(10 + 40 * random()).toFixed(1)}`;
  const curves = Array.from({ length: 9 }, (_, index) => `S${point(index)} ${point(index + 1)}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">
    <path d="M10 30${curves.join('')}" stroke="#1a2340" stroke-width="2.6" stroke-linecap="round" fill="none"/></svg>`;
}
