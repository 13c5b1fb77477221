const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const children = new Set();
let handle = endWithChildren;

/** From now on a signal ends what was started here, children first; so does the end of the npm that runs us. */
export function listenForInterruption() {
  for (const signal of SIGNALS) process.on(signal, () => handle(signal));
  if (process.env.npm_lifecycle_event && !process.send) endWithNpm(process.ppid);
}

/** What a signal does from here on. */
export function whenInterrupted(next) {
  handle = next;
}

export function endsWithUs(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

function endWithNpm(npm) {
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    handle('SIGTERM');
  }, 500);
  timer.unref();
}

function endWithChildren() {
  for (const child of children) child.kill('SIGTERM');
  process.exit(130);
}
