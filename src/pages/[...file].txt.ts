import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { addresses, edition, publication } from '../gateway/edition.ts';
import { rootFiles } from '../feeds/root-files.ts';

export const getStaticPaths = () =>
  [...rootFiles(publication, addresses, edition.moment)].map(([name, text]) => ({
    params: { file: name.replace(/\.txt$/, '') },
    props: { text },
  }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { text },
}) => new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
