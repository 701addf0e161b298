declare module 'virtual:reply' {
  type Settings<P extends import('../../schemas/comments.ts').Provider> =
    import('../../schemas/comments.ts').CommentsOf<P>;
  /** The publication's language (BCP 47) and time zone (IANA). */
  export const language: string;
  export const timeZone: string;
  /** The settings of the provider that the script is printed for; an adapter takes its own. */
  export const mail: string | undefined;
  export const server: Settings<'waline' | 'isso' | 'remark42'>['server'];
  export const site: Settings<'remark42'>['site'];
  export const repository: Settings<'giscus'>['repository'];
  export const repositoryId: Settings<'giscus'>['repositoryId'];
  export const category: Settings<'giscus'>['category'];
  export const categoryId: Settings<'giscus'>['categoryId'];
  export const shortname: Settings<'disqus'>['shortname'];
}

declare module 'virtual:reply-words' {
  const words: import('../spoken.ts').Spoken;
  export = words;
}
