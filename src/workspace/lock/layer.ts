/**
 * What lies between the store and the database: every transaction reads the lock's row first, and where there is a lock, rows
 * go in sealed and come out opened. So no tab, whatever it believes, writes anything plain into a locked database, nor a row
 * that is sealed with a key of yesterday.
 */
import type {
  DBCore,
  DBCoreGetManyRequest,
  DBCoreKeyRange,
  DBCoreMutateRequest,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import { admit, LOCK, LOCK_TABLE, type Locked, type LockRow, type Sealer } from './state.ts';

/** Dexie's word for a range that has no ends. */
const ANY = 3;

type Admitted = { sealer: Sealer | undefined } | { locked: Locked };

/**
 * The layer, for `Dexie.use`.
 * @param saw is told which data key a transaction found; undefined: no lock
 */
export function lockLayer(saw: (key: string | undefined) => void): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'lock',
    // Next to the database: all that Dexie does itself, it does with rows as they are meant.
    level: -2,
    create(core) {
      const hasLock = core.schema.tables.some(({ name }) => name === LOCK_TABLE);
      if (!hasLock) return core;
      const admitted = new WeakMap<DBCoreTransaction, PromiseLike<Admitted>>();
      const locks = core.table(LOCK_TABLE);

      const look = (trans: DBCoreTransaction): PromiseLike<Admitted> => {
        let known = admitted.get(trans);
        if (!known) {
          known = locks.get({ trans, key: LOCK }).then((row?: LockRow): Admitted => {
            saw(row?.key);
            try {
              return { sealer: admit(row) };
            } catch (locked) {
              return { locked: locked as Locked };
            }
          }) as PromiseLike<Admitted>;
          admitted.set(trans, known);
        }
        return known;
      };
      /** Does one of the two; where it is locked, nothing. */
      const with_ = <T>(trans: DBCoreTransaction, plain: () => Promise<T>, sealed: (by: Sealer) => Promise<T>) =>
        look(trans).then((found) => {
          if ('locked' in found) throw found.locked;
          return found.sealer ? sealed(found.sealer) : plain();
        }) as Promise<T>;

      return {
        ...core,
        transaction: (stores, mode, options) =>
          core.transaction(stores.includes(LOCK_TABLE) ? stores : [...stores, LOCK_TABLE], mode, options),
        table: (name) => (name === LOCK_TABLE ? locks : sealedTable(core.table(name), look, with_)),
      };
    },
  };
}

type With = <T>(trans: DBCoreTransaction, plain: () => Promise<T>, sealed: (by: Sealer) => Promise<T>) => Promise<T>;

function sealedTable(table: DBCoreTable, look: (trans: DBCoreTransaction) => PromiseLike<Admitted>, with_: With) {
  const { name } = table;
  const keyPath = table.schema.primaryKey.keyPath as string;
  const keys = (by: Sealer, all: readonly IDBValidKey[]) => all.map((key) => by.keyOf(name, key));

  /** All rows, in the order of their keys; what does not open, as it lies there, behind the rest. */
  async function all(trans: DBCoreTransaction, by: Sealer): Promise<object[]> {
    const range: DBCoreKeyRange = { type: ANY, lower: undefined, upper: undefined };
    const query = { index: table.schema.primaryKey, range };
    const { result } = await table.query({ trans, values: true, query });
    return result
      .map((row) => by.open(name, keyPath, row) ?? row)
      .sort((a, b) => indexedDB.cmp(a[keyPath], b[keyPath]));
  }

  const layer: DBCoreTable = {
    ...table,
    get: (request) =>
      with_(
        request.trans,
        () => table.get(request),
        async (by) => {
          const row = await table.get({ ...request, key: by.keyOf(name, request.key) });
          // Under its own name nobody finds what does not open; it is found in the list of what is damaged.
          return row && (by.open(name, keyPath, row) ?? (typeof request.key === 'string' ? undefined : row));
        },
      ),
    getMany: (request: DBCoreGetManyRequest) =>
      with_(
        request.trans,
        () => table.getMany(request),
        async (by) =>
          (await table.getMany({ ...request, keys: keys(by, request.keys) })).map(
            (row: unknown) => row && by.open(name, keyPath, row),
          ),
      ),
    query: (request) =>
      with_(
        request.trans,
        () => table.query(request),
        async (by) => {
          if (request.query.range.type !== ANY) throw new Error('what is sealed has no index');
          const rows = await all(request.trans, by);
          const result = request.values === false ? rows.map((row) => (row as Row)[keyPath]) : rows;
          return { result: result.slice(0, request.limit) };
        },
      ),
    openCursor: (request) =>
      with_(
        request.trans,
        () => table.openCursor(request),
        async () => {
          throw new Error('what is sealed is read as a list');
        },
      ),
    count: (request) =>
      with_(
        request.trans,
        () => table.count(request),
        async (by) => (await all(request.trans, by)).length,
      ),
    mutate(request: DBCoreMutateRequest) {
      const { trans, type } = request;
      if (type === 'deleteRange') {
        // To be rid of all of it, nobody needs to read it.
        return look(trans).then((found) => {
          if ('locked' in found || found.sealer ? request.range.type !== ANY : false)
            throw new Error('what is sealed has no order');
          return table.mutate(request);
        }) as ReturnType<DBCoreTable['mutate']>;
      }
      return with_(
        trans,
        () => table.mutate(request),
        async (by) => {
          if (type === 'delete') return table.mutate({ ...request, keys: keys(by, request.keys) });
          const { values } = request;
          const { keys: _keys, ...rest } = request as typeof request & { keys?: unknown };
          const done = await table.mutate({
            ...rest,
            values: values.map((row) => by.seal(name, keyPath, row)),
          } as DBCoreMutateRequest);
          const results = values.map((row) => (row as Row)[keyPath]);
          // Dexie writes this into the row it was given.
          return { ...done, lastResult: results.at(-1), ...(done.results && { results }) };
        },
      );
    },
  };
  return layer;
}

type Row = Record<string, unknown>;
