/** Words that name who made a picture, in the languages of the newsrooms that write them before a name. */
const makers =
  'photo(?:graph|graphy|s)?|foto(?:s|grafie|grafía|grafia)?|фото|світлина|снимка|bild|image|imagen|imagem|picture|pic|illustration|ілюстрація|иллюстрация|graphic|grafik|credit|credits|crédit(?:s| photo)?|crédito|quelle|source|джерело|источник|zdjęcie|fot|fotó|kuva|写真|사진|图片|صورة';

const end = new RegExp(
  `^(.*?)(?:^|(?<=[.!?…"”»’)\\]])\\s+|\\s+[|•·/–—-]\\s+|\\s*\\n\\s*|\\s*(?=[(\\[])|\\s+(?=©|\\(c\\)))([(\\[]?\\s*(?:(?:${makers})(?:\\s+(?:by|von|par|de|di|por|av))?\\s*[:：/]\\s*|(?:photo|foto|image|picture)(?:s|graph)?\\s+(?:by|courtesy of|von|par)\\s+|©\\s*|\\(c\\)\\s*)(?:[^.!?|]|(?<=(?:^|[^\\p{L}])(?:\\p{L}|St|Dr|Mr|Ms|Mrs))\\.){2,140}?[)\\]]?)\\.?\\s*$`,
  'isu',
);

/**
 * Splits the credit from the end of a caption: `The wheel. Photo: A. Name`. What names nobody stays in the caption, and
 * not a word is lost.
 */
export const creditOf = (caption: string): { caption: string; credit: string } => {
  const words = caption.replaceAll(/\s+/g, ' ').trim();
  const [, before, made] = end.exec(words) ?? [];
  if (before === undefined || made === undefined) return { caption: words, credit: '' };
  const credit = made
    .replace(/^[([]\s*(?!c\))/i, '')
    .replace(/\s*[)\]]$/, (close) => (/^[([](?!c\))/i.test(made) ? '' : close));
  return { caption: before.trim(), credit: credit.trim() };
};
