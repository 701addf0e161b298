declare module 'virtual:reply' {
  const settings: import('./settings.ts').ReplySettings;
  export = settings;
}

declare module 'virtual:reply-words' {
  const words: import('../spoken.ts').Spoken;
  export = words;
}
