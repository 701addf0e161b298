/**
 * The pictures among files that were dropped or pasted. Their content is judged later: a file without a known type may
 * be a picture. Text that was copied from a word processor comes with a picture of itself, which nobody wants.
 */
export const pictureFilesIn = (data: DataTransfer | null): File[] => {
  if (data === null || data.types.includes('text/plain')) return [];
  return Array.from(data.files);
};
