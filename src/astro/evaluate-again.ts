import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';

/**
 * Makes a development server evaluate a module again at the next request, and all of the project's modules that depend on
 * it. Their code is not read or compiled again, so that this takes no longer than running it.
 * @param id the module's, as Vite has resolved it
 * @returns a function that evaluates them now, so that nobody has to wait for it. What they throw, the next request meets.
 */
export const evaluateAgain = (server: ViteDevServer, id: string): (() => Promise<void>) => {
  const evaluations: (() => Promise<unknown>)[] = [];
  for (const environment of Object.values(server.environments)) {
    if (!isRunnableDevEnvironment(environment)) continue;
    const { runner } = environment;
    const { evaluatedModules } = runner;
    const waiting = [id];
    const seen = new Set(waiting);
    for (const next of waiting) {
      const node = evaluatedModules.getModuleById(next);
      if (!node) continue;
      for (const importer of node.importers) {
        // Astro's own server goes on as it is.
        if (seen.has(importer) || importer.includes('/node_modules/')) continue;
        seen.add(importer);
        waiting.push(importer);
      }
      if (node.evaluated) evaluations.push(() => runner.import(node.url));
      evaluatedModules.invalidateModule(node);
    }
  }
  return async () => {
    for (const evaluate of evaluations) await evaluate().catch(() => undefined);
  };
};
