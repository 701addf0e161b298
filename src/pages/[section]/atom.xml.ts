import { sectionFeeds } from '../../components/list/feeds.ts';

export const getStaticPaths = sectionFeeds.getStaticPaths;
export const GET = sectionFeeds.atom;
