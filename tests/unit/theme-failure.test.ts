import { afterEach, describe, expect, test, vi } from 'vitest';
import { guarded } from '../../src/theme/guarded.ts';

/** A component as Astro calls it, with its record of the page, props and slots. */
type Component = (
  rendering: { request: { url: string } },
  props: Record<string, unknown>,
  slots?: Record<string, () => unknown>,
) => unknown;

const page = { request: { url: 'https://news.example/a/b/' } };
const broken: Component = (_, { story }) => (story as { headline: string }).headline;
const slotted: Component = (_rendering, _props, slots) => slots?.['default']?.();

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a component of a theme', () => {
  test('behaves as before, and keeps the properties that Astro sets on it', () => {
    const component: Component = Object.assign(broken.bind(undefined), {
      isAstroComponentFactory: true,
      moduleId: 'x',
    });
    const watched = guarded(component, 'theme/components/A.astro', false);
    expect(Object.fromEntries(Object.entries(watched))).toEqual({
      isAstroComponentFactory: true,
      moduleId: 'x',
    });
    expect(watched(page, { story: { headline: 'Yes' } })).toBe('Yes');
    expect(guarded(slotted, 'a', false)(page, {}, { default: () => 'filled' })).toBe('filled');
  });

  test('that throws is reported, along with the page', () => {
    expect(() => guarded(broken, 'theme/components/A.astro', false)(page, {})).toThrow(
      /✗ theme\/components\/A\.astro\n {4}found {5}an error on the page \/a\/b\/: .*headline/,
    );
  });

  test('that fails asynchronously is reported too', async () => {
    const late: Component = () => Promise.reject(new Error('late'));
    await expect(guarded(late, 'theme/components/A.astro', false)(page, {})).rejects.toThrow(
      /theme\/components\/A\.astro\n.*late/,
    );
  });

  test('is reported if the content of its slot fails', () => {
    const fill = () => {
      throw new Error('no filling');
    };
    const watched = guarded(slotted, 'theme/components/A.astro', false);
    expect(() => watched(page, {}, { default: fill })).toThrow(/A\.astro\n.*no filling/);
  });

  test('inside another is the one reported', () => {
    const inner = guarded(broken, 'theme/parts/Inner.astro', false);
    const outer = guarded<Component>(() => inner(page, {}), 'theme/components/Outer.astro', false);
    expect(() => outer(page, {})).toThrow(/theme\/parts\/Inner\.astro/);
    expect(() => outer(page, {})).not.toThrow(/Outer/);
  });

  test('that fails ends a build with one block', () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('the process ended');
    });
    const printed = vi.spyOn(console, 'error').mockReturnValue();
    const watched = guarded(broken, 'theme/components/A.astro', true);
    expect(() => watched(page, {})).toThrow('the process ended');
    expect(exit).toHaveBeenCalledWith(1);
    expect(printed.mock.calls).toHaveLength(1);
    expect(printed.mock.calls[0]?.[0]).toMatch(/✗ theme\/components\/A\.astro[^]*1 mistake\./);
  });
});
