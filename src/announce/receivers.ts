import type { Publication } from '../schemas/publication.ts';
import type { Change } from './memory.ts';
import type { Digests, PrintedAddresses } from './printed-addresses.ts';

/** Somebody who is told of changes. */
export interface Receiver {
  /** What it is called where the command says what it does. With the address, it is remembered by this. */
  name: string;
  /** Where it is told. */
  address: string;
  /** What it is told about. */
  about: (paper: PrintedAddresses) => Digests;
  /** Whether it is told of what is gone. */
  ofGone: boolean;
  /** The most changes in one request. */
  most: number;
  request: (changes: readonly Change[], paper: PrintedAddresses) => { type: string; body: string };
}

/** The most addresses in one request (indexnow.org). */
const mostAtOnce = 10_000;

/** The receivers that a publisher has named: search engines (IndexNow), the hub of feeds (WebSub). */
export const receiversOf = ({
  indexNow,
  feeds,
}: Pick<Publication, 'indexNow' | 'feeds'>): Receiver[] => [
  ...(indexNow
    ? [
        {
          name: 'IndexNow',
          address: indexNow.endpoint,
          about: ({ pages }: PrintedAddresses) => pages,
          ofGone: true,
          most: mostAtOnce,
          request: (changes: readonly Change[], { front }: PrintedAddresses) => ({
            type: 'application/json; charset=utf-8',
            body: JSON.stringify({
              host: new URL(front).host,
              key: indexNow.key,
              keyLocation: `${front}${indexNow.key}.txt`,
              urlList: changes.map(({ address }) => address),
            }),
          }),
        },
      ]
    : []),
  ...(feeds.hub === undefined
    ? []
    : [
        {
          name: 'hub',
          address: feeds.hub,
          about: ({ feeds }: PrintedAddresses) => feeds,
          ofGone: false,
          // Hubs agree on one feed at a time; some take more.
          most: 1,
          request: (changes: readonly Change[]) => ({
            type: 'application/x-www-form-urlencoded',
            body: new URLSearchParams([
              ['hub.mode', 'publish'],
              ...changes.map(({ address }) => ['hub.url', address]),
            ]).toString(),
          }),
        },
      ]),
];
