import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import type { OpenFile } from '../open-file.ts';

/** The whole text of a file whose fields cannot be read, to be put right by hand. */
export const SourceField = ({ desk, file }: { desk: Desk; file: OpenFile }) => {
  const say = desk.words(formWords);
  return (
    <div class="field source">
      <p class="notice warning">{say.unreadable}</p>
      <label for="source">{say.source}</label>
      <textarea
        id="source"
        rows={24}
        spellcheck={false}
        dir="auto"
        value={file.text.value}
        onInput={({ currentTarget }) => {
          file.setText(currentTarget.value);
        }}
      />
    </div>
  );
};
