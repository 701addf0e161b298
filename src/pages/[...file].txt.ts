import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { addresses, edition, isClosed, publication } from '../gateway/edition.ts';
import { closedRobotsTxt } from '../feeds/robots-txt.ts';
import { rootFiles } from '../feeds/root-files.ts';

export const getStaticPaths = () =>
  [
    ...new Map([
      ...rootFiles(publication, addresses, edition.moment),
      ...(isClosed ? [['robots.txt', closedRobotsTxt(addresses.base)] as const] : []),
    ]),
  ]
    .filter(([name]) => name.endsWith('.txt'))
    .map(([name, text]) => ({
      params: { file: name.replace(/\.txt$/, '') },
      props: { text },
    }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { text },
}) => new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
