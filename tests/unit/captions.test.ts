import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { captionMistakes } from '../../src/check/caption-mistakes.ts';
import { openCaptions } from '../../src/copy/captions.ts';
import { sanitiseBody } from '../../src/copy/sanitise.ts';
import { transcriptOf } from '../../src/copy/transcript.ts';
import { readCaptions } from '../../src/copy/webvtt.ts';
import { wordsFor } from '../../src/language/words.ts';

/** The transcript of captions whose cues follow one another without a silence. */
const transcript = (...payloads: string[]) =>
  transcriptOf(
    readCaptions(
      `WEBVTT\n\n${payloads.map((text, n) => `00:0${String(n)}.000 --> 00:0${String(n + 1)}.000\n${text}\n`).join('\n')}`,
    ).cues,
  );

/** What the check says of captions, all in one line. */
const faultsIn = (text: string): string =>
  readCaptions(text)
    .faults.map(({ found }) => found)
    .join('; ');

describe('captions', () => {
  test('are read with numbers, notes, styles, regions, header lines and places of cues', () => {
    const text =
      'WEBVTT - the opening\r\nKind: captions\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nREGION\r\nid:a\r\n\r\n' +
      'NOTE\r\nBy the desk.\r\n\r\n1\r\n00:01.000 --> 00:02.500 line:0 align:start\r\nOne\r\ntwo\r\n\r\n\r\n' +
      '100:00:03.000 --> 100:00:04.000\r\n';
    const { cues, faults } = readCaptions(text);
    expect(faults).toEqual([]);
    expect(cues.map(({ number, line, start, end }) => [number, line, start, end])).toEqual([
      [1, 14, 1, 2.5],
      [2, 19, 360_003, 360_004],
    ]);
    expect(cues[0]?.parts).toEqual([{ speaker: undefined, text: 'One two' }]);
  });

  test.each([
    ['', '"" at line 1'],
    ['WEBVTTX\n', '"WEBVTTX" at line 1'],
    ['1\n00:00:01,000 --> 00:00:02,000\nA', '"1" at line 1'],
    ['WEBVTT\n00:01.000 --> 00:02.000\nA', 'cue 1 at line 2: times that follow other lines'],
    ['WEBVTT\n\n0:01.000 --> 00:02.000\nA', 'cue 1 at line 3: "0:01.000 --> 00:02.000"'],
    ['WEBVTT\n\n00:61.000 --> 00:62.000\nA', 'cue 1 at line 3: "00:61.000 --> 00:62.000"'],
    ['WEBVTT\n\n00:01.000-->00:02.000\nA', 'cue 1 at line 3: "00:01.000-->00:02.000"'],
    ['WEBVTT\n\n00:02.000 --> 00:01.000\nA', 'cue 1 at line 3, which ends before it has begun'],
    ['WEBVTT\n\nThe bridge opens.\nNow.', '"The bridge opens." at line 3, where no times are'],
    [
      'WEBVTT\n\n00:03.000 --> 00:04.000\nB\n\n00:01.000 --> 00:02.000\nA',
      'cue 2 at line 6, which starts before cue 1',
    ],
    [
      'WEBVTT\n\n00:01.000 --> 00:02.000\nA\n00:02.000 --> 00:03.000\nB',
      'cue 2 at line 5: times that follow other lines',
    ],
  ])('with a mistake are refused: %j', (text, found) => {
    expect(faultsIn(text)).toContain(found);
  });
});

describe('a transcript', () => {
  test('names each speaker once in a row, and begins a paragraph for each', () => {
    expect(transcript('<v Anna>One.', '<v Anna>Two.</v>', '<v.loud Bo Li>Three.')).toEqual([
      { speaker: 'Anna', text: 'One. Two.' },
      { speaker: 'Bo Li', text: 'Three.' },
    ]);
  });

  test('is text: markup goes, references to characters are read, and nothing becomes HTML', () => {
    expect(transcript('<i>un</i>likely <00:00.500><c.big>big</c> &lt;b&gt; a &amp; b <x')).toEqual([
      { speaker: undefined, text: 'unlikely big <b> a & b' },
    ]);
  });

  test('begins a paragraph after a silence', () => {
    const { cues } = readCaptions(
      'WEBVTT\n\n00:00.000 --> 00:01.000\nA\n\n00:03.900 --> 00:05.000\nb.\n\n00:08.000 --> 00:09.000\nC.',
    );
    expect(transcriptOf(cues).map(({ text }) => text)).toEqual(['A b.', 'C.']);
  });

  test('begins a paragraph at the end of a sentence when it has grown long', () => {
    const long = 'word '.repeat(90);
    expect(transcript(long, 'end.', 'Next.')).toHaveLength(2);
  });
});

