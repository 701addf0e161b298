/** One call of a method in a worker, and what it came to. */
export interface Call {
  id: number;
  method: string;
  values: unknown[];
}
export type Answer =
  { id: number; value: unknown } | { id: number; error: { name: string; message: string } };

/** What a worker and the page that started it have in common: they exchange copies of values. */
export interface Line {
  postMessage: (message: unknown) => void;
  addEventListener: (type: 'message', hear: (event: MessageEvent) => void) => void;
}

type Methods<Of> = {
  [Name in keyof Of]: Of[Name] extends (...values: never[]) => Promise<unknown> ? Of[Name] : never;
};

/** Answers calls with the methods of an object, one after the other in the order in which they come. */
export const answerCalls = <Of extends Methods<Of>>(line: Line, methods: Promise<Of>): void => {
  line.addEventListener('message', ({ data }) => {
    const { id, method, values } = data as Call;
    const answer = async (): Promise<unknown> => {
      const of = (await methods) as Record<string, (...all: unknown[]) => Promise<unknown>>;
      return of[method]?.(...values);
    };
    answer().then(
      (value) => {
        line.postMessage({ id, value } satisfies Answer);
      },
      (error: unknown) => {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        line.postMessage({ id, error: { name, message } } satisfies Answer);
      },
    );
  });
};

/** Makes functions that call methods at the other end of a line. They throw what is thrown there. */
export const callsOver = <Of extends Methods<Of>>(
  line: Line,
  names: readonly (keyof Of & string)[],
): { methods: Of; breakOff: (error: Error) => void } => {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  let broken: Error | undefined;
  line.addEventListener('message', ({ data }) => {
    const answer = data as Answer;
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) call?.resolve(answer.value);
    else call?.reject(Object.assign(new Error(answer.error.message), { name: answer.error.name }));
  });
  const methods = names.map((method) => [
    method,
    (...values: unknown[]): Promise<unknown> => {
      if (broken) return Promise.reject(broken);
      const call = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, call);
      line.postMessage({ id: last, method, values } satisfies Call);
      return call.promise;
    },
  ]);
  return {
    methods: Object.fromEntries(methods) as Of,
    breakOff: (error) => {
      broken = error;
      for (const call of waiting.values()) call.reject(error);
      waiting.clear();
    },
  };
};
