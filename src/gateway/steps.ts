import type { Step } from '../metadata/structured-data/breadcrumb.ts';
import { addresses, edition, type Story } from './edition.ts';

/** The sections that a story is in, from the outermost: the first steps of the way to its pages. */
export const stepsToSection = ({ section }: Pick<Story, 'section'>): Step[] =>
  edition.tree.wayTo(section).map(({ id, title }) => ({ title, path: addresses.section(id) }));
