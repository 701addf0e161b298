import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import {
  type Change,
  type Forge,
  ForgeError,
  type ForgeFile,
} from '../../../src/desk/forge/forge.ts';
import type { Desk } from '../../../src/desk/page/desk.ts';
import { noKeptDrafts } from '../../../src/desk/page/kept-drafts.ts';
import { wordsIn } from '../../../src/desk/page/open-desk.ts';
import { type OpenedFile, openedFile } from '../../../src/desk/page/opened-file.ts';
import { readPaper } from '../../../src/desk/page/paper-files.ts';
import { BodyEditor } from '../../../src/desk/page/writing/body-editor.tsx';
import { CorrectStory } from '../../../src/desk/page/writing/correct-story.tsx';
import { LiveEntries } from '../../../src/desk/page/writing/live.tsx';
import { FrontEditor } from '../../../src/desk/page/writing/front-editor.tsx';
import { Field } from '../../../src/desk/page/form/field.tsx';
import { fieldsOfKind } from '../../../src/desk/page/descriptions.ts';
import type { PaperModel, StoryRow } from '../../../src/desk/paper/paper-model.ts';
import type { DeskSettings } from '../../../src/desk/settings.ts';
import type { Language } from '../../../src/language/names.ts';
import '../../../src/styles/tokens.css';
import '../../../src/desk/page/desk.css';
import '../../../src/desk/page/form.css';

/** What a test sets up before the page opens. */
export interface Scene {
  view: 'body' | 'picture' | 'corrections' | 'live' | 'front';
  path: string;
  language: Language;
  stories: readonly StoryRow[];
  findings: Awaited<ReturnType<PaperModel['check']>>;
}

/** The forge of a test, which answers from outside the page. */
interface Outside {
  scene: Scene;
  forgeList: () => Promise<ForgeFile[]>;
  forgeRead: (paths: string[]) => Promise<[string, string][]>;
  /** Content that is bytes comes as Base64. */
  forgeSave: (changes: unknown[]) => Promise<{ versions: [string, string][] } | 'conflict'>;
  openFile: OpenedFile;
}

const outside = globalThis as unknown as Outside;

const sent = (change: Change): unknown =>
  'content' in change && typeof change.content !== 'string'
    ? { ...change, content: change.content.toBase64() }
    : change;

const forge = {
  list: () => outside.forgeList(),
  readTexts: async (files: readonly ForgeFile[]) =>
    new Map(await outside.forgeRead(files.map(({ path }) => path))),
  readBytes: () => Promise.resolve(new Blob()),
  save: async (changes: readonly Change[]) => {
    const answer = await outside.forgeSave(changes.map(sent));
    if (answer === 'conflict') throw new ForgeError({ kind: 'conflict', paths: [] });
    return { versions: new Map(answer.versions) };
  },
} as unknown as Forge;

const { scene } = outside;

const model = {
  put: () => Promise.resolve(),
  putPicture: () => Promise.resolve(),
  check: () => Promise.resolve(scene.findings),
  stories: ({ words = '' }: { words?: string }) => {
    const rows = scene.stories.filter(({ headline }) => headline.includes(words));
    return Promise.resolve({ rows, total: rows.length });
  },
} as unknown as PaperModel;

const settings = {
  backend: { name: 'local' },
  folder: '',
  content: 'content/',
  front: 'https://news.example/',
  base: '/',
  publication: { name: 'Stage', language: 'en-GB', timeZone: 'Europe/Kyiv' },
} as DeskSettings;

const language = signal(scene.language);
const message = signal('');
const desk = {
  ...{ settings, forge, model, language },
  words: wordsIn(language),
  files: await readPaper(settings, forge, model, () => undefined),
  drafts: noKeptDrafts,
  names: signal({ sections: [], authors: [], pages: [], topics: [], series: [] }),
  reviews: signal([]),
  clock: () => Date.now(),
  notify: (words: string) => {
    message.value = words;
  },
} as unknown as Desk;
const file = openedFile(desk, scene.path);
outside.openFile = file;

const views = {
  body: () => <BodyEditor desk={desk} file={file} />,
  picture: () => {
    const fields = fieldsOfKind('article');
    return fields
      .filter(({ name }) => name === 'leadImage')
      .map((field) => (
        <Field key="x" form={{ desk, file, fields }} field={field} path={['leadImage']} />
      ));
  },
  corrections: () => <CorrectStory desk={desk} file={file} />,
  live: () => <LiveEntries desk={desk} file={file} />,
  front: () => <FrontEditor desk={desk} file={file} fields={fieldsOfKind('front')} />,
};
const View = views[scene.view];
const said = computed(() => message.value);
const place = document.getElementById('desk');
document.documentElement.lang = scene.language;
document.documentElement.dir = scene.language === 'ar' ? 'rtl' : 'ltr';
if (place) {
  render(
    <main id="content">
      <h1>Stage</h1>
      <View />
      <p role="status">{said}</p>
    </main>,
    place,
  );
}