describe('a recording in files/', () => {
  const cue = 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Anna>Good <b>morning</b> &lt;script&gt;\n';
  let content: string;
  beforeEach(async () => {
    content = await mkdtemp(path.join(tmpdir(), 'captions-'));
    await mkdir(path.join(content, 'files/a b'), { recursive: true });
  });
  afterEach(() => rm(content, { recursive: true, force: true }));

  /** One second of silence, as a WAV file of eight samples. */
  const silence = Buffer.from(
    '524946462c00000057415645666d74201000000001000100080000000800000001000800646174610800000080808080' +
      '80808080',
    'hex',
  );

  const put = (name: string, data: string | Buffer) =>
    writeFile(path.join(content, 'files', name), data);
  const check = () => captionMistakes(content, content, 'en-GB');
  const rendered = (markdown: string) =>
    load(
      sanitiseBody(markdownToHtml(markdown).html, {
        words: wordsFor('en-GB'),
        link: (target) => target.replace(/^\//, '/paper/'),
        captions: openCaptions(content, 'en-GB').of,
      }),
      null,
      false,
    );

  test('gets every language beside it as a track below the base path, the paper’s own first', async () => {
    await put('a b/clip.mp4', '');
    await put('a b/clip.ar.vtt', cue);
    await put('a b/clip.vtt', cue);
    const $ = rendered('[The talk](/files/a%20b/clip.mp4)');
    const tracks = $('video > track').toArray();
    expect(tracks.map(({ attribs: { src, srclang, label } }) => [src, srclang, label])).toEqual([
      ['/paper/files/a%20b/clip.vtt', 'en-GB', 'British English'],
      ['/paper/files/a%20b/clip.ar.vtt', 'ar', 'العربية'],
    ]);
    expect($('figure + details.transcript > p').html()).toBe(
      '<b>Anna:</b> Good morning &lt;script&gt;',
    );
    expect($('details[data-part="transcript"] > p').eq(1).attr()).toEqual({
      lang: 'ar',
      dir: 'rtl',
    });
  });

  test('with sound alone has the transcript, and no track that no browser would show', async () => {
    await put('talk.mp3', '');
    await put('talk.vtt', cue);
    const $ = rendered('[The talk](/files/talk.mp3)');
    expect($('track')).toHaveLength(0);
    expect($('details').text()).toContain('Anna: Good morning');
  });

  test('without captions has neither, and is no mistake', async () => {
    await put('talk.mp4', '');
    const $ = rendered('[The talk](/files/talk.mp4)\n\n<track src="/files/talk.vtt">');
    expect($('track, details')).toHaveLength(0);
    expect(await check()).toEqual({ mistakes: [], warnings: [] });
  });

  test('makes its story new when its captions change, and no story without recordings', async () => {
    await put('talk.mp4', '');
    await put('talk.vtt', cue);
    const keys = () => {
      const { keyFor } = openCaptions(content, 'en-GB');
      return [keyFor('[The talk](/files/talk.mp4)'), keyFor('No recording.')];
    };
    const [before, without] = keys();
    await put('talk.vtt', cue.replace('morning', 'evening'));
    expect(keys()[0]).not.toBe(before);
    expect(keys()[1]).toBe(without);
  });

  test.each([
    ['00:00.500 --> 00:02.000', 'cue 1 at line 3, which ends at 00:00:02.000'],
    ['00:03.000 --> 00:04.000', 'cue 1 at line 3, which starts at 00:00:03.000'],
  ])('has no cue outside it: %s in one second', async (times, found) => {
    await put('talk.wav', silence);
    await put('talk.vtt', `WEBVTT\n\n${times}\nA`);
    expect((await check()).mistakes).toEqual([
      {
        file: 'files/talk.vtt',
        found,
        expected: 'cues within talk.wav, which ends at 00:00:01.000',
        fix: expect.stringContaining('Correct its times') as string,
      },
    ]);
  });

  test('whose length cannot be read has captions of any length', async () => {
    await put('talk.mp4', 'no film');
    await put('talk.vtt', cue);
    expect((await check()).mistakes).toEqual([]);
  });

  test('has one file for each language', async () => {
    await put('talk.wav', silence);
    await put('talk.vtt', 'WEBVTT\n');
    await put('talk.en-gb.vtt', 'WEBVTT\n');
    const { mistakes } = await check();
    expect(mistakes.map(({ file }) => file)).toEqual(['files/talk.vtt']);
  });

  test.each(['tlak.vtt', 'talk.english.vtt', 'talk.zz.vtt'])('is missed by %s', async (name) => {
    await put('talk.wav', silence);
    await put(name, 'WEBVTT\n');
    const { mistakes, warnings } = await check();
    expect(mistakes).toEqual([]);
    expect(warnings.map(({ file }) => file)).toEqual([`files/${name}`]);
  });
});
