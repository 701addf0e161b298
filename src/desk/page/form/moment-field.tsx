import { useSignal } from '@preact/signals';
import { momentWords } from '../../words/moments.ts';
import { fillIn } from '../fill-in.ts';
import {
  type Found,
  hasOtherOffset,
  momentIn,
  momentOf,
  type Picked,
  pickedOf,
} from '../moments.ts';
import { type ControlProps, idOfPath, said, valueAt } from './form.ts';
import { Findings, Manual, RequiredMark, useDescribed } from './frame.tsx';
import { localeOf } from '../locale-of.ts';

const isWhole = ({ day, time }: Picked): boolean =>
  /^\d{4,}-\d\d-\d\d$/.test(day) && /^\d\d:\d\d/.test(time);

const Doubtful = ({
  form,
  path,
  found,
  choose,
}: Pick<ControlProps, 'form' | 'path'> & {
  found: Exclude<Found, { name: 'moment' }>;
  choose: (moment: string) => void;
}) => {
  const say = form.desk.words(momentWords);
  const zone = form.desk.settings.publication.timeZone;
  const timeIn = (moment: string): string => moment.slice(11, 16);
  if (found.name === 'none') {
    const { before, after } = found;
    return (
      <p class="mistake" role="alert">
        {fillIn(say.none, { zone, before: timeIn(before), after: timeIn(after) })}
      </p>
    );
  }
  return (
    <fieldset class="twice">
      <legend>
        <span role="alert">{fillIn(say.two, { zone })}</span>
      </legend>
      {(['earlier', 'later'] as const).map((which) => (
        <label key={which} class="pill">
          <input
            type="radio"
            name={`${idOfPath(path)}-which`}
            checked={valueAt(form, path) === found[which]}
            onChange={() => {
              choose(found[which]);
            }}
          />
          <span>{fillIn(say[which], { offset: `UTC${found[which].slice(-6)}` })}</span>
        </label>
      ))}
    </fieldset>
  );
};

/** A moment, picked as day and time in the paper's time zone and written with the offset that holds there then. */
export const MomentField = ({ form, field, path }: ControlProps) => {
  const { desk, file } = form;
  const say = desk.words(momentWords);
  const zone = desk.settings.publication.timeZone;
  const value = valueAt(form, path);
  const text = typeof value === 'string' ? value : '';
  /** What is picked and not written: half of it, or a time that is no moment or two. */
  const picked = useSignal<Picked | undefined>(undefined);
  const found = useSignal<Exclude<Found, { name: 'moment' }> | undefined>(undefined);
  const written = pickedOf(text, zone);
  const shown = picked.value ?? written ?? { day: '', time: '' };
  const described = useDescribed(form, path, said(form, field.manual) !== '');
  const id = idOfPath(path);

  const write = (moment: string | undefined): void => {
    picked.value = undefined;
    found.value = undefined;
    file.set(path, moment);
  };
  const pick = (part: Partial<Picked>): void => {
    const now = { ...shown, ...part };
    found.value = undefined;
    picked.value = now;
    if (!isWhole(now)) return;
    const moment = momentOf(now, zone);
    if (moment.name === 'moment') write(moment.moment);
    else found.value = moment;
  };
  return (
    <fieldset class="field moment">
      <legend>
        {said(form, field.title)}
        {field.required && <RequiredMark form={form} />}
      </legend>
      <div class="day-and-time">
        <label>
          <span>{say.day}</span>
          <input
            {...described}
            type="date"
            value={shown.day}
            aria-required={field.required || undefined}
            onInput={({ currentTarget }) => {
              pick({ day: currentTarget.value });
            }}
          />
        </label>
        <label>
          <span>{say.time}</span>
          <input
            id={`${id}-time`}
            type="time"
            {...(shown.time.length > 5 && { step: 1 })}
            value={shown.time}
            aria-invalid={found.value ? true : described['aria-invalid']}
            onInput={({ currentTarget }) => {
              pick({ time: currentTarget.value });
            }}
          />
        </label>
        <button
          type="button"
          class="button"
          onClick={() => {
            const minute = Math.floor(desk.clock() / 60_000) * 60_000;
            write(momentIn(minute, zone));
          }}
        >
          {say.now}
        </button>
        {!field.required && text !== '' && (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              write(undefined);
            }}
          >
            {say.clear}
          </button>
        )}
      </div>
      {found.value && (
        <Doubtful
          form={form}
          path={path}
          found={found.value}
          choose={(moment) => {
            file.set(path, moment);
          }}
        />
      )}
      {!picked.value && written && <InWords desk={desk} text={text} />}
      {text !== '' && !written && <p class="hint">{fillIn(say.unreadable, { written: text })}</p>}
      {written && hasOtherOffset(text, zone) && (
        <p class="hint">{fillIn(say.otherOffset, { written: text })}</p>
      )}
      <p class="hint" id={`${id}-hint`}>
        <Manual text={said(form, field.manual)} />
      </p>
      <Findings form={form} path={path} />
    </fieldset>
  );
};

/** A moment in words, with its weekday and the zone's name: what the two fields above mean. */
const InWords = ({ desk, text }: { desk: ControlProps['form']['desk']; text: string }) => {
  const { timeZone } = desk.settings.publication;
  const words = new Intl.DateTimeFormat(localeOf(desk), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(Date.parse(text));
  return (
    <p class="in-words">
      {fillIn(desk.words(momentWords).inZone, { moment: words, zone: timeZone })}
    </p>
  );
};
