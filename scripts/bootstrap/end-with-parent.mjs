// Loaded before a program that a parent supervises: when the parent is gone, even by SIGKILL, this one ends too.
if (process.send) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
