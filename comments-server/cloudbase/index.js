const database = { command: { aggregate: {} } };

/** Waline calls this while it loads, whatever its storage is. */
export const init = () => ({ database: () => database });
