import type { NewsMediaOrganization } from 'schema-dts';
import type { Publication } from '../../schemas/publication.ts';
import { imageData } from './image.ts';

type Policy = keyof Publication['publisher']['policies'];

/** The schema.org property of each publisher's policy; undefined where there is none. */
const properties = {
  about: undefined,
  contact: undefined,
  privacy: undefined,
  corrections: 'correctionsPolicy',
  principles: 'publishingPrinciples',
  ethics: 'ethicsPolicy',
  masthead: 'masthead',
  ownership: 'ownershipFundingInfo',
  feedback: 'actionableFeedbackPolicy',
  diversity: 'diversityPolicy',
  mission: 'missionCoveragePrioritiesPolicy',
  sources: 'unnamedSourcesPolicy',
  verification: 'verificationFactCheckingPolicy',
  methodology: 'publishingPrinciples',
  ai: undefined,
  accessibility: undefined,
  funding: 'ownershipFundingInfo',
} as const satisfies Record<Policy, keyof Exclude<NewsMediaOrganization, string> | undefined>;

/** What a description of the publisher needs, all addresses absolute. */
export interface PublisherFacts {
  publisher: Publication['publisher'];
  /** The front page. */
  url: string;
  /** Its logo, a square of `logoSize` pixels. */
  logo: string;
  logoSize: number;
  /** The address of a page by its id. */
  page: (id: string) => string;
}

/** Who is responsible for the paper, with the trust properties for its policies (schema.org NewsMediaOrganization). */
export const publisherData = ({
  publisher: { name, policies },
  url,
  logo,
  logoSize,
  page,
}: PublisherFacts): NewsMediaOrganization => ({
  '@type': 'NewsMediaOrganization',
  '@id': `${url}#publisher`,
  name,
  url,
  logo: imageData({ url: logo, width: logoSize, height: logoSize }),
  ...Object.fromEntries(
    (Object.entries(policies) as [Policy, string][]).flatMap(([policy, id], n, all) => {
      const property = properties[policy];
      // Two policies may say the same to machines, and the first is the one that was made for it.
      const isSaid = all.slice(0, n).some(([other]) => properties[other] === property);
      return property === undefined || isSaid ? [] : [[property, page(id)]];
    }),
  ),
});
