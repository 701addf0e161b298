import { authorFeeds } from '../../../components/list/feeds.ts';

export const getStaticPaths = authorFeeds.getStaticPaths;
export const GET = authorFeeds.atom;
