import { type ReadonlySignal, signal } from '@preact/signals';

/** The views that the menu leads to, in its order. */
export const menu = [
  'stories',
  'calendar',
  'front',
  'sections',
  'authors',
  'topics',
  'series',
  'pages',
  'redirects',
  'publish',
] as const;

/** The views of the desk, as its address names them: `#/stories`, `#/story/content/articles/…/index.md`. */
export const views = [...menu, 'new', 'story', 'file'] as const;
export type View = (typeof views)[number];

export interface Route {
  view: View;
  /** What the view shows: the path of a file, from the paper's folder. */
  path: string;
}

const isView = (name: string): name is View => (views as readonly string[]).includes(name);

/** The route of an address's hash; the list of stories for one that nobody knows. */
export const routeOf = (hash: string): Route => {
  const [, view = '', ...rest] = hash.replace(/^#/, '').split('/');
  if (!isView(view)) return { view: 'stories', path: '' };
  try {
    return { view, path: rest.map(decodeURIComponent).join('/') };
  } catch {
    return { view: 'stories', path: '' };
  }
};

/** The hash of a route. Names in any script are escaped, so that `#` and `?` in them mean nothing. */
export const hashOf = (view: View, path = ''): string =>
  `#/${[view, ...(path === '' ? [] : path.split('/').map(encodeURIComponent))].join('/')}`;

/** Follows the page's address. */
export const followAddress = (): ReadonlySignal<Route> => {
  const route = signal(routeOf(location.hash));
  addEventListener('hashchange', () => {
    route.value = routeOf(location.hash);
  });
  return route;
};

/** Goes to a view. */
export const goTo = (view: View, path = ''): void => {
  location.hash = hashOf(view, path);
};
