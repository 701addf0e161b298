import { type Ask, inAddress } from './ask.ts';
import { bytesOfBase64, textOf } from './content-bytes.ts';
import type { ForgeFile } from './forge.ts';
import { inParallel, piecesOf } from './in-parallel.ts';

interface Blob64 {
  sha: string;
  /** Base64; null if it is too large for a batch. */
  content: string | null;
}

interface ContentsEntry extends Blob64 {
  path: string;
}

/** Reads many files of a repository in few requests. */
export interface GiteaTexts {
  read: (
    files: readonly ForgeFile[],
    branchOf: (file: ForgeFile) => string,
    progress?: (done: number) => void,
  ) => Promise<Map<string, string>>;
  /** One file's bytes by its version. */
  blob: (version: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** The versions of files at a commit. */
  versions: (paths: readonly string[], ref: string) => Promise<Map<string, string>>;
}

/** What a server allows in one batch, if it does not say. */
const usualBatch = 30;

/** So that the ids fit into an address of 8 KB, which proxies allow. */
const mostInAddress = 100;

const decoded = ({ content }: Blob64): string | undefined =>
  content === null ? undefined : textOf(bytesOfBase64(content));

export const giteaTexts = (ask: Ask, api: string, repo: string): GiteaTexts => {
  /** Forgejo reads many by their ids, Gitea by their paths. The first answer is kept. */
  const server = async (): Promise<{ isForgejo: boolean; batch: number }> => {
    const [version, limits] = await Promise.all([
      ask.answer(`${api}/version`, { allow: [403, 404] }),
      ask.answer(`${api}/settings/api`, { allow: [403, 404] }),
    ]);
    const named = (version.body as { version?: string } | null)?.version ?? '';
    const size = (limits.body as { default_paging_num?: number } | null)?.default_paging_num;
    return { isForgejo: named.includes('+gitea-'), batch: size ?? usualBatch };
  };
  let asked: ReturnType<typeof server> | undefined;
  const serverKind = async (): ReturnType<typeof server> => {
    asked ??= server();
    try {
      return await asked;
    } catch (error) {
      asked = undefined;
      throw error;
    }
  };

  const blob: GiteaTexts['blob'] = async (version) =>
    bytesOfBase64((await ask.json<{ content: string }>(`${repo}/git/blobs/${version}`)).content);

  /** May have fewer than were asked for: Gitea stops when an answer grows too large. */
  const contentsAt = (paths: readonly string[], ref: string): Promise<(ContentsEntry | null)[]> =>
    ask.json<(ContentsEntry | null)[]>(`${repo}/file-contents?ref=${encodeURIComponent(ref)}`, {
      method: 'POST',
      body: { files: paths },
    });

  const byPath = async (files: readonly ForgeFile[], ref: string): Promise<Blob64[]> => {
    const entries = await contentsAt(
      files.map(({ path }) => path),
      ref,
    );
    return entries.filter((entry) => entry !== null);
  };

  const byVersion = (files: readonly ForgeFile[]): Promise<Blob64[]> =>
    ask.json<Blob64[]>(`${repo}/git/blobs?shas=${files.map(({ version }) => version).join(',')}`);

  const versionOf = async (path: string, ref: string): Promise<string | undefined> => {
    const address = `${repo}/contents/${inAddress(path)}?ref=${encodeURIComponent(ref)}`;
    const { status, body } = await ask.answer(address, { allow: [404] });
    return status === 404 ? undefined : (body as { sha: string }).sha;
  };

  /** The bytes of one file: by its path if that is still this version, or else by the version. */
  const alone = async ({ path, version }: ForgeFile, ref: string): Promise<string> => {
    const at = `${inAddress(path)}?ref=${encodeURIComponent(ref)}`;
    const isCurrent = (await versionOf(path, ref)) === version;
    const bytes = isCurrent ? await ask.bytes(`${repo}/raw/${at}`) : undefined;
    return textOf(bytes ?? (await blob(version)));
  };

  return {
    blob,

    read: async (files, branchOf, progress) => {
      const { isForgejo, batch } = await serverKind();
      const texts = new Map<string, string>();
      const size = isForgejo ? Math.min(batch, mostInAddress) : batch;
      const pieces = [...Map.groupBy(files, branchOf)].flatMap(([ref, ofBranch]) =>
        piecesOf(ofBranch, size).map((piece) => ({ ref, piece })),
      );
      await inParallel(pieces, async ({ ref, piece }) => {
        const read = isForgejo ? await byVersion(piece) : await byPath(piece, ref);
        const found = new Map(read.map((one) => [one.sha, decoded(one)]));
        for (const file of piece) {
          texts.set(file.path, found.get(file.version) ?? (await alone(file, ref)));
        }
        progress?.(texts.size);
      });
      return texts;
    },

    versions: async (paths, ref) => {
      const { isForgejo, batch } = await serverKind();
      const versions = new Map<string, string>();
      const note = (path: string, sha: string | undefined): void => {
        if (sha !== undefined) versions.set(path, sha);
      };
      if (isForgejo) {
        await inParallel(paths, async (path) => {
          note(path, await versionOf(path, ref));
        });
        return versions;
      }
      await inParallel(piecesOf(paths, batch), async (piece) => {
        const entries = await contentsAt(piece, ref);
        for (const [index, path] of piece.entries()) {
          const entry = entries[index];
          note(path, entry === undefined ? await versionOf(path, ref) : entry?.sha);
        }
      });
      return versions;
    },
  };
};
