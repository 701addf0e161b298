import { DatabaseSync } from 'node:sqlite';

/** The part of the package sqlite3 that think-model-sqlite uses. As in the original, callbacks run asynchronously. */
export class Database {
  constructor(file, done) {
    this.database = new DatabaseSync(file, { timeout: 5000 });
    setImmediate(done, null);
  }

  /** Reads: `done(error, rows)`. */
  all(sql, done) {
    this.answer(done, () => [null, this.database.prepare(sql).all()]);
  }

  /** Writes: `done` is called with `lastID` and `changes` as its `this`. */
  run(sql, done) {
    this.answer(done, () => {
      const { changes, lastInsertRowid } = this.database.prepare(sql).run();
      return [null, undefined, { lastID: lastInsertRowid, changes }];
    });
  }

  close(done = () => undefined) {
    this.database.close();
    setImmediate(done, null);
  }

  answer(done, work) {
    let result;
    try {
      result = work();
    } catch (error) {
      result = [error];
    }
    const [error, rows, self = this] = result;
    setImmediate(() =>
      done.call(
        self,
        error,
        rows?.map((row) => ({ ...row })),
      ),
    );
  }
}
