interface DemoBannerProps {
  /** The moved clock, as read; shown so that nobody wonders about the dates. */
  clock?: string;
  personasHref?: string;
  outboxHref?: string;
}

export function DemoBanner({ clock, personasHref, outboxHref }: DemoBannerProps) {
  return (
    <aside className="demo-banner" aria-label="演示说明">
      演示系统：内容均为虚构，请勿填写真实个人信息。
      {clock ? `系统时间 ${clock}。` : null}
      {personasHref ? <a href={personasHref}>切换演示身份</a> : null}
      {outboxHref ? <a href={outboxHref}>查看演示短信</a> : null}
    </aside>
  );
}
