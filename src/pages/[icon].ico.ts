import { iconRoute } from '../components/icon-route.ts';

export const { getStaticPaths, GET } = iconRoute('.ico', 'image/x-icon');
