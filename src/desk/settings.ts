import type { Publication } from '../schemas/publication.ts';

/** Where a desk keeps the paper's files. */
export interface DeskBackend {
  /** `local` is the paper's folder on this machine, through a server that speaks the API of Gitea. */
  name: 'local' | 'github' | 'gitlab' | 'gitea';
  /** `owner/name`; on GitLab, with all groups. */
  repo: string;
  branch: string;
  /** The root of its API: `https://api.github.com`, `https://gitlab.com/api/v4`, `https://codeberg.org/api/v1`. */
  api: string;
  /** The site itself, where people sign in: `https://github.com`. */
  site: string;
  /** The id of an OAuth application for PKCE (GitLab, Gitea). Without it, a token is asked for. */
  appId?: string;
  /** An OAuth proxy for GitHub that answers as Decap’s and Sveltia’s do. */
  proxy?: string;
}

/**
 * Everything that the desk's page is told about the paper: `paper.json` beside it, printed with the paper or served on
 * this machine. It holds nothing that is not public.
 */
export interface DeskSettings {
  backend: DeskBackend;
  /** Whether a save asks for a review (a pull or merge request) instead of going on the branch. */
  review: boolean;
  /** The paper's folder in the repository, with a slash at its end; empty if it is the repository. */
  folder: string;
  /** The content folder, from the paper's folder, with a slash at its end: `content/`. */
  content: string;
  /** The address of the front page: origin and base path. */
  front: string;
  base: string;
  publication: Publication;
  /** Whether the local server shows unsaved pages (`POST desk-api/preview`). */
  realPreview: boolean;
}
