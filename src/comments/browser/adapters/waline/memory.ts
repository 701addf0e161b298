/** What the reader typed, for as long as the tab is open; nothing where storage is refused. */
export const memory = (name: string, text?: string): string => {
  try {
    if (text !== undefined) sessionStorage.setItem(`reply ${name}`, text);
    return sessionStorage.getItem(`reply ${name}`) ?? '';
  } catch {
    return '';
  }
};
