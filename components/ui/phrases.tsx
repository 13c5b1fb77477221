import { Fragment } from 'react';
import { phrasesOf } from './phrases-of';

/** A heading that breaks between words and never inside one; its text stays the same. For server components. */
export function Phrases({ text }: { text: string }) {
  return (
    <span className="phrases">
      {phrasesOf(text).map((phrase, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a phrase may come twice, and none ever moves.
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {phrase}
        </Fragment>
      ))}
    </span>
  );
}
