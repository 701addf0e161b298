import type { CreativeWork } from 'schema-dts';
import type { ReportingCopy } from '../../schemas/reporting.ts';
import { sourceTypeAddress, sourceTypeOfAi } from '../../schemas/source-type.ts';

interface ReportingData {
  backstory?: string;
  citation?: CreativeWork[];
  digitalSourceType?: { '@id': string };
}

/** How a story was reported, as schema.org says it; whether AI wrote it, in the terms of the IPTC. */
export const reportingData = (reporting: ReportingCopy | undefined): ReportingData => {
  if (!reporting) return {};
  const { method, interests, sources, ai } = reporting;
  const backstory = [method, interests].filter(Boolean).join(' ');
  return {
    ...(backstory === '' ? {} : { backstory }),
    ...(sources.length === 0
      ? {}
      : {
          citation: sources.map(({ name, url, archived, note }) => ({
            '@type': 'CreativeWork' as const,
            name,
            ...(url === undefined ? {} : { url }),
            ...(archived === undefined ? {} : { archivedAt: archived }),
            ...(note === undefined ? {} : { description: note }),
          })),
        }),
    // The terms are about what a work is made of: where AI only helped, a text is still its author's.
    ...(ai?.use !== 'generated'
      ? {}
      : { digitalSourceType: { '@id': sourceTypeAddress(sourceTypeOfAi[ai.use]) } }),
  };
};
