const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const children = new Set();
let handle = endWithChildren;

/** From now on a signal ends what was started here, children first. */
export function listenForInterruption() {
  for (const signal of SIGNALS) process.on(signal, () => handle(signal));
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

function endWithChildren() {
  for (const child of children) child.kill('SIGTERM');
  process.exit(130);
}
