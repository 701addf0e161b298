import { type Signal, signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PreparedPicture } from '../../pictures/prepare-picture.ts';
import { pictureWords } from '../../words/pictures.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { OpenFile } from '../open-file.ts';
import { AskDialog, AskField } from './ask.tsx';
import { namesBeside, putBeside, takeIn, type TakenIn } from './take-in.ts';

/** What an editor says of a picture. */
export interface DescribedPicture {
  name: string;
  alt: string;
  caption: string;
  credit: string;
  decorative: boolean;
}

interface Draft {
  picture: PreparedPicture;
  url: string;
  alt: Signal<string>;
  caption: Signal<string>;
  credit: Signal<string>;
  decorative: Signal<boolean>;
}

const draftOf = (picture: PreparedPicture): Draft => ({
  picture,
  url: URL.createObjectURL(picture.bytes),
  alt: signal(picture.texts.alt ?? ''),
  caption: signal(picture.texts.caption ?? ''),
  credit: signal(picture.texts.credit ?? ''),
  decorative: signal(false),
});

const isDescribed = ({ alt, decorative }: Draft): boolean =>
  decorative.value || alt.value.trim() !== '';

const PictureTexts = ({
  desk,
  draft,
  mayDecorate,
  hasTried,
}: {
  desk: Desk;
  draft: Draft;
  mayDecorate: boolean;
  hasTried: boolean;
}) => {
  const say = desk.words(pictureWords);
  const { picture, url, alt, caption, credit, decorative } = draft;
  const isFromFile = picture.texts.alt !== undefined && alt.value === picture.texts.alt;
  const missing = mayDecorate ? say.altNeededOrDecorative : say.altNeeded;
  return (
    <fieldset class="picture-texts">
      <legend class="hint">
        {fillIn(say.stored, { name: picture.name, width: picture.width, height: picture.height })}
      </legend>
      <img src={url} alt="" />
      <AskField
        label={say.alt}
        value={alt}
        rows={2}
        hint={isFromFile ? say.pleaseCheck : say.altHint}
        error={hasTried && !isDescribed(draft) ? missing : undefined}
      />
      {mayDecorate && (
        <label class="tick">
          <input
            type="checkbox"
            checked={decorative.value}
            onChange={({ currentTarget }) => {
              decorative.value = currentTarget.checked;
            }}
          />
          <span>{say.decorative}</span>
        </label>
      )}
      <AskField label={say.caption} value={caption} />
      <AskField label={say.credit} value={credit} />
    </fieldset>
  );
};

/**
 * Takes pictures in: prepares them, asks what they show, and puts them beside the file.
 * @param mayDecorate whether a picture may be decorative, and so have no description
 */
export const PicturesDialog = ({
  desk,
  file,
  files,
  mayDecorate = false,
  onDone,
  onClose,
}: {
  desk: Desk;
  file: OpenFile;
  files: readonly File[];
  mayDecorate?: boolean;
  onDone: (pictures: readonly DescribedPicture[]) => void;
  onClose: () => void;
}) => {
  const say = desk.words(pictureWords);
  const done = useSignal(0);
  const drafts = useSignal<readonly Draft[] | undefined>(undefined);
  const refused = useSignal<TakenIn['refused']>([]);
  const hasTried = useSignal(false);
  useEffect(() => {
    let isOpen = true;
    void takeIn(files, namesBeside(desk, file), (number) => {
      done.value = number;
    }).then((taken) => {
      if (!isOpen) return;
      refused.value = taken.refused;
      drafts.value = taken.pictures.map(draftOf);
    });
    return () => {
      isOpen = false;
      for (const { url } of drafts.peek() ?? []) URL.revokeObjectURL(url);
    };
  }, [files]);
  const ready = drafts.value ?? [];
  return (
    <AskDialog
      title={say.pictures}
      submit={mayDecorate ? say.use : say.insert}
      cancel={say.cancel}
      isBusy={ready.length === 0}
      onClose={onClose}
      onSubmit={() => {
        hasTried.value = true;
        if (!ready.every(isDescribed)) return;
        putBeside(
          file,
          ready.map(({ picture }) => picture),
        );
        onDone(
          ready.map(({ picture, alt, caption, credit, decorative }) => ({
            name: picture.name,
            alt: alt.value.trim(),
            caption: caption.value.trim(),
            credit: credit.value.trim(),
            decorative: decorative.value,
          })),
        );
      }}
    >
      <div role="status">
        {drafts.value === undefined && (
          <p>{fillIn(say.preparing, { done: done.value, all: files.length })}</p>
        )}
        {refused.value.map(({ name, fault }) => (
          <p class="notice error" key={name}>
            {fillIn(say[fault], { name })}
          </p>
        ))}
      </div>
      {ready.map((draft) => (
        <PictureTexts
          key={draft.picture.name}
          desk={desk}
          draft={draft}
          mayDecorate={mayDecorate}
          hasTried={hasTried.value}
        />
      ))}
    </AskDialog>
  );
};
