/** Hidden by a style that only newer browsers understand, so it needs no script. */
export function OldBrowserBanner() {
  return (
    <aside className="old-browser" aria-label="浏览器提示">
      您的浏览器版本较旧，页面样式可能显示不全，但仍可阅读和提交。建议使用新版 Chrome、Edge、Safari 或 360、QQ
      浏览器的极速模式打开。
    </aside>
  );
}
