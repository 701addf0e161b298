import { topicFeeds } from '../../../components/list/feeds.ts';

export const getStaticPaths = topicFeeds.getStaticPaths;
export const GET = topicFeeds.atom;
