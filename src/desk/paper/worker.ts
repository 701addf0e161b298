/** The worker that has the whole paper in memory, so that the page never waits while it is read, searched or checked. */
import '../browser/no-eval.ts';
import { answerCalls } from './calls.ts';
import type { PaperModel } from './paper-model.ts';

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const open = async (): Promise<PaperModel> => {
  // Loaded apart: until WebAssembly is there, a module that waits for it would miss the first calls.
  const [{ PaperInMemory }, { examineInBrowser }] = await Promise.all([
    import('./paper-in-memory.ts'),
    import('./examine-in-browser.ts'),
  ]);
  const paper = new PaperInMemory(examineInBrowser);
  const openPaper = paper.open.bind(paper);
  paper.open = async (...all) => {
    await openPaper(...all);
    // The list is shown first. Calls that come meanwhile have their turn.
    void rest().then(() => paper.prepare(rest));
  };
  return paper;
};

answerCalls(self, open());
