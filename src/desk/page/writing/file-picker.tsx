import type { RefObject } from 'preact';
import { useImperativeHandle, useRef } from 'preact/hooks';

/** Opens the device's own choice of files, or its camera. */
export interface FilePickerHandle {
  choose: () => void;
  take: () => void;
}

/** The inputs behind the buttons that choose pictures or take them with a phone. */
export const FilePicker = ({
  handle,
  several = false,
  onFiles,
}: {
  handle: RefObject<FilePickerHandle | null>;
  several?: boolean;
  onFiles: (files: readonly File[]) => void;
}) => {
  const chosen = useRef<HTMLInputElement>(null);
  const taken = useRef<HTMLInputElement>(null);
  useImperativeHandle(
    handle,
    () => ({ choose: () => chosen.current?.click(), take: () => taken.current?.click() }),
    [],
  );
  const onChange = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
    const files = Array.from(currentTarget.files ?? []);
    // The same file can be chosen again.
    currentTarget.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <input
        ref={chosen}
        type="file"
        accept="image/*"
        multiple={several}
        hidden
        onChange={onChange}
      />
      <input
        ref={taken}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={onChange}
      />
    </>
  );
};
