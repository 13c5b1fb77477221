import { migrate } from '../scripts/database/migrate.mjs';
import { startThrowawayPostgres } from '../scripts/database/throwaway.mjs';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async function setup(project: TestProject) {
  const postgres = await startThrowawayPostgres();
  await migrate(postgres.url('template_of_tests'));
  project.provide('postgresUrl', postgres.url('postgres'));
  return postgres.stop;
}
