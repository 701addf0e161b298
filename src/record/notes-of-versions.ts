/**
 * Finds out which notes belong to which version: each to the one that came closest to the note's own date, but none to the
 * first, which changed nothing.
 * @param versions the oldest first
 * @returns the notes of each version
 */
export const notesOfVersions = <Note extends { date: string }>(
  notes: readonly Note[],
  versions: readonly { at: number }[],
): Note[][] => {
  const belonging: Note[][] = versions.map(() => []);
  for (const note of notes) {
    const date = Date.parse(note.date);
    const distances = versions.map(({ at }, n) => (n === 0 ? Infinity : Math.abs(at - date)));
    belonging[distances.indexOf(Math.min(...distances))]?.push(note);
  }
  return belonging;
};
