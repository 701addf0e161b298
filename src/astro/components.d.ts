/** For TypeScript alone, which cannot read components; Astro's own check can, and knows their props. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
