import { deskWords } from '../../words/desk.ts';
import type { Desk } from '../desk.ts';
import { PublishHere } from './publish-here.tsx';
import { PublishedByForge } from './published-by-forge.tsx';

/** How what was saved comes into the paper. */
export const Publish = ({ desk }: { desk: Desk }) => (
  <div class="begin">
    <h1>{desk.words(deskWords).publish}</h1>
    {desk.local ? <PublishHere desk={desk} local={desk.local} /> : <PublishedByForge desk={desk} />}
  </div>
);
