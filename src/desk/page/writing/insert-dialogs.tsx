import { useSignal } from '@preact/signals';
import { embedOf } from '../../../copy/embeds.ts';
import { playerOf } from '../../../copy/recordings.ts';
import { writingWords } from '../../words/writing.ts';
import type { Desk } from '../desk.ts';
import { AskDialog, AskField } from './ask.tsx';
import { box, pullQuote, recording } from './blocks.ts';

/** What each dialog of this file needs. */
export interface InsertProps {
  desk: Desk;
  /** The text that is selected. */
  selected: string;
  onInsert: (words: string) => void;
  onClose: () => void;
}

/** Asks for the words of a pull quote, and who said them. */
export const PullQuoteDialog = ({ desk, selected, onInsert, onClose }: InsertProps) => {
  const say = desk.words(writingWords);
  const words = useSignal(selected.trim());
  const who = useSignal('');
  const hasTried = useSignal(false);
  const isEmpty = words.value.trim() === '';
  return (
    <AskDialog
      title={say.pullQuote}
      submit={say.insert}
      cancel={say.cancel}
      onClose={onClose}
      onSubmit={() => {
        hasTried.value = true;
        if (!isEmpty) onInsert(pullQuote(words.value, who.value));
      }}
    >
      <AskField
        label={say.quoteWords}
        value={words}
        rows={4}
        error={hasTried.value && isEmpty ? say.needed : undefined}
      />
      <AskField label={say.quoteWho} value={who} />
    </AskDialog>
  );
};

/** Asks for the address of a video or post, of a service that the paper embeds. */
export const EmbedDialog = ({ desk, selected, onInsert, onClose }: InsertProps) => {
  const say = desk.words(writingWords);
  const address = useSignal(embedOf(selected.trim()) ? selected.trim() : '');
  const hasTried = useSignal(false);
  const embed = embedOf(address.value.trim());
  return (
    <AskDialog
      title={say.embed}
      submit={say.insert}
      cancel={say.cancel}
      onClose={onClose}
      onSubmit={() => {
        hasTried.value = true;
        if (embed) onInsert(embed.page);
      }}
    >
      <AskField
        label={say.address}
        mode="url"
        value={address}
        hint={say.embedHint}
        error={hasTried.value && !embed ? say.badEmbed : undefined}
      />
      {embed && (
        <p class="hint" role="status">
          {embed.service}
        </p>
      )}
    </AskDialog>
  );
};

/** Asks for the address and the title of a recording. */
export const RecordingDialog = ({ desk, selected, onInsert, onClose }: InsertProps) => {
  const say = desk.words(writingWords);
  const address = useSignal('');
  const title = useSignal(selected.trim());
  const hasTried = useSignal(false);
  const isPlayed = playerOf(address.value.trim()) !== undefined;
  const isUntitled = title.value.trim() === '';
  return (
    <AskDialog
      title={say.recording}
      submit={say.insert}
      cancel={say.cancel}
      onClose={onClose}
      onSubmit={() => {
        hasTried.value = true;
        if (isPlayed && !isUntitled) onInsert(recording(address.value, title.value));
      }}
    >
      <AskField
        label={say.address}
        mode="url"
        value={address}
        hint={say.recordingHint}
        error={hasTried.value && !isPlayed ? say.badRecording : undefined}
      />
      <AskField
        label={say.title}
        value={title}
        error={hasTried.value && isUntitled ? say.needed : undefined}
      />
    </AskDialog>
  );
};

/** Asks for the words of a footnote. */
export const FootnoteDialog = ({ desk, onInsert, onClose }: InsertProps) => {
  const say = desk.words(writingWords);
  const words = useSignal('');
  const hasTried = useSignal(false);
  const isEmpty = words.value.trim() === '';
  return (
    <AskDialog
      title={say.footnote}
      submit={say.insert}
      cancel={say.cancel}
      onClose={onClose}
      onSubmit={() => {
        hasTried.value = true;
        if (!isEmpty) onInsert(words.value);
      }}
    >
      <AskField
        label={say.footnoteText}
        value={words}
        rows={3}
        error={hasTried.value && isEmpty ? say.needed : undefined}
      />
    </AskDialog>
  );
};

/** Asks for the title and the text of a box. */
export const BoxDialog = ({ desk, selected, onInsert, onClose }: InsertProps) => {
  const say = desk.words(writingWords);
  const title = useSignal('');
  const text = useSignal(selected.trim());
  const hasTried = useSignal(false);
  const missing = (value: string): string | undefined =>
    hasTried.value && value.trim() === '' ? say.needed : undefined;
  return (
    <AskDialog
      title={say.box}
      submit={say.insert}
      cancel={say.cancel}
      onClose={onClose}
      onSubmit={() => {
        hasTried.value = true;
        if (title.value.trim() !== '' && text.value.trim() !== '')
          onInsert(box(title.value, text.value));
      }}
    >
      <AskField label={say.title} value={title} error={missing(title.value)} />
      <AskField label={say.boxText} value={text} rows={6} error={missing(text.value)} />
    </AskDialog>
  );
};
