import type { MdastPluginInput } from 'satteri';

/**
 * A plugin for Astro's Markdown processor, which decodes the paths of pictures before it passes them on, and fails at a
 * lone percent sign. With this, paths arrive as they are written.
 */
export const percentSignsStay: MdastPluginInput = {
  name: 'percent-signs-stay',
  image: (node, context) => {
    if (node.url.includes('%')) {
      context.setProperty(node, 'url', node.url.replaceAll('%', '%25'));
    }
  },
};
