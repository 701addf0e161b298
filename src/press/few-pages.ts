/** As many as an edit of a hundred stories prints, with their pages of the text edition and the lists that they are in. */
const fewPages = 300;

/** Whether an edition prints so few pages that it is soon on air, and little else should come before that. */
export const areFew = (pages: readonly unknown[]): boolean => pages.length <= fewPages;
