import { base64Of } from '../forge/content-bytes.ts';
import { ForgeError } from '../forge/forge.ts';
import type { Published, PublishRequest } from '../server/publish.ts';
import type { RealPageAt } from '../server/real-page.ts';
import type { Unpublished } from '../server/unpublished.ts';
import type { NewPicture } from './open-file.ts';

/** Where a text's page is. */
export interface ShownPage {
  url: string;
  /** Whether it is still that of the last text without mistakes. */
  isLast: boolean;
}

/** What the desk's server on this machine does besides reading and writing files. */
export interface LocalDesk {
  changes: () => Promise<Unpublished>;
  /** Paths of the files that are published as they are, or may be with a story, from the paper's folder. */
  servedFiles: () => Promise<string[]>;
  publish: (request: PublishRequest) => Promise<Published>;
  pull: (request: PublishRequest) => Promise<Unpublished>;
  /** A text's page, as readers would see it; undefined while the server that renders it starts. */
  preview: (
    path: string,
    text: string,
    pictures: readonly NewPicture[],
  ) => Promise<ShownPage | undefined>;
  /** Calls back after each change on disk, until the signal ends it. */
  watch: (changed: () => void, signal: AbortSignal) => Promise<void>;
}

const messageIn = (answer: unknown): string | undefined => {
  const message =
    typeof answer === 'object' && answer !== null && 'message' in answer
      ? answer.message
      : undefined;
  return typeof message === 'string' ? message : undefined;
};

/** @param token what the server knows its own page by */
export const localDesk = (token: () => Promise<string>): LocalDesk => {
  const ask = async (
    method: string,
    call: string,
    body?: object,
    signal?: AbortSignal,
  ): Promise<Response> => {
    const headers: Record<string, string> = { Authorization: `token ${await token()}` };
    if (body) headers['Content-Type'] = 'application/json';
    try {
      return await fetch(new URL(`desk-api/${call}`, document.baseURI), {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      });
    } catch (error) {
      throw new ForgeError({ kind: 'offline' }, { cause: error });
    }
  };
  const answerOf = async (response: Response): Promise<unknown> => {
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer;
    if (response.status === 401) throw new ForgeError({ kind: 'signed-out' });
    const message = messageIn(answer) ?? `${response.status} ${response.statusText}`;
    throw new ForgeError({ kind: 'other', message });
  };
  return {
    changes: async () => (await answerOf(await ask('GET', 'changes'))) as Unpublished,
    servedFiles: async () => (await answerOf(await ask('GET', 'served'))) as string[],
    publish: async (request) =>
      (await answerOf(await ask('POST', 'publish', request))) as Published,
    pull: async (request) => (await answerOf(await ask('POST', 'pull', request))) as Unpublished,
    preview: async (path, text, pictures) => {
      const sent = await Promise.all(
        pictures.map(async ({ name, bytes }) => ({
          name,
          base64: base64Of(new Uint8Array(await bytes.arrayBuffer())),
        })),
      );
      const response = await ask('POST', 'preview', { path, text, pictures: sent });
      if (response.status === 503) return undefined;
      const { url, mistakes } = (await answerOf(response)) as RealPageAt;
      return { url, isLast: mistakes !== undefined };
    },
    watch: async (changed, signal) => {
      const response = await ask('GET', 'watch', undefined, signal);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value = '', done } = (await reader?.read()) ?? { done: true };
        if (value.includes('event: changes')) changed();
        if (done) return;
      }
    },
  };
};
