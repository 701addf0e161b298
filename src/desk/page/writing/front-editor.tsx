import { useSignal } from '@preact/signals';
import type { FieldDescription } from '../../../describe/field.ts';
import type { StoryRow } from '../../paper/paper-model.ts';
import { frontWords } from '../../words/front.ts';
import type { Desk } from '../desk.ts';
import { Field } from '../form/field.tsx';
import type { OpenFile } from '../open-file.ts';
import { AskDialog } from './ask.tsx';
import { idsIn } from './front-stories.ts';
import { StoryOrder } from './story-order.tsx';
import { StoryPicker } from './story-picker.tsx';
import './writing.css';

const mostSeconds = 8;

/** A dialog that looks for a published story. */
const StoryDialog = ({
  desk,
  title,
  onPick,
  onClose,
}: {
  desk: Desk;
  title: string;
  onPick: (story: StoryRow) => void;
  onClose: () => void;
}) => {
  const say = desk.words(frontWords);
  return (
    <AskDialog title={title} cancel={say.cancel} onClose={onClose}>
      <StoryPicker desk={desk} label={say.search} none={say.noStories} isOut onPick={onPick} />
    </AskDialog>
  );
};

/**
 * The front page: its lead and the stories beside it are chosen among what is published; the rest of its fields are as
 * the form has them.
 * @param fields what `front.yaml` may have
 */
export const FrontEditor = ({
  file,
  desk,
  fields,
}: {
  file: OpenFile;
  desk: Desk;
  fields: readonly FieldDescription[];
}) => {
  const say = desk.words(frontWords);
  const asked = useSignal<'lead' | 'secondaries' | undefined>(undefined);
  const { lead, secondaries } = file.fields.value;
  const leads = idsIn(lead);
  const seconds = idsIn(secondaries);
  const pick = ({ id }: StoryRow): void => {
    const field = asked.value;
    asked.value = undefined;
    if (field === 'lead') file.set(['lead'], id);
    else file.set(['secondaries'], [...seconds.filter((one) => one !== id), id]);
  };
  return (
    <div class="front-editor">
      <p class="hint">{say.manual}</p>
      <section class="front-part">
        <h2>{say.lead}</h2>
        {leads.length === 0 && <p class="hint">{say.automatic}</p>}
        <StoryOrder
          desk={desk}
          ids={leads}
          onChange={([id]) => {
            file.set(['lead'], id);
          }}
        />
        <div class="buttons">
          <button
            type="button"
            class="button"
            onClick={() => {
              asked.value = 'lead';
            }}
          >
            {leads.length === 0 ? say.choose : say.change}
          </button>
        </div>
      </section>
      <section class="front-part">
        <h2>{say.seconds}</h2>
        {seconds.length === 0 && <p class="hint">{say.automatic}</p>}
        <StoryOrder
          desk={desk}
          ids={seconds}
          onChange={(ids) => {
            file.set(['secondaries'], ids.length === 0 ? undefined : ids);
          }}
        />
        <div class="buttons">
          <button
            type="button"
            class="button"
            disabled={seconds.length >= mostSeconds}
            onClick={() => {
              asked.value = 'secondaries';
            }}
          >
            {say.addStory}
          </button>
        </div>
        {seconds.length >= mostSeconds && <p class="hint">{say.secondsFull}</p>}
      </section>
      {fields
        .filter(({ name }) => name !== 'lead' && name !== 'secondaries')
        .map((field) => (
          <Field key={field.name} form={{ desk, file, fields }} field={field} path={[field.name]} />
        ))}
      {asked.value && (
        <StoryDialog
          desk={desk}
          title={asked.value === 'lead' ? say.lead : say.seconds}
          onPick={pick}
          onClose={() => {
            asked.value = undefined;
          }}
        />
      )}
    </div>
  );
};
