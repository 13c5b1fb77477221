#!/usr/bin/env node
// The Prisma CLI wants a native program that it would download; this answers in its place, over the same JSON-RPC,
// with the same engine compiled to WebAssembly, which comes from npm.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import readline from 'node:readline';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { PretendedFactory, parseDatabaseUrl, SessionFactory } from './schema-engine-session.mjs';

const PRISMA_CODES = {
  28000: 'P1010',
  '28P01': 'P1000',
  '3D000': 'P1003',
  '42P04': 'P1009',
  EAI_AGAIN: 'P1001',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
};

let prints = 1_000_000_000;

const options = parseArguments(process.argv.slice(2));
if (options.version) await printVersion();
else if (options.command) await runCommand();
else await serve();

function parseArguments(args) {
  const parsed = { version: false, datamodels: [], datasource: null, command: null };
  for (let index = 0; index < args.length; index += 2) {
    const [name, value] = [args[index], args[index + 1]];
    if (name === '--version') parsed.version = true;
    if (name === '--datamodels') parsed.datamodels.push(value);
    if (name === '--datasource') parsed.datasource = JSON.parse(value);
    if (name === 'cli') parsed.command = value;
  }
  return parsed;
}

async function printVersion() {
  await loadEngine();
  process.stdout.write(`schema-engine-wasm ${bindings.version()}\n`);
}

async function runCommand() {
  const commands = { 'can-connect-to-database': serverVersion, 'create-database': createDatabase };
  try {
    await commands[options.command](options.datasource.url);
  } catch (error) {
    const fields = { error_code: PRISMA_CODES[error.code] ?? 'P1001', message: error.message || String(error.code) };
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', fields, target: 'schema_engine::logger' })}`);
    process.exitCode = 1;
  }
}

async function serve() {
  await loadEngine();
  const panics = watchPanics();
  const engine = engineCalls();
  let queue = Promise.resolve();
  const lines = readline.createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const request = JSON.parse(line);
    const isAnswerToPrint = !request.method;
    if (isAnswerToPrint) return;
    queue = queue.then(async () => {
      try {
        write({ id: request.id, result: await engine.call(request.method, request.params) });
      } catch (error) {
        write({ id: request.id, error: describe(error, { panic: panics.last(), registry: engine.registry }) });
      }
    });
  });
  lines.on('close', () => queue.then(() => process.exit(0)));
}

async function loadEngine() {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = readFileSync(script.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function watchPanics() {
  let message;
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (text) => {
      message = text;
    },
  };
  return { last: () => message };
}

function engineCalls() {
  const { url, shadowDatabaseUrl } = options.datasource ?? {};
  const adapter = url && bindMigrationAwareSqlAdapterFactory(new SessionFactory({ url, shadowUrl: shadowDatabaseUrl }));
  const models = options.datamodels.map((file) => [file, readFileSync(file, 'utf8')]);
  const make = (factory) =>
    bindings.SchemaEngine.new({ datamodels: models.length ? models : undefined }, () => undefined, factory);
  let engine;
  const connected = () => {
    engine ??= make(adapter);
    return engine;
  };
  const special = {
    ensureConnectionValidity: async () => {
      await serverVersion(url);
      return {};
    },
    createDatabase: async (params) => ({ databaseName: await createDatabase(params?.datasource?.url ?? url) }),
    getDatabaseVersion: () => serverVersion(url),
    diff: async (params) => {
      const needsNoServer = [params.from.tag, params.to.tag].every(
        (tag) => tag === 'empty' || tag === 'schemaDatamodel',
      );
      const pretended = needsNoServer && make(bindMigrationAwareSqlAdapterFactory(new PretendedFactory()));
      const result = await (await (pretended || connected())).diff({ exitCode: null, ...params });
      if (result.stdout != null) write({ id: printId(), method: 'print', params: { content: result.stdout } });
      return { exitCode: result.exitCode, stdout: null };
    },
  };
  async function call(method, params) {
    if (Object.hasOwn(special, method)) return special[method](params);
    return (await (await connected())[method](params)) ?? {};
  }
  return { call, registry: adapter?.errorRegistry };
}

async function serverVersion(url) {
  const { rows } = await query(parseDatabaseUrl(url).config, 'SELECT version()');
  return rows[0].version;
}

async function createDatabase(url) {
  const { config } = parseDatabaseUrl(url);
  await query({ ...config, database: 'postgres' }, `CREATE DATABASE ${pg.escapeIdentifier(config.database)}`);
  return config.database;
}

async function query(config, sql) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

function printId() {
  prints += 1;
  return prints;
}

function write(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

function describe(error, { panic, registry }) {
  const id = /External error id#(\d+)/.exec(error?.message ?? '')?.[1] ?? error?.id;
  const cause = id === undefined ? undefined : registry?.consumeError?.(Number(id))?.error;
  const inner = cause?.cause ?? cause ?? error;
  const message = panic ?? inner?.originalMessage ?? inner?.message ?? error?.message ?? String(error);
  const isPrismas = /^P\d{4}$/.test(error?.code ?? '');
  const code = isPrismas ? error.code : PRISMA_CODES[inner?.originalCode ?? inner?.code];
  return {
    code: 4466,
    message: 'An error happened. Check the data field for details.',
    data: { is_panic: Boolean(panic), message, meta: error?.meta ?? null, error_code: code ?? null },
  };
}
