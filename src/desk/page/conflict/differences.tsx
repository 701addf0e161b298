import { conflictWords } from '../../words/conflict.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import { differenceRows, type Piece } from './difference-rows.ts';

interface Side {
  title: string;
  text: string;
}

/** Lines alike that are shown around a difference. */
const around = 2;

const Pieces = ({
  pieces,
  kind,
  say,
}: {
  pieces: readonly Piece[];
  kind: 'del' | 'ins';
  say: string;
}) => {
  const Mark = kind;
  return (
    <>
      {pieces.map(({ text, isMarked }, index) =>
        isMarked ? (
          <Mark key={index}>
            <span class="hidden">{say}</span>
            {text}
          </Mark>
        ) : (
          text
        ),
      )}
    </>
  );
};

/** Two versions side by side, their differences marked. */
export const Differences = ({ desk, before, after }: { desk: Desk; before: Side; after: Side }) => {
  const say = desk.words(conflictWords);
  const rows = differenceRows(before.text, after.text);
  return (
    <table class="differences">
      <thead>
        <tr>
          <th scope="col">{before.title}</th>
          <th scope="col">{after.title}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          if (row.name === 'different') {
            return (
              <tr key={index} class="different">
                <td dir="auto">
                  {row.before && <Pieces pieces={row.before} kind="del" say={say.removed} />}
                </td>
                <td dir="auto">
                  {row.after && <Pieces pieces={row.after} kind="ins" say={say.added} />}
                </td>
              </tr>
            );
          }
          const { lines } = row;
          const isLong = lines.length > around * 2 + 1;
          const line = (text: string, key: string) => (
            <tr key={key}>
              <td dir="auto">{text}</td>
              <td dir="auto">{text}</td>
            </tr>
          );
          if (!isLong) return lines.map((text, at) => line(text, `${index}-${at}`));
          const head = index === 0 ? [] : lines.slice(0, around);
          const tail = index === rows.length - 1 ? [] : lines.slice(-around);
          return [
            ...head.map((text, at) => line(text, `${index}-h${at}`)),
            <tr key={`${index}-gap`} class="gap">
              <td colSpan={2}>
                {fillIn(say.same, { count: lines.length - head.length - tail.length })}
              </td>
            </tr>,
            ...tail.map((text, at) => line(text, `${index}-t${at}`)),
          ];
        })}
      </tbody>
    </table>
  );
};
