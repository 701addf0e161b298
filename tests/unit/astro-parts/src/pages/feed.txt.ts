import { render } from 'astro:content';
import { createRenderer } from '../../../../../src/astro/fragment.ts';
import { story } from '../story.ts';

const renderFragment = await createRenderer();

export const GET = async () => {
  const { Content } = await render(story);
  return new Response(await renderFragment(Content));
};
