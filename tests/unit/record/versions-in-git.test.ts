import { tmpdir } from 'node:os';
import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { git } from '../../../src/record/git.ts';
import { repository, told } from './repository.ts';

const story = 'articles/budget.md';
const timesOf = (versions: [string, string][]): string[] => versions.map(([at]) => at);

describe('the public versions of a story, from git', () => {
  it('are the words that readers had, with the times since when they had them', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, told({ body: 'The council approved the budget on Tuesday.' }));
    paper.commit('2025-03-01T10:30:00+02:00');
    expect(paper.versions('budget')).toEqual([
      [
        '2025-03-01T08:00',
        'Council approves budget | The vote was close. | The council approved the budget on Monday.',
      ],
      [
        '2025-03-01T08:30',
        'Council approves budget | The vote was close. | The council approved the budget on Tuesday.',
      ],
    ]);
  });

  it('begin with the last words before its publication', () => {
    const paper = repository();
    paper.write(story, told({ body: 'A first try.' }));
    paper.commit('2025-02-27T08:00:00Z');
    paper.write(story, told({ body: 'A second try.' }));
    paper.commit('2025-02-28T08:00:00Z');
    paper.write(story, told({ body: 'What was said later.' }));
    paper.commit('2025-03-02T08:00:00Z');
    expect(timesOf(paper.versions('budget'))).toEqual(['2025-03-01T08:00', '2025-03-02T08:00']);
    expect(JSON.stringify(paper.versions('budget'))).not.toContain('first try');
  });

  it('never have the words of a draft', () => {
    const paper = repository();
    paper.write(story, told({ more: 'draft: true\n', body: 'He is a thief, they say.' }));
    paper.commit('2025-03-01T09:00:00Z');
    paper.write(story, told());
    paper.commit('2025-03-01T10:00:00Z');
    paper.write(story, told({ more: 'draft: "yes"\n', body: 'He may be a thief.' }));
    paper.commit('2025-03-01T11:00:00Z');
    paper.write(story, told({ body: 'The council approved it.' }));
    paper.commit('2025-03-01T12:00:00Z');
    expect(timesOf(paper.versions('budget'))).toEqual(['2025-03-01T10:00', '2025-03-01T12:00']);
    expect(JSON.stringify(paper.versions('budget'))).not.toContain('thief');
  });

  it('never have what was held back until a later time than it was replaced', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, told({ more: 'embargo: "2025-03-05T08:00:00Z"\n', body: 'Secret.' }));
    paper.commit('2025-03-02T08:00:00Z');
    paper.write(story, told({ body: 'Open.' }));
    paper.commit('2025-03-03T08:00:00Z');
    expect(timesOf(paper.versions('budget'))).toEqual(['2025-03-01T08:00', '2025-03-03T08:00']);
  });

  it('do not count typography, the order of fields, pictures or line ends', () => {
    const paper = repository();
    const body = 'He said "no" - and left: it\'s over.\n\n![A hall](hall.jpg)';
    paper.write(story, told({ body }));
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(
      story,
      told({
        more: 'updated: "2025-03-01T09:00:00Z"\ntopics: [money]\n',
        body: 'He said “no” – and left: it’s over.\n\n![A hall](town-hall.jpg)',
      }),
    );
    paper.commit('2025-03-01T09:00:00Z');
    paper.write(story, told({ body: 'He said «\u00a0no\u00a0»\u2014and  left: it’s **over**.' }));
    paper.commit('2025-03-01T10:00:00Z');
    paper.write(story, told({ body }).replaceAll('\n', '\r\n'));
    paper.commit('2025-03-01T11:00:00Z');
    expect(paper.versions('budget')).toEqual([]);
  });

  it('count the corrected time of a live entry, but not its mark', () => {
    const paper = repository();
    const live = (crosshead: string): string =>
      told({ more: 'kind: live\nstate: live\n', body: `## ${crosshead}\n\nIt is done.` });
    paper.write(story, live('2025-03-01T07:30:00Z The vote'));
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, live('[pin] 2025-03-01T09:30:00+02:00 The vote [key]'));
    paper.commit('2025-03-01T09:00:00Z');
    expect(paper.versions('budget')).toEqual([]);
    paper.write(story, live('2025-03-01T07:40:00Z The vote'));
    paper.commit('2025-03-01T10:00:00Z');
    expect(timesOf(paper.versions('budget'))).toEqual(['2025-03-01T08:00', '2025-03-01T10:00']);
  });

  it('follow a story whose file was moved and renamed', () => {
    const paper = repository();
    const body = 'The council approved the budget on Monday.\n\n'.repeat(5);
    paper.write(story, told({ body }));
    paper.commit('2025-03-01T08:00:00Z');
    paper.move(story, 'articles/2025/budget.md');
    paper.commit('2025-03-01T09:00:00Z');
    paper.move('articles/2025/budget.md', 'articles/2025/council-budget.md');
    paper.write('articles/2025/council-budget.md', told({ body: `${body}More was said.` }));
    paper.commit('2025-03-01T10:00:00Z');
    expect(timesOf(paper.versions('council-budget'))).toEqual([
      '2025-03-01T08:00',
      '2025-03-01T10:00',
    ]);
  });

  it('are not those of another story that was written over a copy', () => {
    const paper = repository();
    const body = 'The weather stays as it was, with rain in the west and wind.\n\n'.repeat(9);
    paper.write('articles/weather-monday.md', told({ body }));
    paper.commit('2025-03-01T08:00:00Z');
    paper.move('articles/weather-monday.md', 'articles/weather-tuesday.md');
    paper.write(
      'articles/weather-tuesday.md',
      told({ published: '2025-03-02T08:00:00Z', body: `${body}Sun at last.` }),
    );
    paper.commit('2025-03-02T08:00:00Z');
    expect(paper.versions('weather-tuesday')).toEqual([]);
  });

  it('are not those of another story whose file was used again, at whatever hour it was committed', () => {
    const paper = repository();
    for (const [day, hour, words] of [
      ['01', '07:00', 'Snow.'],
      ['02', '07:00', 'Rain.'],
      ['02', '17:30', 'Sun.'],
    ]) {
      paper.write(story, told({ published: `2025-03-${day}T${hour}:00Z`, body: words }));
      paper.commit(`2025-03-${day}T18:00:00Z`);
    }
    expect(paper.versions('budget')).toEqual([]);
    paper.write(story, told({ published: '2025-03-02T17:40:00Z', body: 'Sun, in the south.' }));
    paper.commit('2025-03-02T19:00:00Z');
    expect(JSON.stringify(paper.versions('budget'))).not.toMatch(/Snow|Rain/);
    expect(paper.versions('budget')).toHaveLength(2);
  });

  it('count what a merge brought when it was merged, not when it was written', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.git('checkout', '-q', '-b', 'desk');
    paper.write(story, told({ body: 'Half written.' }));
    paper.commit('2025-03-01T09:00:00Z');
    paper.write(story, told({ body: 'Written and read.' }));
    paper.commit('2025-03-01T10:00:00Z');
    paper.git('checkout', '-q', 'main');
    paper.write('articles/other.md', told());
    paper.commit('2025-03-01T10:30:00Z');
    paper.git('merge', '-q', '--no-commit', 'desk');
    paper.commit('2025-03-01T11:00:00Z');
    expect(timesOf(paper.versions('budget'))).toEqual(['2025-03-01T08:00', '2025-03-01T11:00']);
    expect(JSON.stringify(paper.versions('budget'))).not.toContain('Half');
  });

  it('pass over a commit that no edition could be built from', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, '---\nheadline: "open\n---\nBroken.');
    paper.commit('2025-03-01T09:00:00Z');
    paper.write(story, told());
    paper.commit('2025-03-01T10:00:00Z');
    expect(paper.versions('budget')).toEqual([]);
  });

  it('end with the words on the disk, even if nobody has committed them', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, told({ body: 'Now.', more: 'updated: "2025-03-02T09:00:00Z"\n' }));
    expect(timesOf(paper.versions('budget'))).toEqual(['2025-03-01T08:00', '2025-03-02T09:00']);
    paper.write(story, told({ body: 'Now, with no time.' }));
    expect(timesOf(paper.versions('budget'))).toEqual(['2025-03-01T08:00', '2025-04-01T00:00']);
    paper.move(story, 'articles/city/budget.md');
    expect(timesOf(paper.versions('budget'))).toEqual(['2025-03-01T08:00', '2025-04-01T00:00']);
  });

  it('are no versions of a story that readers cannot read now', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, told({ body: 'Changed.', more: 'draft: true\n' }));
    paper.commit('2025-03-01T09:00:00Z');
    expect(paper.versions('budget')).toEqual([]);
  });

  it('are as they were at the moment of the edition', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, told({ body: 'Second.' }));
    paper.commit('2025-03-02T08:00:00Z');
    paper.write(story, told({ body: 'Third.' }));
    paper.commit('2025-03-03T08:00:00Z');
    const moment = '2025-03-01T12:00:00Z';
    // The edition shows what is on the disk: readers have it since then, and never had the second.
    expect(paper.versions('budget', { moment }).map(([, words]) => words.slice(-6))).toEqual([
      'onday.',
      'Third.',
    ]);
  });

  it('know a story whose name is in another script', () => {
    const paper = repository();
    paper.write('articles/ميزانية.md', told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write('articles/ميزانية.md', told({ body: 'وافق المجلس.' }));
    paper.commit('2025-03-01T09:00:00Z');
    expect(paper.versions('ميزانية')).toHaveLength(2);
  });
});

