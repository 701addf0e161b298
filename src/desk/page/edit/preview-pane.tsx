import { useSignal } from '@preact/signals';
import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import type { FileKind } from '../file-kinds.ts';
import type { OpenedFile } from '../opened-file.ts';
import { PrintedPreview } from './printed-preview.tsx';
import { RealPreview } from './real-preview.tsx';

/** Widths of the page, in CSS pixels. */
const widths = { phone: 390, desktop: 1280 } as const;

/** The page beside the form, as readers would see it. */
export const PreviewPane = ({
  desk,
  file,
  kind,
}: {
  desk: Desk;
  file: OpenedFile;
  kind: FileKind;
}) => {
  const say = desk.words(formWords);
  const device = useSignal<keyof typeof widths>('phone');
  const given = { desk, file, width: widths[device.value] };
  return (
    <aside class="preview-pane" aria-label={say.preview}>
      <div class="panes" role="group" aria-label={say.preview}>
        {(['phone', 'desktop'] as const).map((name) => (
          <button
            key={name}
            type="button"
            class="button"
            aria-pressed={device.value === name}
            onClick={() => {
              device.value = name;
            }}
          >
            {say[name]}
          </button>
        ))}
      </div>
      {desk.local && desk.settings.realPreview ? (
        <RealPreview {...given} local={desk.local} />
      ) : (
        <PrintedPreview {...given} kind={kind} />
      )}
    </aside>
  );
};
