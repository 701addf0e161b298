import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { digestOfText, isUnread, letGo, withUnreadBody } from '../../src/copy/unread-body.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'unread-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = path.join(folder, 'tower.md');
const text = '---\nheadline: Tower\n---\nIt leans.\n';
writeFileSync(file, text);
const filed = {
  id: 'tower',
  file,
  shown: 'tower.md',
  data: {},
  above: 3,
  digest: digestOfText(text),
};

test('a body that was let go of is read again', () => {
  for (const entry of [withUnreadBody({ ...filed }), { ...filed, body: 'It leans.\n' }]) {
    expect(entry.body).toContain('It leans.');
    letGo(entry);
    expect(isUnread(entry)).toBe(true);
    expect(entry.body).toContain('It leans.');
  }
});

test('a withdrawn story gets no words back, though its file has them', () => {
  const withdrawn = { ...filed, body: '' };
  letGo(withdrawn);
  expect(withdrawn.body).toBe('');
});
