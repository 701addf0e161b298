/**
 * Satteri, the paper’s Markdown processor, in browsers: its WebAssembly build, as `satteri/browser.js` expects it.
 *
 * That build is made for threads. It is loaded here without any, so that neither workers nor cross-origin isolation are
 * needed, which would stop sign-in by popup: the memory is shared by type alone and never leaves this page or worker.
 * The page’s policy must allow `wasm-unsafe-eval`.
 */
import { instantiateNapiModule, type WASIInstance } from '@emnapi/core';
import { getDefaultContext } from '@emnapi/runtime';
import { WASI } from '@tybys/wasm-util';
import wasm from 'virtual:satteri.wasm';

/** Pages of 64 KiB: what it asks for, and 1 GiB at most, which phones grant too. */
const memory = new WebAssembly.Memory({ initial: 985, maximum: 16_384, shared: true });

const answer = await fetch(wasm);
if (!answer.ok) throw new Error(`${wasm} cannot be loaded (${String(answer.status)}).`);

const { napiModule } = await instantiateNapiModule(await answer.arrayBuffer(), {
  context: getDefaultContext(),
  asyncWorkPoolSize: 0,
  // It is a library, which is never started.
  wasi: new WASI({ version: 'preview1' }) as unknown as WASIInstance,
  overwriteImports: (imports) => {
    imports['env'] = { ...imports['env'], ...imports['napi'], ...imports['emnapi'], memory };
    return imports;
  },
  beforeInit: ({ instance }) => {
    for (const [name, start] of Object.entries(instance.exports)) {
      if (name.startsWith('__napi_register__')) (start as () => void)();
    }
  },
});

type Binding = Record<string, (...values: never[]) => unknown>;

export const {
  applyCommandsAndCompileHandle,
  applyCommandsAndConvertToHastHandle,
  applyCommandsAndRenderHandle,
  applyCommandsToHandle,
  applyCommandsToMdastHandle,
  applyMdastCommandsAndConvertAndCompile,
  applyMdastCommandsAndConvertAndRender,
  compileHandle,
  compileMdx,
  convertMdastToHastHandle,
  createHastHandle,
  createHastHandleFromHtml,
  createHastHandleWithFrontmatter,
  createMdastHandle,
  createMdxHastHandle,
  createMdxHastHandleWithFrontmatter,
  createMdxMdastHandle,
  dropHandle,
  getHandleSource,
  getMdastFrontmatter,
  getNodeData,
  markdownToHtmlFast,
  markdownToJsFast,
  mdastTextContentHandle,
  mdxToJsFast,
  parseEsm,
  parseExpression,
  parseToHtml,
  renderHandle,
  serializeHandle,
  setNodeData,
  textContentHandle,
  walkHandle,
  walkMdastHandle,
} = napiModule.exports as Binding;
