import type { DeskBackend } from '../settings.ts';

/**
 * The page of a forge that makes tokens, filled in as far as the forge takes it: GitHub's fine-grained tokens and GitLab's
 * personal ones take names and rights from the address. Undefined on this machine.
 */
export const tokenPageOf = ({ name, site, repo }: DeskBackend): string | undefined => {
  const [owner = '', project = ''] = repo.split('/');
  switch (name) {
    case 'github': {
      const query = new URLSearchParams({
        name: `Desk of ${project}`.slice(0, 40),
        description: `Write and save stories in ${repo}`,
        target_name: owner,
        expires_in: '90',
        contents: 'write',
        pull_requests: 'write',
      });
      return `${site}/settings/personal-access-tokens/new?${query.toString()}`;
    }
    case 'gitlab': {
      const query = new URLSearchParams({ name: `Desk of ${repo}`, scopes: 'api' });
      return `${site}/-/user_settings/personal_access_tokens?${query.toString()}`;
    }
    case 'gitea':
      return `${site}/user/settings/applications`;
    case 'local':
      return undefined;
  }
};
