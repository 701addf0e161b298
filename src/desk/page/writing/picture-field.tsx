import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { pictureWords } from '../../words/pictures.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { FieldPath } from '../../source/field-path.ts';
import type { OpenFile } from '../open-file.ts';
import { folderOf } from '../paper-files.ts';
import { FilePicker, type FilePickerHandle } from './file-picker.tsx';
import { pictureFilesIn } from './picture-files.ts';
import { type DescribedPicture, PicturesDialog } from './pictures-dialog.tsx';
import './writing.css';

type Written = Readonly<Record<string, unknown>>;

const valueAt = (fields: Written, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    fields,
  );

/** The path of a picture from the paper's folder, as a file names it: `./lead.jpg`. */
const pathOf = (file: OpenFile, src: string): string =>
  new URL(src, `https://paper.invalid/${folderOf(file.path)}`).pathname.slice(1);

const decodedPath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** An address of the picture in this page: of one that is not stored yet, or of a stored one once it was read. */
const usePictureUrl = (desk: Desk, file: OpenFile, src: string): string | undefined => {
  const url = useSignal<string | undefined>(undefined);
  const name = src.replace(/^\.\//, '');
  const fresh = file.newPictures.value.find((picture) => picture.name === name)?.url;
  useEffect(() => {
    url.value = undefined;
    const stored = desk.files.all.value.get(decodedPath(pathOf(file, src)));
    if (src === '' || fresh !== undefined || !stored) return undefined;
    let made: string | undefined;
    let isShown = true;
    desk.forge.readBytes(stored.forgeFile).then(
      (bytes) => {
        if (isShown) url.value = made = URL.createObjectURL(bytes);
      },
      () => undefined,
    );
    return () => {
      isShown = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [src, fresh]);
  return fresh ?? url.value;
};

/** A picture of a file's fields, such as `leadImage`: shown, chosen, replaced, taken out. Its texts are fields of their own. */
export const PictureField = ({
  desk,
  file,
  field,
  id,
}: {
  desk: Desk;
  file: OpenFile;
  field: FieldPath;
  /** That of the button that chooses one. */
  id: string;
}) => {
  const say = desk.words(pictureWords);
  const picker = useRef<FilePickerHandle>(null);
  const taken = useSignal<readonly File[] | undefined>(undefined);
  const written = valueAt(file.fields.value, field);
  const image = typeof written === 'object' && written !== null ? (written as Written) : undefined;
  const src = typeof image?.['src'] === 'string' ? image['src'] : '';
  const url = usePictureUrl(desk, file, src);
  const use = ([picture]: readonly DescribedPicture[]): void => {
    taken.value = undefined;
    if (!picture) return;
    const { name, alt, caption, credit, decorative } = picture;
    file.set(field, {
      src: `./${name}`,
      alt,
      ...(caption && { caption }),
      ...(credit && { credit }),
      ...(decorative && { decorative }),
    });
  };
  const onFiles = (event: Event, data: DataTransfer | null): void => {
    const [first] = pictureFilesIn(data);
    if (!first) return;
    event.preventDefault();
    taken.value = [first];
  };
  return (
    <div
      class="picture-field"
      onPaste={(event) => {
        onFiles(event, event.clipboardData);
      }}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        onFiles(event, event.dataTransfer);
      }}
    >
      {url && <img src={url} alt={typeof image?.['alt'] === 'string' ? image['alt'] : ''} />}
      {src !== '' && !url && <p class="hint">{fillIn(say.notFound, { src })}</p>}
      <div class="buttons">
        <button id={id} type="button" class="button" onClick={() => picker.current?.choose()}>
          {src === '' ? say.choose : say.replace}
        </button>
        <button type="button" class="button for-touch" onClick={() => picker.current?.take()}>
          {say.take}
        </button>
        {image && (
          <button
            type="button"
            class="button"
            onClick={() => {
              file.set(field, undefined);
            }}
          >
            {say.remove}
          </button>
        )}
      </div>
      {!image && <p class="hint">{say.dropHere}</p>}
      <FilePicker
        handle={picker}
        onFiles={(files) => {
          taken.value = files.slice(0, 1);
        }}
      />
      {taken.value && (
        <PicturesDialog
          desk={desk}
          file={file}
          files={taken.value}
          mayDecorate
          onDone={use}
          onClose={() => {
            taken.value = undefined;
          }}
        />
      )}
    </div>
  );
};
