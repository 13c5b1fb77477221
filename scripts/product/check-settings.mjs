// Run under tsx before anything is started: says in one line which settings cannot be.
try {
  const { parseEnv } = await import('../../lib/env.ts');
  parseEnv(process.env);
} catch (error) {
  process.stdout.write(error.message);
  process.exitCode = 1;
}
