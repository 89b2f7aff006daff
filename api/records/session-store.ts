import connectPg from 'connect-pg-simple';
import session, { type SessionData, type Store } from 'express-session';
import type { Pool } from 'pg';
import type { Vault } from './vault.js';

const PgStore = connectPg(session);

/** How often at most the end of a session that is in use is written anew, in milliseconds. */
const touchEveryMs = 60_000;

/**
 * Sessions in PostgreSQL. The id in the cookie is not the id in the table, but its keyed hash is: who reads the table
 * cannot take over a session.
 */
export class SessionStore extends PgStore {
  readonly #hashed: (sid: string) => string;
  readonly #touched = new Map<string, number>();

  constructor(pool: Pool, vault: Vault) {
    super({
      pool,
      tableName: 'session',
      createTableIfMissing: false,
      pruneSessionInterval: false,
      errorLog: () => undefined,
    });
    const secret = new Map<string, string>();
    this.#hashed = (sid) => {
      const known = secret.get(sid);
      if (known !== undefined) return known;
      const hashed = vault.hash('session', sid);
      if (secret.size > 10_000) secret.clear();
      secret.set(sid, hashed);
      return hashed;
    };
  }

  override get(sid: string, callback: Parameters<Store['get']>[1]): void {
    super.get(this.#hashed(sid), callback);
  }
  override set(sid: string, data: SessionData, callback?: (error?: unknown) => void): void {
    super.set(this.#hashed(sid), data, callback);
  }
  override destroy(sid: string, callback?: (error?: unknown) => void): void {
    this.#touched.delete(sid);
    super.destroy(this.#hashed(sid), callback);
  }

  /** A session in use lives on; writing that once a minute is enough. */
  override touch(sid: string, data: SessionData, callback?: () => void): void {
    const last = this.#touched.get(sid) ?? 0;
    if (Date.now() - last < touchEveryMs) {
      callback?.();
      return;
    }
    if (this.#touched.size > 10_000) this.#touched.clear();
    this.#touched.set(sid, Date.now());
    super.touch(this.#hashed(sid), data, callback);
  }
}
