import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { experimental_AstroContainer } from 'astro/container';

/** Renders a component outside of any page. Astro's way to do so is still experimental. */
export const createRenderer = async (): Promise<
  (component: AstroComponentFactory) => Promise<string>
> => {
  const container = await experimental_AstroContainer.create();
  return (component) => container.renderToString(component);
};
