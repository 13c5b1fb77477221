// Loaded before a program that a parent supervises: when the parent is gone, even by SIGKILL, this one ends too.
// What the program forks itself loads this as well, and is its own matter.
if (process.send && process.env.SUPERVISOR === String(process.ppid)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
