import { randomUUID } from 'node:crypto';
import { ColumnTypeEnum as Column, DriverAdapterError } from '@prisma/driver-adapter-utils';
import pg from 'pg';

// Prisma's own adapter cannot serve its schema engine: it refuses the catalogue's "char" columns, cuts scripts at
// every semicolon and, given an address, takes the real database for the shadow one.

const PROVIDER = { provider: 'postgres', adapterName: '@prisma/adapter-pg' };

const COLUMNS = new Map([
  [16, Column.Boolean],
  [18, Column.Character],
  [20, Column.Int64],
  [21, Column.Int32],
  [23, Column.Int32],
  [26, Column.Int64],
  [114, Column.Json],
  [700, Column.Float],
  [701, Column.Double],
  [1000, Column.BooleanArray],
  [1002, Column.CharacterArray],
  [1003, Column.TextArray],
  [1005, Column.Int32Array],
  [1007, Column.Int32Array],
  [1009, Column.TextArray],
  [1015, Column.TextArray],
  [1016, Column.Int64Array],
  [1028, Column.Int64Array],
  [1082, Column.Date],
  [1083, Column.Time],
  [1114, Column.DateTime],
  [1184, Column.DateTime],
  [1700, Column.Numeric],
  [2950, Column.Uuid],
  [3802, Column.Json],
]);

const asText = (value) => value;
const asInstant = (value) => value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
const asTextArray = pg.types.getTypeParser(1009);

const PARSERS = new Map([
  ...[20, 26, 114, 1082, 1083, 3802].map((type) => [type, asText]),
  ...[1002, 1003, 1016, 1028].map((type) => [type, asTextArray]),
  [1114, (value) => `${asInstant(value)}+00:00`],
  [1184, asInstant],
]);

const KINDS = {
  28000: 'DatabaseAccessDenied',
  '28P01': 'AuthenticationFailed',
  '3D000': 'DatabaseDoesNotExist',
  '42P01': 'TableDoesNotExist',
  '42P04': 'DatabaseAlreadyExists',
  ECONNREFUSED: 'DatabaseNotReachable',
  ENOTFOUND: 'DatabaseNotReachable',
};

/** What the schema engine asks of a driver, on one connection of node-postgres. */
export class Session {
  provider = PROVIDER.provider;
  adapterName = PROVIDER.adapterName;

  constructor({ client, schema, release }) {
    this.client = client;
    this.schema = schema;
    this.release = release;
  }

  async queryRaw(query) {
    const result = await this.send(query);
    return {
      columnNames: result.fields.map((field) => field.name),
      columnTypes: result.fields.map((field) => COLUMNS.get(field.dataTypeID) ?? Column.Text),
      rows: result.rows,
    };
  }

  async executeRaw(query) {
    const result = await this.send(query);
    return result.rowCount ?? 0;
  }

  // The simple protocol takes any number of statements at once, function bodies included.
  async executeScript(script) {
    await this.client.query(script).catch(rethrow);
  }

  async startTransaction(isolationLevel) {
    await this.executeScript(isolationLevel ? `BEGIN ISOLATION LEVEL ${isolationLevel}` : 'BEGIN');
    return Object.assign(Object.create(this), {
      options: { usePhantomQuery: false },
      commit: () => this.executeScript('COMMIT'),
      rollback: () => this.executeScript('ROLLBACK'),
    });
  }

  getConnectionInfo() {
    return { schemaName: this.schema, supportsRelationJoins: true };
  }

  async dispose() {
    await this.client.end();
    await this.release?.();
  }

  send({ sql, args }) {
    const types = { getTypeParser: (type, format) => PARSERS.get(type) ?? pg.types.getTypeParser(type, format) };
    return this.client.query({ text: sql, values: args, rowMode: 'array', types }).catch(rethrow);
  }
}

export class SessionFactory {
  provider = PROVIDER.provider;
  adapterName = PROVIDER.adapterName;

  constructor({ url, shadowUrl }) {
    Object.assign(this, parseDatabaseUrl(url));
    this.shadowUrl = shadowUrl;
  }

  connect() {
    return this.open(this.config);
  }

  async connectToShadowDb() {
    if (this.shadowUrl) return this.open(parseDatabaseUrl(this.shadowUrl).config);
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    const admin = await this.open(this.config);
    await admin.executeScript(`CREATE DATABASE "${database}"`);
    return this.open({ ...this.config, database }, async () => {
      await admin.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await admin.dispose();
    });
  }

  async open(config, release) {
    const client = new pg.Client(config);
    client.on('error', (error) => process.stderr.write(`${error.message}\n`));
    await client.connect().catch(rethrow);
    return new Session({ client, schema: this.schema, release });
  }
}

/** Comparing two schema files needs no server, but the engine greets one when it is made. */
export class PretendedFactory {
  provider = PROVIDER.provider;
  adapterName = PROVIDER.adapterName;

  async connect() {
    const session = new Session({ client: { end: async () => undefined }, schema: 'public' });
    const greeting = {
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [Column.Boolean, Column.Text, Column.Int32],
      rows: [[true, 'PostgreSQL 18.0', 180000]],
    };
    return Object.assign(session, {
      queryRaw: async () => greeting,
      executeRaw: async () => 0,
      executeScript: async () => undefined,
    });
  }

  connectToShadowDb() {
    return this.connect();
  }
}

export function parseDatabaseUrl(address) {
  const url = new URL(address);
  const sslMode = url.searchParams.get('sslmode') ?? 'disable';
  return {
    schema: url.searchParams.get('schema') ?? 'public',
    config: {
      host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
      port: Number(url.port || 5432),
      user: decodeURIComponent(url.username) || undefined,
      password: decodeURIComponent(url.password) || undefined,
      database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
      application_name: 'prisma-schema-engine',
      ssl: sslMode === 'disable' ? undefined : { rejectUnauthorized: sslMode.startsWith('verify') },
    },
  };
}

function rethrow(error) {
  const original = { originalCode: error.code, originalMessage: error.message };
  const kind = KINDS[error.code];
  if (!kind) {
    const { code = 'N/A', severity = 'N/A', message, detail, column, hint } = error;
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint, ...original });
  }
  const named = /"([^"]*)"/.exec(error.message)?.[1];
  const where = { host: error.address, port: error.port };
  throw new DriverAdapterError({ kind, db: named, user: named, table: named, ...where, ...original });
}
