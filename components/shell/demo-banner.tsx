interface DemoBannerProps {
  /** The moved clock, as read; shown so that nobody wonders about the dates. */
  clock?: string;
  personasHref?: string;
  outboxHref?: string;
}

export function DemoBanner({ clock, personasHref, outboxHref }: DemoBannerProps) {
  return (
    <aside className="demo-banner" aria-label="演示说明">
      <span>演示系统：内容均为虚构，请勿填写真实个人信息。</span>
      {clock ? <span>系统时间 {clock}</span> : null}
      {personasHref ? <a href={personasHref}>演示身份</a> : null}
      {outboxHref ? <a href={outboxHref}>演示短信</a> : null}
    </aside>
  );
}
