import { publishWords } from '../../words/publish.ts';
import type { Desk } from '../desk.ts';
import { fileKindOf, viewOfFile } from '../file-kinds.ts';
import { fillIn } from '../fill-in.ts';
import type { Unpublished } from '../../server/unpublished.ts';
import { fieldsIn, nameIn } from '../readable.ts';
import { hashOf } from '../router.ts';

/** The files that publishing would commit. */
export const UnpublishedList = ({ desk, changes }: { desk: Desk; changes: Unpublished }) => {
  const say = desk.words(publishWords);
  const { files, ahead = 0 } = changes;
  return (
    <section aria-labelledby="would-go">
      <h2 id="would-go">{say.would}</h2>
      {ahead > 0 && <p>{fillIn(say.ahead, { count: ahead })}</p>}
      {files.length === 0 && ahead === 0 && <p class="empty">{say.nothing}</p>}
      <ul class="entry-list">
        {files.map(({ path, change, added, removed }) => (
          <li key={path}>
            {fileKindOf(desk.settings, path) === undefined || change === 'deleted' ? (
              <span>{path}</span>
            ) : (
              <a href={hashOf(viewOfFile(desk.settings, path), path)} title={path} dir="auto">
                {nameIn(fieldsIn(path, desk.files.all.value.get(path)?.text ?? '')) ?? path}
              </a>
            )}
            <span class="count">
              {say[change]}
              {added !== undefined && ` +${added}`}
              {removed !== undefined && ` −${removed}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
