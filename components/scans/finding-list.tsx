export interface ShownFinding {
  sentence: string;
  /** Address of the picture that shows it. */
  cropHref?: string;
  isGood: boolean;
}

/** What was found on a page, a sentence each, with the place cut out where there is one. */
export function FindingList({ findings, label }: { findings: readonly ShownFinding[]; label: string }) {
  if (findings.length === 0) return null;
  return (
    <ul className="finding-list" aria-label={label}>
      {findings.map(({ sentence, cropHref, isGood }) => (
        <li key={sentence} className={isGood ? undefined : 'finding-open'}>
          <p>{sentence}</p>
          {cropHref ? (
            <a href={cropHref} target="_blank" rel="noopener">
              <img src={cropHref} alt={`截图：${sentence}`} loading="lazy" />
              <span className="sr-only">（在新窗口打开大图）</span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
