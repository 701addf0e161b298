import { useSignal } from '@preact/signals';
import { writingWords } from '../../words/writing.ts';
import type { Desk } from '../desk.ts';
import { AskDialog, AskField } from './ask.tsx';
import { linkTo } from './blocks.ts';
import { asLinkAddress, linkFault } from './link-address.ts';
import { StoryPicker } from './story-picker.tsx';

/** Asks for a link: an address or a story of the paper, and its words. */
export const LinkDialog = ({
  desk,
  selected,
  onInsert,
  onClose,
}: {
  desk: Desk;
  /** The Markdown that is to be a link. */
  selected: string;
  onInsert: (markdown: string) => void;
  onClose: () => void;
}) => {
  const say = desk.words(writingWords);
  const address = useSignal('');
  const text = useSignal(selected);
  const hasTried = useSignal(false);
  const written = asLinkAddress(address.value, desk.settings);
  const fault = linkFault(written);
  return (
    <AskDialog
      title={say.link}
      submit={say.insert}
      cancel={say.cancel}
      onClose={onClose}
      onSubmit={() => {
        hasTried.value = true;
        if (fault) return;
        const words = text.value.trim() || written;
        onInsert(linkTo(written, words, words === selected && /^[^[\]]*$/.test(selected)));
      }}
    >
      <AskField
        label={say.address}
        mode="url"
        value={address}
        hint={say.linkAddressHint}
        error={hasTried.value && fault ? say[fault] : undefined}
      />
      <AskField label={say.linkText} value={text} />
      <StoryPicker
        desk={desk}
        label={say.ownStories}
        none={say.noStories}
        onPick={(story) => {
          address.value = asLinkAddress(story.address, desk.settings);
          if (text.value.trim() === '') text.value = story.headline;
        }}
      />
    </AskDialog>
  );
};
