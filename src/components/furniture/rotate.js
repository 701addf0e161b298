// A script within a slot calls this before the slot is painted: today's advertisement, by the reader's clock, replaces
// the one in the HTML. In a slot the label comes first, then that one, then the others, each in a template.
rotate = () => {
  const { dataset, children } = document.currentScript.parentNode;
  const [start, step, total, ...weights] = dataset.rotation.split(' ');
  const now = new Date();
  const day = ((now / 6e4 - now.getTimezoneOffset()) / 1440) | 0;
  let rest = (day * step + +start) % total;
  const place = weights.findIndex((weight) => (rest -= weight) < 0);
  if (place) children[1].replaceWith(children[place + 1].content);
};
