import { PrismaPg } from "@prisma/adapter-pg";
import { type CustomTypesConfig, DatabaseError, Pool, types } from "pg";
import type { Prisma } from "./generated/client";
import { PrismaClient } from "./generated/client";

/** Inside one organization's transaction: every query sees that organization only. */
export type ScopedDb = Omit<Prisma.TransactionClient, "$executeRawUnsafe" | "$queryRawUnsafe">;

const held = globalThis as unknown as {
  plumblinePools?: Record<Use, Pool>;
  plumblineDb?: PrismaClient;
  plumblineStatements?: Map<string, string>;
};

/**
 * Single statements have connections of their own: a transaction may call a function that commits by itself. From the same
 * pool, as many transactions as it has connections would all wait for one more, and nobody would get any.
 */
type Use = "transactions" | "statements";

function pool(use: Use): Pool {
  held.plumblinePools ??= { transactions: newPool(), statements: newPool() };
  return held.plumblinePools[use];
}

/** A calendar day stays the text that it is. As a Date it would be this machine's midnight, which in UTC may be the day before. */
const TYPES: CustomTypesConfig = {
  getTypeParser: (type, format) => (type === types.builtins.DATE ? String : types.getTypeParser(type, format)),
};

function newPool(): Pool {
  const connectionString = process.env.APP_DATABASE_URL;
  if (!connectionString)
    throw new Error("APP_DATABASE_URL is not set: start Plumbline with `npm start` or `npm run dev`.");
  const made = new Pool({ connectionString, max: Number(process.env.DATABASE_POOL || 16), types: TYPES });
  // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
  made.on("error", () => {});
  return made;
}

function client(): PrismaClient {
  held.plumblineDb ??= new PrismaClient({
    adapter: new PrismaPg(pool("transactions"), { statementNameGenerator: ({ sql }) => statementName(sql) }),
  });
  return held.plumblineDb;
}

const MOST_STATEMENTS = 1_000;
held.plumblineStatements ??= new Map();
const names = held.plumblineStatements;

/** A statement with a name is parsed and planned once per connection. Lists make ever new texts, so that not every one gets a name. */
function statementName(sql: string): string {
  // Behind a pooler that hands connections out per transaction (see listen.ts) a name could belong to somebody else's statement.
  // Asked here, because what stands in .env is known only after this file is loaded.
  if (process.env.LIVE_DATABASE_URL) return "";
  const known = names.get(sql);
  if (known || names.size >= MOST_STATEMENTS) return known ?? "";
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}

/** In milliseconds: how long to wait for a connection, and how long a transaction may take on a machine that is busy. */
const LIMITS = { maxWait: 5_000, timeout: 20_000 } as const;

/**
 * Runs work inside one organization: row-level security admits that organization's rows alone, and only until the transaction ends.
 *
 * @param scope whose transaction this is
 * @param run everything it does is committed together, or not at all
 */
export async function withOrganization<T>(
  scope: Readonly<{ organizationId: string; userId: string }>,
  run: (db: ScopedDb) => Promise<T>,
): Promise<T> {
  return client().$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('plumbline.organization', ${scope.organizationId}, true), set_config('plumbline.actor', ${scope.userId}, true)`;
    return run(db);
  }, LIMITS);
}

/** As a person without an organization: their own account and sessions. */
export async function withPerson<T>(userId: string, run: (db: ScopedDb) => Promise<T>): Promise<T> {
  return client().$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('plumbline.organization', '', true), set_config('plumbline.actor', ${userId}, true)`;
    return run(db);
  }, LIMITS);
}

/** Goes on in another organization, in the same transaction; "" is none. For what a person does to several, or to one just made. */
export async function enterOrganization(db: ScopedDb, organizationId: string): Promise<void> {
  await db.$executeRaw`SELECT set_config('plumbline.organization', ${organizationId}, true)`;
}

/**
 * Calls one of the named database functions that may run before an organization is known (see the migrations).
 * Row-level security leaves a bare query through this without any tenant's rows. It passes Prisma by: one statement needs nothing of
 * it, and hot paths pay a tenth less.
 *
 * @throws DatabaseError as PostgreSQL reports it, without the values of rows
 */
export async function callFunction<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T[]> {
  const text = query.reduce((sql, part, place) => `${sql}$${place}${part}`);
  try {
    const { rows } = await pool("statements").query({ name: statementName(text), text, values });
    return rows;
  } catch (error) {
    if (error instanceof DatabaseError) for (const told of ["detail", "where"] as const) delete error[told];
    throw error;
  }
}

/** Closes the connections, for scripts and tests. */
export async function disconnect(): Promise<void> {
  await held.plumblineDb?.$disconnect();
  await Promise.all(Object.values(held.plumblinePools ?? {}).map((one) => one.end()));
  delete held.plumblineDb;
  delete held.plumblinePools;
}
