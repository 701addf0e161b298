import { momentWords } from '../../words/moments.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import { Manual } from '../form/frame.tsx';
import type { OpenFile } from '../open-file.ts';
import { shortMoment } from '../stories/story-line.tsx';

/** When the paper will show a story that it does not show yet: nothing for one that it shows. */
export const Schedule = ({ desk, file }: { desk: Desk; file: OpenFile }) => {
  const say = desk.words(momentWords);
  const { published, draft } = file.fields.value;
  const moment = typeof published === 'string' ? Date.parse(published) : NaN;
  if (draft === true) return <p class="notice">{say.heldBack}</p>;
  if (!(moment > desk.clock())) return null;
  const sentence = desk.local ? say.scheduledHere : say.scheduledThere;
  return (
    <p class="notice" role="status">
      <Manual text={fillIn(sentence, { moment: shortMoment(desk, String(published)) })} />
    </p>
  );
};
