import type { AstroConfig } from 'astro';

/** Renders Markdown; the names of its pictures are as they are written. */
export type MarkdownRenderer = (
  markdown: string,
  options: { fileURL: URL },
) => Promise<{ html: string; metadata: { imagePaths: string[] } }>;

/** Makes the renderer that Astro itself uses for entries, of its settings; Astro hands it only to loaders. */
export const markdownRenderer = async ({
  processor,
  ...settings
}: Pick<AstroConfig['markdown'], 'processor' | 'syntaxHighlight'>): Promise<MarkdownRenderer> => {
  const renderer = await processor.createRenderer(settings);
  return async (text, { fileURL }) => {
    const { code, metadata } = await renderer.render(text.replace(/^---\n---\n/, ''), {
      frontmatter: {},
      fileURL,
    });
    const { localImagePaths, remoteImagePaths } = metadata;
    return { html: code, metadata: { imagePaths: [...localImagePaths, ...remoteImagePaths] } };
  };
};
