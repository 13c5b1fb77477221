import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Does what its tasks say: what a test needs of a process that is kept. */
for await (const line of createInterface({ input: process.stdin })) {
  const task: { says?: string; act?: 'dies' | 'hangs' | 'fails' } = JSON.parse(line);
  writeSync(3, `${JSON.stringify({ said: task.says, by: process.pid })}\n`);
  if (task.act === 'dies') process.kill(process.pid, 'SIGKILL');
  if (task.act === 'fails') throw new Error('our own fault');
  if (task.act === 'hangs') await new Promise(() => setInterval(() => undefined, 1000));
  writeSync(3, 'null\n');
}