describe('reading the history again', () => {
  it('finds the same after more commits as from the beginning', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.read();
    paper.write('articles/other.md', told());
    paper.commit('2025-03-01T09:00:00Z');
    paper.write(story, told({ body: 'Second.' }));
    paper.commit('2025-03-01T10:00:00Z');
    const warm = paper.versions('budget');
    paper.git('clean', '-xdfq');
    expect(paper.versions('budget')).toEqual(warm);
    expect(warm).toHaveLength(2);
  });

  it('finds the same after history was written anew', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, told({ body: 'Regretted.' }));
    paper.commit('2025-03-01T09:00:00Z');
    paper.read();
    paper.git('reset', '-q', '--hard', 'HEAD~1');
    paper.write(story, told({ body: 'Instead.' }));
    paper.commit('2025-03-01T10:00:00Z');
    expect(JSON.stringify(paper.versions('budget'))).not.toContain('Regretted');
    expect(paper.versions('budget')).toHaveLength(2);
  });
});

describe('settings of git', () => {
  it('that hide the first commit change nothing', () => {
    const paper = repository();
    paper.git('config', 'log.showRoot', 'false');
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, told({ body: 'Second.' }));
    paper.commit('2025-03-01T09:00:00Z');
    expect(paper.versions('budget')).toHaveLength(2);
  });

  it('count if they come with the environment, but not what a hook says of its own folder', () => {
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'paper.word');
    vi.stubEnv('GIT_CONFIG_VALUE_0', 'safe');
    vi.stubEnv('GIT_DIR', '/nowhere');
    vi.stubEnv('GIT_ALTERNATE_OBJECT_DIRECTORIES', '/nowhere');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(git(tmpdir(), ['config', 'paper.word']).toString()).toBe('safe\n');
  });
});

