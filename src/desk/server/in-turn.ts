/** Runs tasks one after the other, whether or not earlier ones failed. */
export type InTurn = <Result>(task: () => Promise<Result>) => Promise<Result>;

export const createTurns = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine;
    return mine;
  };
};
