/** `node:path` for browsers, as far as the paper’s code uses it: the paths of POSIX (IEEE 1003.1), whatever the system. */

export const sep = '/';

export const isAbsolute = (path: string): boolean => path.startsWith('/');

/** Takes `.`, `..` and doubled slashes out of a path. */
export const normalize = (path: string): string => {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '..' || !isAbsolute(path)) steps.push(step);
  }
  const way = steps.join('/');
  const end = path.endsWith('/') && (way !== '' || !isAbsolute(path)) ? '/' : '';
  return isAbsolute(path) ? `/${way}${end}` : (way || '.') + end;
};

export const join = (...parts: string[]): string =>
  normalize(parts.filter((part) => part !== '').join('/'));

/** An absolute path; browsers have no current folder, so that it begins at the root. */
export const resolve = (...parts: string[]): string => {
  const last = parts.findLastIndex(isAbsolute);
  const way = normalize(`/${parts.slice(Math.max(last, 0)).join('/')}`);
  return way === '/' ? way : way.replace(/\/$/, '');
};

const withoutEnd = (path: string): string => path.replace(/\/+$/, '');

export const dirname = (path: string): string => {
  const whole = withoutEnd(path);
  const end = whole.lastIndexOf('/');
  if (end === -1) return isAbsolute(path) && whole === '' ? '/' : '.';
  return withoutEnd(whole.slice(0, end)) || '/';
};

export const basename = (path: string, ending = ''): string => {
  const name = withoutEnd(path).split('/').at(-1) ?? '';
  return ending !== '' && name !== ending && name.endsWith(ending)
    ? name.slice(0, -ending.length)
    : name;
};

export const extname = (path: string): string => {
  const name = basename(path);
  const at = name.lastIndexOf('.');
  return at <= 0 || name === '..' ? '' : name.slice(at);
};

export const relative = (from: string, to: string): string => {
  const steps = (path: string): string[] => resolve(path).split('/').filter(Boolean);
  const [start, end] = [steps(from), steps(to)];
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared += 1;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
};
