import { iconRoute } from '../gateway/icon-route.ts';

export const { getStaticPaths, GET } = iconRoute('.ico', 'image/x-icon');
