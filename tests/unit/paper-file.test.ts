import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOf, fileFault, readPaperFile } from '../../src/copy/paper-file.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);
const kindOf = (name: string, within?: string[]) => fileFault(at(name), within)?.kind;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paper-file-'));
  await writeFile(at('story.md'), 'Words.');
  await mkdir(at('folder.md'));
  execFileSync('mkfifo', [at('pipe.md')]);
  await symlink('/dev/zero', at('device.md'));
  await symlink('story.md', at('link.md'));
  await symlink('gone.md', at('dangling.md'));
  await symlink('loop.md', at('loop.md'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('A file, or a link to one, has no fault and can be read', () => {
  expect(kindOf('story.md')).toBeUndefined();
  expect(kindOf('link.md', [folder])).toBeUndefined();
  expect(readPaperFile(at('link.md'))).toEqual({ bytes: Buffer.from('Words.') });
});

test.each([
  ['gone.md', 'missing'],
  ['story.md/below.md', 'missing'],
  [`${'a'.repeat(300)}.md`, 'missing'],
  ['nul\0.md', 'missing'],
  ['folder.md', 'folder'],
  ['pipe.md', 'pipe'],
  ['device.md', 'device'],
  ['dangling.md', 'dangling'],
  ['loop.md', 'loop'],
] as const)('What is no file is told, and nothing waits for it: %j', (name, kind) => {
  expect(kindOf(name)).toBe(kind);
  expect(readPaperFile(at(name))).toMatchObject({ fault: { kind } });
});

test('A link may not lead out of the folders that it is held to', () => {
  expect(kindOf('link.md', [at('folder.md')])).toBe('outside');
  expect(kindOf('link.md', [at('folder.md'), folder])).toBeUndefined();
});

test('What the system answers is put into words, also what it seldom answers', () => {
  const says = (code: string) => faultOf(Object.assign(new Error(code), { code }), at('story.md'));
  expect(says('EACCES').kind).toBe('unreadable');
  expect(says('EPERM').found).toBe('a file that may not be read');
  expect(says('EIO').found).toContain('(EIO)');
  expect(faultOf(new Error('Out of luck'), at('story.md')).found).toContain('Out of luck');
});

test('A file that may not be read is told', async () => {
  await writeFile(at('private.md'), 'Words.', { mode: 0o000 });
  await chmod(folder, 0o755);
  const module = path.resolve('src/copy/paper-file.ts');
  const code = `import(${JSON.stringify(module)}).then(({ readPaperFile }) =>
    console.log(readPaperFile(${JSON.stringify(at('private.md'))}).fault?.kind))`;
  // Root may read everything, so somebody else is asked.
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const said = execFileSync(process.execPath, ['-e', code], { ...somebody, encoding: 'utf8' });
  expect(said.trim()).toBe('unreadable');
});
