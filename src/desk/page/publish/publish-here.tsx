import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ForgeError } from '../../forge/forge.ts';
import { publishWords } from '../../words/publish.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { PublishRequest } from '../../server/publish.ts';
import type { Unpublished } from '../../server/unpublished.ts';
import type { LocalDesk } from '../local-desk.ts';
import { fieldsIn, nameIn } from '../readable.ts';
import { sentenceOf } from '../sentence-of.ts';
import { isText } from '../../file-names.ts';
import { keptEditor, keepEditor } from './kept-editor.ts';
import { UnpublishedList } from './unpublished-list.tsx';

/** What a commit is called, unless the editor says it better: the stories in it. */
const messageFor = (desk: Desk, { files }: Unpublished): string => {
  const names = files
    .filter(({ path }) => isText(path))
    .map(({ path }) => {
      const { text = '' } = desk.files.all.value.get(path) ?? {};
      return nameIn(fieldsIn(path, text)) ?? path;
    });
  const [first = '', ...rest] = new Set(names);
  return rest.length === 0 ? first : `${first} (+${rest.length})`;
};

/** Commits what was saved in the folder's repository, and pushes it. */
export const PublishHere = ({ desk, local }: { desk: Desk; local: LocalDesk }) => {
  const say = desk.words(publishWords);
  const changes = useSignal<Unpublished | undefined>(undefined);
  const problem = useSignal('');
  const isBusy = useSignal(false);
  const request = useSignal<PublishRequest>({
    message: '',
    ...(keptEditor() ?? { name: desk.person.name, email: desk.person.email ?? '' }),
  });

  const attempt = async (act: () => Promise<void>): Promise<void> => {
    problem.value = '';
    isBusy.value = true;
    try {
      await act();
    } catch (error) {
      problem.value = error instanceof ForgeError ? sentenceOf(desk, error.fault) : String(error);
    } finally {
      isBusy.value = false;
    }
  };
  const show = (found: Unpublished): void => {
    changes.value = found;
    request.value = { ...request.value, message: messageFor(desk, found) };
  };
  useEffect(() => {
    void attempt(async () => {
      show(await local.changes());
    });
  }, []);

  const publish = async (): Promise<void> => {
    keepEditor(request.value);
    const { isPushed, message = '' } = await local.publish(request.value);
    if (isPushed) desk.notify(say.published);
    else problem.value = fillIn(say.committed, { why: message });
    show(await local.changes());
  };
  const field = (name: keyof PublishRequest, label: string, hint?: string) => (
    <div class="field">
      <label for={`publish-${name}`}>{label}</label>
      <input
        id={`publish-${name}`}
        type="text"
        inputMode={name === 'email' ? 'email' : 'text'}
        required
        value={request.value[name]}
        aria-describedby={hint === undefined ? undefined : `publish-${name}-hint`}
        autocomplete={name === 'message' ? 'off' : name}
        onInput={({ currentTarget }) => {
          request.value = { ...request.value, [name]: currentTarget.value };
        }}
      />
      {hint !== undefined && (
        <p class="hint" id={`publish-${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
  const now = changes.value;
  const { ahead = 0, behind = 0 } = now ?? {};
  const hasSomething = now !== undefined && (now.files.length > 0 || ahead > 0);
  return (
    <>
      {problem.value !== '' && (
        <p class="notice error" role="alert">
          {problem.value}
        </p>
      )}
      {now?.isRepository === false && <p class="notice">{say.noRepository}</p>}
      {now?.isRepository === true && (
        <>
          {behind > 0 && (
            <div class="notice warning">
              <p>{fillIn(say.behind, { count: behind })}</p>
              <button
                type="button"
                class="button"
                disabled={isBusy.value}
                onClick={() =>
                  void attempt(async () => {
                    show(await local.pull(request.value));
                    desk.notify(say.pulled);
                  })
                }
              >
                {say.pull}
              </button>
            </div>
          )}
          <UnpublishedList desk={desk} changes={now} />
          {hasSomething && (
            <form
              class="fields"
              onSubmit={(event) => {
                event.preventDefault();
                void attempt(publish);
              }}
            >
              {now.files.length > 0 && field('message', say.message)}
              {field('name', say.name)}
              {field('email', say.email, say.keptHere)}
              {now.upstream !== undefined && (
                <p>{fillIn(say.goesTo, { upstream: now.upstream })}</p>
              )}
              <div class="buttons">
                <button type="submit" class="button strong" disabled={isBusy.value}>
                  {isBusy.value ? say.publishing : say.publish}
                </button>
              </div>
            </form>
          )}
        </>
      )}
    </>
  );
};
