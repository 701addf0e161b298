import { Parser } from 'htmlparser2';
import type { Place, Repairs } from '../repairs.ts';
import type { MarkupHandler } from './handler.ts';
import { advance, newTape, wind } from './places.ts';
import { readSection, type Section, sectionOf } from './section.ts';

export interface MarkupReader {
  write: (text: string) => void;
  end: () => void;
  /** Where the tag that the handler is being told about begins, or where the CDATA section has been read to. */
  place: () => Place;
}

/** How much of what is not complete is waited for before it is taken as it is. */
const patience = 256 * 1024;

const bare = /&(?!(?:#\d+|#x[\da-f]+|[a-z]\w*);)/gi;

const beginning = /<\?xml\s|<(?:\w+:)?(?:rss|feed|RDF)[\s>]/;

/**
 * Reads XML as it comes. htmlparser2 reads the markup; CDATA sections pass it by, so that a section of any size streams,
 * and so that their ends can be mended. What stands before the document is left out.
 */
export const readMarkup = (handler: MarkupHandler, repairs: Repairs): MarkupReader => {
  const tape = newTape();
  let section: Section | undefined;
  let hasBegun = false;

  /** What the parser is reading, where in all that it has read it begins, and a place in it. */
  let piece = '';
  let pieceStart = 0;
  let passed = 0;
  let reached = tape.place;

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        handler.open(name, attributes);
      },
      onclosetag: (name, isImplied) => {
        handler.close(name, isImplied);
      },
      ontext: (text) => {
        handler.text(text, false);
      },
    },
    { xmlMode: true },
  );

  /** Goes on to a point; what lies before it is markup. */
  const parse = (to: number): void => {
    if (to <= tape.at) return;
    reached = tape.place;
    piece = wind(tape, to);
    passed = 0;
    if (piece.includes('&')) {
      repairs.count('ampersand', reached, piece.match(bare)?.length ?? 0);
    }
    parser.write(piece);
    pieceStart += piece.length;
  };

  /** @returns whether there is more to read before the next part of the file comes */
  const begin = (): boolean => {
    const start = tape.text.search(beginning);
    if (start === -1 && !tape.isLast && tape.text.length < patience) return false;
    const before = wind(tape, Math.max(start, 0));
    if (before.trim() !== '') repairs.count('before', { line: 1, column: 1 });
    hasBegun = true;
    return true;
  };

  const readTags = (): boolean => {
    const { text, isLast } = tape;
    const mark = text.indexOf('<!', tape.at);
    if (mark === -1) {
      const open = text.lastIndexOf('<');
      const isWhole = isLast || open < text.lastIndexOf('>') || text.length - open > patience;
      parse(isWhole ? text.length : open);
      return false;
    }
    parse(mark);
    if (text.length - mark < 9 && !isLast) return false;
    if (text.startsWith('<![CDATA[', mark)) {
      section = sectionOf(handler.element());
      wind(tape, mark + 9);
    } else if (text.startsWith('<!--', mark)) {
      const end = text.indexOf('-->', mark + 4);
      if (end === -1 && !isLast && text.length - mark < patience) return false;
      wind(tape, end === -1 ? mark + 4 : end + 3);
    } else parse(mark + 2);
    return true;
  };

  const step = (): boolean => {
    if (!hasBegun) return begin();
    if (section === undefined) return readTags();
    const verdict = readSection(section, tape, handler, repairs);
    if (verdict === 'end' || verdict === 'swallowed') section = undefined;
    return verdict !== 'unknown';
  };

  const read = (): void => {
    while (tape.at < tape.text.length && step());
    tape.text = tape.text.slice(tape.at);
    tape.at = 0;
  };

  return {
    write: (text) => {
      tape.text += text;
      read();
    },
    end: () => {
      tape.isLast = true;
      read();
      handler.end();
      parser.end();
    },
    place: () => {
      if (section !== undefined) return tape.place;
      const to = Math.min(Math.max(parser.startIndex - pieceStart, passed), piece.length);
      reached = advance(reached, piece.slice(passed, to));
      passed = to;
      return reached;
    },
  };
};
