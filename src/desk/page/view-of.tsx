import type { Desk } from './desk.ts';
import type { Route } from './router.ts';
import { Stories } from './stories/stories.tsx';

/** The view that an address names. */
export const ViewOf = ({ desk, route }: { desk: Desk; route: Route }) => {
  switch (route.view) {
    case 'stories':
    default:
      return <Stories desk={desk} />;
  }
};
