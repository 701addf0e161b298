import type { MediaNs } from 'feedsmith';

/** A picture that goes with an item. */
export interface FeedPicture {
  url: string;
  alt: string | undefined;
}

/** Whether a file is a picture, by its type, else by its address. */
export const isPicture = (type: string | undefined, url: string): boolean =>
  type?.startsWith('image') ?? /\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(url);

/** The largest picture of Media RSS. */
export const mediaPicture = (media: MediaNs.ItemOrFeed | undefined): FeedPicture | undefined => {
  const all = [
    ...(media?.groups ?? []).flatMap(({ contents }) => contents ?? []),
    ...(media?.contents ?? []),
  ];
  const found = all
    .filter(({ url, medium, type }) => url !== undefined && isPicture(type ?? medium, url))
    .sort((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
  const url = found?.url ?? media?.thumbnails?.[0]?.url;
  return url === undefined
    ? undefined
    : { url, alt: found?.description?.value ?? found?.title?.value };
};
