import { render } from 'astro:content';
import { createRenderer } from '../../../../../src/astro/fragment.ts';
import { readStory } from '../story.ts';

const renderFragment = await createRenderer();

export const GET = async () => {
  const { Content } = await render(await readStory());
  return new Response(await renderFragment(Content));
};
