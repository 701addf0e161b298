import { Calendar } from './calendar/calendar.tsx';
import type { Desk } from './desk.ts';
import { EditFile } from './edit/edit-file.tsx';
import { Entries } from './entries/entries.tsx';
import { SingleFile } from './entries/single-file.tsx';
import { Publish } from './publish/publish.tsx';
import type { Route } from './router.ts';
import { NewStory } from './stories/new-story.tsx';
import { Stories } from './stories/stories.tsx';

/** The view that an address names. */
export const ViewOf = ({ desk, route: { view, path } }: { desk: Desk; route: Route }) => {
  switch (view) {
    case 'stories':
      return <Stories desk={desk} />;
    case 'new':
      return <NewStory desk={desk} />;
    case 'calendar':
      return <Calendar desk={desk} />;
    case 'sections':
    case 'authors':
    case 'pages':
      return <Entries key={view} desk={desk} of={view} />;
    case 'front':
    case 'topics':
    case 'series':
    case 'redirects':
      return <SingleFile key={view} desk={desk} of={view} />;
    case 'publish':
      return <Publish desk={desk} />;
    case 'story':
    case 'file':
      return <EditFile key={path} desk={desk} path={path} />;
  }
};
