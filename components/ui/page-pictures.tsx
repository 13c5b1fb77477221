import { TextLink } from './text-link';

interface PagePicturesProps {
  /** One entry a page: its picture's address and what it shows. */
  pages: { src: string; alt: string; caption?: string }[];
}

/** Rendered pages of a document under each other, each opening in full. */
export function PagePictures({ pages }: PagePicturesProps) {
  return (
    <ol className="scan-pages">
      {pages.map(({ src, alt, caption }) => (
        <li key={src}>
          <TextLink href={src} newTab>
            {caption ?? alt}，点开看大图
          </TextLink>
          <img src={src} alt={alt} loading="lazy" width={620} height={877} />
        </li>
      ))}
    </ol>
  );
}

/** 1 to n. */
export const pageNumbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
