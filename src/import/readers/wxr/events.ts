import { textOf } from '../decode.ts';
import type { SourceStream } from '../files.ts';
import type { Repairs } from '../repairs.ts';
import { gatherRecords } from './elements.ts';
import { readMarkup } from './markup.ts';
import type { WxrEvent } from './records.ts';

/** What is in a file of an export, in its order. @throws what opening and reading the file throws */
export async function* eventsOf(
  file: SourceStream,
  repairs: Repairs,
): AsyncGenerator<WxrEvent, undefined> {
  let events: WxrEvent[] = [];
  const handler = gatherRecords(
    (event) => events.push(event),
    () => reader.place(),
    repairs,
  );
  const reader = readMarkup(handler, repairs);
  const taken = (): WxrEvent[] => {
    const all = events;
    events = [];
    return all;
  };
  for await (const text of textOf(file.open(), repairs)) {
    reader.write(text);
    yield* taken();
  }
  reader.end();
  yield* taken();
}
