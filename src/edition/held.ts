import type { Publishable } from './public.ts';

/** Why readers cannot see a story at a moment, and until when (ISO 8601 with offset), if that is known. */
export type Hold = { why: 'draft' } | { why: 'scheduled' | 'embargoed'; until: string };

/** Everything that holds a story back at a moment; nothing for a public one. */
export const holdsOn = ({ draft, published, embargo }: Publishable, moment: Date): Hold[] => {
  const isToCome = (text: string): boolean => Date.parse(text) > moment.getTime();
  return [
    ...(draft ? [{ why: 'draft' } as const] : []),
    // What a draft is dated means nothing yet.
    ...(!draft && isToCome(published) ? [{ why: 'scheduled', until: published } as const] : []),
    ...(embargo !== undefined && isToCome(embargo)
      ? [{ why: 'embargoed', until: embargo } as const]
      : []),
  ];
};