describe('a history that is not at hand', () => {
  it('is said to be missing in a shallow clone', () => {
    const paper = repository();
    paper.write(story, told());
    paper.commit('2025-03-01T08:00:00Z');
    paper.write(story, told({ body: 'Second.' }));
    paper.commit('2025-03-01T09:00:00Z');
    paper.git('clone', '-q', '--depth', '1', `file://${paper.folder}`, '.cache/clone');
    const { changed, faults } = paper.read({ folder: `${paper.folder}/.cache/clone` });
    expect(changed.size).toBe(0);
    expect(faults.map(({ found }) => found)).toEqual([
      'a shallow clone, without the older versions of the copy',
    ]);
  });

  it('is said to be missing without git', ({ onTestFinished }) => {
    const paper = repository();
    paper.write(story, told());
    const { PATH } = process.env;
    onTestFinished(() => void (process.env['PATH'] = PATH));
    process.env['PATH'] = '/nowhere';
    expect(paper.read().faults.map(({ found }) => found)).toEqual(['no git on this machine']);
  });

  it('is said to be missing where the copy is in no repository, or not committed', () => {
    const paper = repository();
    paper.write(story, told());
    expect(paper.read().faults[0]?.found).toContain('a history that git cannot read');
    paper.write('../README', 'A paper');
    paper.git('add', 'README');
    paper.git('commit', '-q', '-m', 'Begin');
    expect(paper.read().faults[0]?.found).toBe('a repository without the copy');
  });
});

test('a story that was withdrawn shows no earlier words either', () => {
  const paper = repository();
  paper.write(story, told());
  paper.commit('2025-03-01T08:00:00Z');
  paper.write(story, told({ body: 'Second.' }));
  paper.commit('2025-03-01T09:00:00Z');
  expect(paper.versions('budget')).toHaveLength(2);
  const more = 'withdrawn: { date: "2025-03-01T10:00:00Z", reason: "It was not so." }\n';
  paper.write(story, told({ body: 'Second.', more }));
  expect(paper.versions('budget')).toEqual([]);
  paper.commit('2025-03-01T10:00:00Z');
  expect(paper.versions('budget')).toEqual([]);
});

test('a story that will be withdrawn later shows its versions until then', () => {
  const paper = repository();
  paper.write(story, told());
  paper.commit('2025-03-01T08:00:00Z');
  const more = 'withdrawn: { date: "2025-03-10T00:00:00Z", reason: "By agreement." }\n';
  paper.write(story, told({ body: 'Second.', more }));
  paper.commit('2025-03-01T09:00:00Z');
  paper.write(story, told({ body: 'Third.', more }));
  paper.commit('2025-03-01T10:00:00Z');
  const times = ['2025-03-01T08:00', '2025-03-01T09:00', '2025-03-01T10:00'];
  expect(timesOf(paper.versions('budget', { moment: '2025-03-09T00:00:00Z' }))).toEqual(times);
  expect(paper.versions('budget', { moment: '2025-03-10T00:00:00Z' })).toEqual([]);
  // What was written into it after its end, nobody read, not even when it came back.
  paper.write(story, told({ body: 'Unread.', more }));
  paper.commit('2025-03-11T09:00:00Z');
  paper.write(story, told({ body: 'Back.' }));
  paper.commit('2025-03-12T09:00:00Z');
  expect(timesOf(paper.versions('budget'))).toEqual([...times, '2025-03-12T09:00']);
});
