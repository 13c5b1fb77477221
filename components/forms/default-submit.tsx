/** First in a form with several buttons: the one that the Enter key presses. */
export function DefaultSubmit() {
  return (
    <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
      提交
    </button>
  );
}
