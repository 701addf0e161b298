/** Who is told what is in a document. */
export interface MarkupHandler {
  open: (name: string, attributes: Record<string, string>) => void;
  /** @param isImplied the document has no such end tag */
  close: (name: string, isImplied: boolean) => void;
  text: (text: string, isCdata: boolean) => void;
  /** The innermost open element, as the document names it; empty if there is none. */
  element: () => string;
  /** Whether a tag is one of the format, not of a text in it. */
  isStructure: (name: string) => boolean;
  /** Something has been lost from the item that is open. */
  damage: (why: string) => void;
  /** The document is over; what is still open now is closed after this. */
  end: () => void;
}
