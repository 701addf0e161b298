import { paperFeed } from '../components/list/feeds.ts';

export const GET = () => paperFeed('rss');
