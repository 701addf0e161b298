import type { AdsTxt } from '../schemas/root-files.ts';

/** Says that nobody may sell anything: a file without records would say nothing (ads.txt 1.1, 3.2.1). */
const nobody = 'placeholder.example.com, placeholder, DIRECT, placeholder';

/** Writes ads.txt (IAB Tech Lab, 1.1): who may sell the paper's advertising, then its variables. */
export const writeAdsTxt = ({ sellers, ownerDomain, contact }: AdsTxt): string => {
  const records = sellers.map(({ domain, account, relation, certification }) =>
    [domain, account, relation, ...(certification ? [certification] : [])].join(', '),
  );
  const lines = [
    ...(records.length > 0 ? records : [nobody]),
    ...(ownerDomain ? [`OWNERDOMAIN=${ownerDomain}`] : []),
    ...contact.map((way) => `CONTACT=${way}`),
  ];
  return `${lines.join('\n')}\n`;
};
