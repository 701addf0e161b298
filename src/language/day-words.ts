/** Formats a moment with `Intl`, and corrects what its data get wrong in two languages of the interface. */
export const dateFormat = (
  language: string,
  options: Intl.DateTimeFormatOptions,
): ((moment: Date | number) => string) => {
  // Some regions would count years from the Hijra; addresses and archives do not.
  const formatter = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory' });
  const name = new Intl.Locale(language).language;
  if (name === 'fr') {
    // The first of a month is an ordinal number: 1er janvier.
    return (moment) =>
      formatter
        .formatToParts(moment)
        .map(({ type, value }, _, parts) => {
          const isFirst =
            type === 'day' && value === '1' && parts.some((part) => part.type === 'month');
          return isFirst ? '1er' : value;
        })
        .join('');
  }
  // Before eleven, “at” is “об”.
  if (name === 'uk') return (moment) => formatter.format(moment).replace(/ о (?=11:)/, ' об ');
  return (moment) => formatter.format(moment);
};
