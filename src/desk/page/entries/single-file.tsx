import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { deskWords } from '../../words/desk.ts';
import { listWords } from '../../words/list.ts';
import type { Desk } from '../desk.ts';
import { EditFile } from '../edit/edit-file.tsx';

/** A file that a paper has once, or not yet: `front.yaml`, `topics.yaml`, `series.yaml`, `redirects.yaml`. */
export const SingleFile = ({
  desk,
  of,
}: {
  desk: Desk;
  of: 'front' | 'topics' | 'series' | 'redirects';
}) => {
  const path = `${desk.settings.content}${of}.yaml`;
  const isKept = useSignal(false);
  useEffect(() => {
    void desk.drafts.get(path).then(
      (draft) => {
        isKept.value = draft !== undefined;
      },
      () => undefined,
    );
  }, [path]);
  if (desk.files.all.value.has(path) || isKept.value) {
    return <EditFile key={path} desk={desk} path={path} />;
  }
  return (
    <div class="begin">
      <h1>{desk.words(deskWords)[of]}</h1>
      <p>{desk.words(listWords).newFile}</p>
      <p>
        <button
          type="button"
          class="button strong"
          onClick={() => {
            const draft = { path, text: '', baseText: '', pictures: [], when: desk.clock() };
            desk.drafts.keep(draft).then(
              () => {
                isKept.value = true;
              },
              () => {
                desk.notify(desk.words(deskWords).noRoom);
              },
            );
          }}
        >
          {desk.words(listWords).begin}
        </button>
      </p>
    </div>
  );
};
