import '../browser/no-eval.ts';
import { render } from 'preact';
import { languageOf } from '../../language/names.ts';
import { connectPaperModel } from '../paper/connect-paper-model.ts';
import type { DeskSettings } from '../settings.ts';
import { deskWords } from '../words/desk.ts';
import { App, runDesk } from './app.tsx';
import '../../styles/tokens.css';
import './desk.css';
import './list.css';
import './form.css';
import './edit.css';
import './calendar.css';

const readSettings = async (): Promise<DeskSettings> => {
  const response = await fetch(new URL('paper.json', document.baseURI));
  if (!response.ok) throw new Error(`paper.json: ${response.status}`);
  return (await response.json()) as DeskSettings;
};

const place = document.getElementById('desk');
if (place) {
  try {
    const running = runDesk(await readSettings(), connectPaperModel());
    render(<App {...running} />, place);
  } catch {
    const language = languageOf(document.documentElement.lang) ?? 'en';
    render(
      <main class="opening">
        <h1>{deskWords.cannotOpen[language]}</h1>
        <p role="alert">{deskWords.badSettings[language]}</p>
      </main>,
      place,
    );
  }
}
