import type { FormerAddresses } from '../decisions/former.ts';
import { idFrom } from '../decisions/names.ts';
import type { Plan, PlannedEntry } from '../decisions/plan.ts';
import type { Survey } from '../decisions/survey.ts';
import { pathOnSite } from '../decisions/addresses.ts';
import type { Body, BodySetting, SourceEntry, SourceFile } from '../model.ts';
import { bodyOf } from '../words/body.ts';
import { creditOf } from '../words/credit.ts';
import { plainText } from '../words/plain.ts';
import type { FindUpload } from './find-upload.ts';
import { cutAtSentence, oneLine } from './limits.ts';
import type { Writer } from './memory.ts';
import { noteOfLoss } from './note-words.ts';
import { type Fetch, type Placed, placerFor, withPlacedFiles } from './place-files.ts';
import type { EntryLine, Note } from './report.ts';
import { asFile, headingsOf, type Lead, storyFields } from './story.ts';
import { wordsOf } from './text-of.ts';

/** What every entry is written with. */
export interface Writing {
  survey: Survey;
  plan: Plan;
  former: FormerAddresses;
  fileOf: BodySetting['fileOf'];
  /** Files that were uploaded to each entry. */
  attached: ReadonlyMap<string, SourceFile[]>;
  find: FindUpload;
  fetch: Fetch;
  writer: Writer;
  language: string;
  /** Paths of entries that turned out to be empty: nothing links to them. */
  emptyPaths: ReadonlySet<string>;
  /** Guids that an earlier entry has. */
  guids: Set<string>;
  /** Paths that entries link to, each with the entries that do. */
  linked: Map<string, Set<string>>;
  /** Names of unknown shortcodes in the texts, for the mapping file. */
  shortcodes: Set<string>;
}

const folderOf = ({ fate, id, published }: PlannedEntry): string =>
  fate === 'page' ? `pages/${id}` : `articles/${published.slice(0, 4)}/${id}`;

/** The file of an entry, from the content folder. */
export const fileOf = (planned: PlannedEntry): string => `${folderOf(planned)}/index.md`;

const bodySetting = (
  entry: SourceEntry,
  planned: PlannedEntry,
  writing: Writing,
): { setting: BodySetting; notes: Note[] } => {
  const { survey, former, emptyPaths, linked } = writing;
  const notes: Note[] = [];
  const setting: BodySetting = {
    fileOf: writing.fileOf,
    shortcodes: writing.plan.mapping.shortcodes,
    partOf: (id) => {
      const part = survey.parts.get(id);
      return part?.isPublic ? part : undefined;
    },
    linkOf: (url) => {
      const to = former.find(url);
      if (to === undefined) return undefined;
      if (to === false || emptyPaths.has(to)) {
        const path = pathOnSite(url, survey.addresses) ?? url;
        // A held-back entry's address may say more than readers should know, but the editor wrote the link.
        notes.push({ weight: 'look', what: 'A link to the old site leads nowhere', found: path });
        return false;
      }
      const known = linked.get(to);
      if (known) known.add(planned.summary.id);
      else linked.set(to, new Set([planned.summary.id]));
      return to;
    },
    attached: writing.attached.get(entry.id) ?? [],
    notes: entry.notes,
    base: entry.link ?? survey.addresses[0] ?? 'https://site.invalid/',
  };
  return { setting, notes };
};

const placeAll = async (
  body: Body,
  { fileOf }: Writing,
  placer: ReturnType<typeof placerFor>,
): Promise<Map<string, Placed | undefined>> => {
  const placed = new Map<string, Placed | undefined>();
  for (const wanted of body.files) {
    const file = fileOf({ id: wanted.file, url: wanted.urls[0] });
    const place = wanted.kind === 'picture' ? placer.picture : placer.download;
    placed.set(wanted.mark, await place({ file, urls: wanted.urls }));
  }
  return placed;
};

/** The lead picture, and the file that it was made from. */
const leadOf = async (
  entry: SourceEntry,
  { fileOf }: Writing,
  placer: ReturnType<typeof placerFor>,
  notes: Note[],
): Promise<{ lead: Lead; from: string } | undefined> => {
  const { leadPicture } = entry;
  if (!leadPicture) return undefined;
  const file = fileOf({ id: leadPicture.file, url: leadPicture.url });
  if (!file && leadPicture.url === undefined) {
    notes.push({
      weight: 'lost',
      what: 'A lead picture is not in the export',
      found: leadPicture.file,
    });
    return undefined;
  }
  const placed = await placer.picture({
    file,
    urls: leadPicture.url === undefined ? [] : [leadPicture.url],
  });
  if (!placed) return undefined;
  const { caption, credit } = creditOf(oneLine(plainText(file?.caption ?? '')));
  const alt = oneLine(plainText(file?.alt ?? ''));
  if (alt === '') {
    notes.push({ weight: 'look', what: 'A picture without a description', found: placed.path });
  }
  return {
    lead: {
      src: placed.path,
      alt: alt || caption || oneLine(plainText(file?.title ?? '')) || oneLine(entry.title) || '–',
      caption,
      credit: file?.credit ?? credit,
    },
    from: placed.from,
  };
};

