import { keepCompiledCode } from '../astro/compiled-code.ts';

// The process of a build. What it imports can only be kept compiled if it is imported after this.
keepCompiledCode();
await import('./build-once.ts');
