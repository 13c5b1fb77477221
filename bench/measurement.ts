/** One line of bench/results.json; a figure without a peer leaves out baseline, baselineName and ratio. */
export interface Figure {
  name: string;
  unit: string;
  ours: number;
  baseline?: number;
  baselineName?: string;
  ratio?: number;
  runs: number;
  seed: number;
}

export interface StartedProduct {
  url: string;
  databaseUrl: string;
  /** The settings that its processes run with. */
  env: Record<string, string>;
  dataDir: string;
  /** What its processes wrote. */
  logFile: string;
  /** By name: web, worker, gateway and, when it is the product's own (`env: { DATABASE_URL: '' }`), database. */
  pids(): Record<string, number | null>;
}

export interface MeasuringContext {
  /** Feeds whatever is random; another one is given by SEED. */
  seed: number;
  /** A folder that is gone afterwards. */
  folder: string;
  /** Names given on the command line; empty means everything. */
  names: string[];
  /** A whole product, started at the first call, ended afterwards. `env` counts at that first call. */
  product(options?: { clock?: string; env?: Record<string, string> }): Promise<StartedProduct>;
  /** A migrated, empty database on a throwaway server. */
  emptyDatabase(): Promise<string>;
  /** Chromium and the environment that it needs. */
  browser(): Promise<{ program: string; env: Record<string, string> }>;
  say(line: string): void;
}

/** Default export of bench/*.bench.ts. `name` is a figure's name or the part before its dot. */
export interface Bench {
  name: string;
  run(context: MeasuringContext): Promise<Figure[]>;
}

export interface CampaignResult {
  cases: number;
  failures: number;
  seed: number;
  /** Whatever else the campaign counted, by name. */
  counts?: Record<string, number>;
  /** The first failures, in words. */
  examples?: string[];
}

/** Default export of bench/*.campaign.ts. */
export interface Campaign {
  name: string;
  run(context: MeasuringContext): Promise<CampaignResult>;
}