/** A body without the picture that is already at the top of the story, and that picture's caption in it. */
const withoutLead = (
  markdown: string,
  body: Body,
  placed: ReadonlyMap<string, Placed | undefined>,
  from: string | undefined,
): { markdown: string; double?: Body['files'][number] } => {
  const double = body.files.find(
    ({ kind, mark }) => kind === 'picture' && from !== undefined && placed.get(mark)?.from === from,
  );
  if (!double) return { markdown };
  // Only where it stands alone: in a gallery or a sentence it belongs to its neighbours.
  const alone = new RegExp(
    String.raw`(^|\n\n)!\[(?:[^\[\]\\]|\\.)*\]\(<?${double.mark}>?(?:\s+"(?:[^"\\]|\\.)*")?\)(?=\n\n|\s*$)`,
  );
  return alone.test(markdown) ? { markdown: markdown.replace(alone, '$1'), double } : { markdown };
};

/**
 * Writes one entry and its pictures.
 * @returns what became of it; `isEmpty` if it has no page: readers would see nothing, or an editor has removed it
 */
export const writeEntry = async (
  entry: SourceEntry,
  planned: PlannedEntry,
  writing: Writing,
): Promise<{ line: EntryLine; isEmpty: boolean }> => {
  const { writer, language, former, guids } = writing;
  const { setting, notes } = bodySetting(entry, planned, writing);
  const body = bodyOf(entry.text, setting);
  for (const name of body.shortcodes) writing.shortcodes.add(name);
  const isPage = planned.fate === 'page';
  const folder = folderOf(planned);
  const file = fileOf(planned);
  const line: EntryLine = { id: entry.id, type: entry.kindOfEntry, result: 'held back', notes };
  if (writer.isRemoved(file)) {
    return { line: { ...line, why: 'removed by an editor', notes: [] }, isEmpty: true };
  }
  const video = entry.leadVideo === undefined ? '' : `<${entry.leadVideo}>`;
  const hasPicture = entry.leadPicture !== undefined && !isPage;
  if (body.markdown.trim() === '' && video === '' && !hasPicture) {
    return { line: { ...line, why: 'nothing that readers would see' }, isEmpty: true };
  }

  if (planned.id !== (idFrom(entry.slug) || planned.id)) {
    notes.push({
      weight: 'look',
      what: 'Its name was taken, so its address has another',
      found: planned.path,
    });
  }
  const placer = placerFor(folder, writing);
  const placed = await placeAll(body, writing, placer);
  const top = isPage ? undefined : await leadOf(entry, writing, placer, notes);
  const bare = withoutLead(body.markdown, body, placed, top?.from);
  if (top && bare.double?.caption) {
    // What the story says about its picture comes before what the library says.
    top.lead.caption = bare.double.caption;
    top.lead.credit = bare.double.credit || top.lead.credit;
  }
  const isVideoThere = body.embeds.some((url) => url === entry.leadVideo);
  const text = [isVideoThere ? '' : video, withPlacedFiles(bare.markdown, body.files, placed)]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
  notes.push(...placer.notes, ...body.losses.map(noteOfLoss));
  const words = wordsOf(withPlacedFiles(body.markdown, body.files, placed));
  const headings = headingsOf(entry, words, language, notes);
  // A story that is only a picture shows it in its text.
  const isPicture = text.trim() === '' && top !== undefined;
  if (text.trim() === '' && !isPicture) {
    return { line: { ...line, why: 'nothing that readers would see' }, isEmpty: true };
  }
  const shownText = isPicture
    ? `![${top.lead.alt.replaceAll(/[[\]\\]/g, String.raw`\$&`)}](${top.lead.src})`
    : text;
  const guid = entry.guid !== undefined && !guids.has(entry.guid) ? oneLine(entry.guid) : undefined;
  if (entry.guid !== undefined) guids.add(entry.guid);

  const fields = isPage
    ? {
        title: headings.headline.slice(0, 100),
        description: cutAtSentence(headings.standfirst, 300, language),
      }
    : storyFields(planned, entry, headings, {
        lead: isPicture ? undefined : top?.lead,
        formerUrls: former.ofEntry.get(entry.id) ?? [],
        guid: guid === '' || (guid?.length ?? 0) > 500 ? undefined : guid,
      });
  const written = writer.write(file, asFile(fields, shownText));
  if (written === 'kept') {
    notes.push({
      weight: 'know',
      what: 'Left as it is: somebody has edited it',
      found: file,
    });
  }
  return {
    line: {
      ...line,
      result: isPage ? 'page' : planned.draft ? 'draft' : 'story',
      title: headings.headline,
      file,
      address: planned.path,
    },
    isEmpty: false,
  };
};
