import type { FieldDescription } from '../../../describe/field.ts';
import { formWords } from '../../words/form.ts';
import type { FileKind } from '../file-kinds.ts';
import { Field } from '../form/field.tsx';
import type { Form } from '../form/form.ts';
import type { OpenedFile } from '../opened-file.ts';
import { BodyEditor } from '../writing/body-editor.tsx';
import { CorrectStory } from '../writing/correct-story.tsx';
import { FrontEditor } from '../writing/front-editor.tsx';
import { LiveEntries } from '../writing/live.tsx';
import { Schedule } from './schedule.tsx';

/** What a story opens with: the rest comes below its text. */
const aboveText = ['headline', 'standfirst'];

const Fields = ({ form, fields }: { form: Form; fields: readonly FieldDescription[] }) => (
  <>
    {fields.map((field) => (
      <Field
        key={field.name}
        form={form}
        field={field}
        path={field.name === '' ? [] : [field.name]}
      />
    ))}
  </>
);

/** The form of a file, its text in the middle of it. */
export const FormFor = ({ form, kind, file }: { form: Form; kind: FileKind; file: OpenedFile }) => {
  const say = form.desk.words(formWords);
  const isLive = file.fields.value['kind'] === 'live';
  const usual = form.fields.filter(
    ({ name, rare }) => !rare && (name !== 'state' || isLive || 'state' in file.fields.value),
  );
  const rare = form.fields.filter((field) => field.rare);
  const isStory = kind === 'article';
  const above = isStory ? usual.filter(({ name }) => aboveText.includes(name)) : usual;
  const below = isStory ? usual.filter(({ name }) => !aboveText.includes(name)) : [];
  if (kind === 'front') return <FrontEditor desk={form.desk} file={file} fields={form.fields} />;
  return (
    <>
      {isLive && <LiveEntries desk={form.desk} file={file} />}
      <div class={isStory ? 'fields story-head' : 'fields'}>
        <Fields form={form} fields={above} />
      </div>
      {(isStory || kind === 'page') && <BodyEditor desk={form.desk} file={file} />}
      {isStory && !file.isNew.value && <CorrectStory desk={form.desk} file={file} />}
      {below.length > 0 && (
        <section class="fields facts" aria-labelledby="facts">
          <h2 id="facts">{say.facts}</h2>
          <Schedule desk={form.desk} file={file} />
          <Fields form={form} fields={below} />
        </section>
      )}
      {rare.length > 0 && (
        <details class="rare">
          <summary>{say.rare}</summary>
          <div class="fields">
            <Fields form={form} fields={rare} />
          </div>
        </details>
      )}
    </>
  );
};
