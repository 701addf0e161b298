import { publishWords } from '../../words/publish.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';

/** On a forge a save is published already, or in review: which of them are open. */
export const PublishedByForge = ({ desk }: { desk: Desk }) => {
  const say = desk.words(publishWords);
  const { review, backend } = desk.settings;
  const reviews = desk.reviews.value;
  if (!review) return <p>{fillIn(say.eachSave, { branch: backend.branch })}</p>;
  return (
    <>
      <p>{fillIn(say.eachReview, { branch: backend.branch })}</p>
      {reviews.length === 0 && <p class="empty">{say.noReviews}</p>}
      <ul class="entry-list">
        {reviews.map(({ url, title, branch }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer" dir="auto">
              {title}
            </a>
            <code>{branch}</code>
          </li>
        ))}
      </ul>
    </>
  );
};
