import { workerData } from 'node:worker_threads';
import { type CardDrawing, drawCards, type Printable } from './print-cards.ts';

// The thread that draws cards beside the printing of pages (src/desk/print-cards.ts).
const { cards, drawing } = workerData as { cards: Printable[]; drawing: CardDrawing };
await drawCards(cards, drawing);
