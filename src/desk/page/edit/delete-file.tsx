import { ForgeError } from '../../forge/forge.ts';
import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import { fileKindOf } from '../file-kinds.ts';
import type { OpenedFile } from '../opened-file.ts';
import { folderOf } from '../paper-files.ts';
import { nameIn } from '../readable.ts';
import { goTo } from '../router.ts';
import { sentenceOf } from '../sentence-of.ts';
import { Sure } from '../sure.tsx';

/** Files that go with a file: the pictures in a folder of its own. */
const deletedWith = (desk: Desk, path: string): string[] => {
  const isAlone = /\/index\.md$/i.test(path);
  return isAlone ? [path, ...desk.files.picturesBeside(path)] : [path];
};

const remove = async (desk: Desk, file: OpenedFile, paths: readonly string[]): Promise<void> => {
  const say = desk.words(formWords);
  const gone = paths.flatMap((path) => {
    const was = desk.files.all.value.get(path)?.version;
    return was === undefined
      ? []
      : [{ path: desk.files.forgePath(path), was, gone: true as const }];
  });
  try {
    await desk.forge.save(gone, `${nameIn(file.fields.value) ?? file.path}: deleted`);
    file.close();
    await desk.drafts.forget(file.path).catch(() => undefined);
    await desk.files.gone(paths);
    desk.notify(`${say.deleted}: ${folderOf(file.path)}`);
    goTo('stories');
  } catch (error) {
    desk.notify(error instanceof ForgeError ? sentenceOf(desk, error.fault) : String(error));
  }
};

/** Deletes a file and the pictures of its folder, after a question that names them all. */
export const DeleteFile = ({ desk, file }: { desk: Desk; file: OpenedFile }) => {
  const say = desk.words(formWords);
  const paths = deletedWith(desk, file.path);
  if (fileKindOf(desk.settings, file.path) === undefined) return null;
  return (
    <div class="delete-file">
      <Sure
        desk={desk}
        label={say.delete}
        question={say.sureToDelete}
        act={() => remove(desk, file, paths)}
      >
        <ul class="paths">
          {paths.map((path) => (
            <li key={path}>
              <code>{path}</code>
            </li>
          ))}
        </ul>
      </Sure>
    </div>
  );
};
