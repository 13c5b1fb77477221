/** An invented, neutral mark: three volumes, one higher than the other, and a star on its way. */
export function SiteMark() {
  return (
    <svg className="site-mark" viewBox="0 0 64 64" aria-hidden="true">
      <path
        fill="currentColor"
        d="M6 53V39.5c5.2 0 9.8 1 13.5 3V56C15.8 54 11.2 53 6 53zm18.250 0V30.5c5.2 0 9.8 1 13.5 3V56c-3.7-2-8.3-3-13.5-3zm18.250 0V21.5c5.2 0 9.8 1 13.5 3V56c-3.7-2-8.3-3-13.5-3z"
      />
      <path d="M8 29C15 15.5 27 8 42 8" fill="none" stroke="currentColor" strokeWidth="3.5" strokeLinecap="round" />
      <circle cx="50" cy="9" r="5" fill="currentColor" />
    </svg>
  );
}
