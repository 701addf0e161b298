import { useSignal } from '@preact/signals';
import { writingWords } from '../../words/writing.ts';
import { fillIn } from '../fill-in.ts';
import { AskDialog, AskField } from './ask.tsx';
import { table } from './blocks.ts';
import type { InsertProps } from './insert-dialogs.tsx';

const within = (typed: string, most: number): number =>
  Math.min(most, Math.max(1, Math.trunc(Number(typed)) || 1));

/** Asks how many columns and rows a table has, and for what is in them. */
export const TableDialog = ({ desk, onInsert, onClose }: InsertProps) => {
  const say = desk.words(writingWords);
  const columns = useSignal('3');
  const rows = useSignal('2');
  const cells = useSignal<readonly (readonly string[])[]>([]);
  const width = within(columns.value, 12);
  const height = within(rows.value, 100) + 1;
  const shown = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => cells.value[row]?.[column] ?? ''),
  );
  const nameOf = (row: number, column: number): string => {
    const head = fillIn(say.column, { number: column + 1 });
    return row === 0 ? head : `${fillIn(say.row, { number: row })}, ${head}`;
  };
  return (
    <AskDialog
      title={say.table}
      submit={say.insert}
      cancel={say.cancel}
      onClose={onClose}
      onSubmit={() => {
        onInsert(
          table(
            shown.map((row, number) =>
              row.map((cell, column) =>
                number === 0 && cell.trim() === '' ? nameOf(0, column) : cell,
              ),
            ),
          ),
        );
      }}
    >
      <div class="ask-pair">
        <AskField label={say.columns} mode="numeric" value={columns} />
        <AskField label={say.rows} mode="numeric" value={rows} />
      </div>
      <div class="cells">
        <table>
          <tbody>
            {shown.map((row, number) => (
              <tr key={number}>
                {row.map((cell, column) => (
                  <td key={column}>
                    <input
                      type="text"
                      dir="auto"
                      value={cell}
                      placeholder={number === 0 ? nameOf(0, column) : undefined}
                      aria-label={nameOf(number, column)}
                      onInput={({ currentTarget }) => {
                        cells.value = shown.map((one, at) =>
                          at === number ? one.with(column, currentTarget.value) : one,
                        );
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </AskDialog>
  );
};
