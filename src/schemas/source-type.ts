import { z } from 'zod';
import type { PictureAi } from '../language/reporting.ts';

/** How a picture came about, in the words of the IPTC (Digital Source Type NewsCodes). */
export const sourceType = z.enum([
  'digitalCapture',
  'computationalCapture',
  'multiFrameComputationalCapture',
  'negativeFilm',
  'positiveFilm',
  'print',
  'humanEdits',
  'minorHumanEdits',
  'algorithmicallyEnhanced',
  'digitalCreation',
  'digitalArt',
  'softwareImage',
  'dataDrivenMedia',
  'screenCapture',
  'virtualRecording',
  'composite',
  'compositeCapture',
  'compositeSynthetic',
  'algorithmicMedia',
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
]);
export type SourceType = z.infer<typeof sourceType>;

/** Whether it names what no camera saw and no person drew, in whole or in part. */
export const isArtificial = (source: SourceType): boolean =>
  /algorithmicMedia|synthetic/i.test(source);

/** The address of a term. */
export const sourceTypeAddress = (term: SourceType): string =>
  `http://cv.iptc.org/newscodes/digitalsourcetype/${term}`;

/** The term that an address names, or a short form of it; undefined for none that the IPTC has. */
export const sourceTypeOf = (text: string | undefined): SourceType | undefined =>
  sourceType.safeParse(/[^/:\s]+(?=\s*$)/.exec(text ?? '')?.[0]).data;

/** The term for what AI made or changed. */
export const sourceTypeOfAi = {
  generated: 'trainedAlgorithmicMedia',
  assisted: 'compositeWithTrainedAlgorithmicMedia',
} as const satisfies Record<PictureAi, SourceType>;

/** What AI did to a picture, by the term in its file; undefined if that says nothing of it. */
export const aiOfSourceType = (term: SourceType | undefined): PictureAi | undefined =>
  (Object.keys(sourceTypeOfAi) as PictureAi[]).find((ai) => sourceTypeOfAi[ai] === term);
