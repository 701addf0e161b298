import { iconRoute } from '../gateway/icon-route.ts';

export const { getStaticPaths, GET } = iconRoute('.png', 'image/png');
