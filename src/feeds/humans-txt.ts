import type { Humans } from '../schemas/root-files.ts';

const section = (title: string, lines: readonly string[]): string =>
  `/* ${title} */\n${lines.map((line) => `\t${line}\n`).join('')}`;

/**
 * Writes humans.txt (humanstxt.org): the people, whom they thank, and the edition.
 * @param language the publication's, a BCP 47 tag
 * @param moment the edition's
 */
export const writeHumansTxt = (
  { team, thanks }: Humans,
  language: string,
  moment: Date,
): string => {
  const people = team.flatMap(({ role, name, contact, location }) => [
    `${role}: ${name}`,
    ...(contact ? [`Contact: ${contact}`] : []),
    ...(location ? [`Location: ${location}`] : []),
  ]);
  const edition = [
    `Last update: ${moment.toISOString().slice(0, 10).replaceAll('-', '/')}`,
    `Language: ${language}`,
  ];
  const sections = [
    section('TEAM', people),
    ...(thanks.length > 0
      ? [
          section(
            'THANKS',
            thanks.map((name) => `Name: ${name}`),
          ),
        ]
      : []),
    section('SITE', edition),
  ];
  return sections.join('\n');
};
