import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import type { OpenFile } from '../open-file.ts';

/** The Markdown of a file. */
export const PlainBody = ({ desk, file }: { desk: Desk; file: OpenFile }) => (
  <div class="field">
    <label for="body">{desk.words(formWords).body}</label>
    <textarea
      id="body"
      class="body"
      rows={16}
      dir="auto"
      value={file.body.value}
      onInput={({ currentTarget }) => {
        file.setBody(currentTarget.value);
      }}
    />
  </div>
);
