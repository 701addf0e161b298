import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { experimental_AstroContainer } from 'astro/container';

/** Makes a function that renders a component outside any page. Astro's API for this is still experimental. */
export const createRenderer = async (): Promise<
  (component: AstroComponentFactory, props?: Record<string, unknown>) => Promise<string>
> => {
  const container = await experimental_AstroContainer.create();
  return (component, props = {}) => container.renderToString(component, { props });
};
