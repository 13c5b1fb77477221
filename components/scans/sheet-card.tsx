import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { FindingList, type ShownFinding } from './finding-list';
import { type LampName, LampTag } from './lamp-tag';

export interface ShownSheet {
  id: string;
  /** 第 3 页 */
  title: string;
  /** Where it came from, in words. */
  source: string;
  lamp: LampName;
  findings: readonly ShownFinding[];
  pictureHref: string;
}

interface SheetCardProps {
  sheet: ShownSheet;
  /** Among others below a heading of their own, or alone on its page. */
  heading?: 'h2' | 'h3';
  /** What can be done with it. */
  children?: ReactNode;
}

/** One page of a stamped form: its picture, its lamp, what to look at, what to do. */
export function SheetCard({ sheet, heading: Heading = 'h3', children }: SheetCardProps) {
  const { id, title, source, lamp, findings, pictureHref } = sheet;
  const open = findings.filter(({ isGood }) => !isGood);
  const good = findings.filter(({ isGood }) => isGood);
  return (
    <article className="sheet-card" aria-labelledby={`sheet-${id}`}>
      <a href={`${pictureHref}?size=large`} target="_blank" rel="noopener" className="sheet-picture">
        <img src={`${pictureHref}?size=small`} alt={`${title}的扫描件`} loading="lazy" width={140} height={198} />
        <span className="sr-only">（在新窗口打开大图）</span>
      </a>
      <div className="stack-small">
        <Heading id={`sheet-${id}`} className="sheet-title">
          {title} <LampTag lamp={lamp} />
        </Heading>
        <p className="field-hint">{source}</p>
        <FindingList findings={open} label={`${title}的提示`} />
        {good.length > 0 ? (
          <Disclosure summary={`查看检查结果（${good.length} 项）`}>
            <FindingList findings={good} label={`${title}的检查结果`} />
          </Disclosure>
        ) : null}
        {children ? <div className="button-row">{children}</div> : null}
      </div>
    </article>
  );
}
