/**
 * Makes an element. Text goes in as text, whatever a reader wrote: nothing here reads HTML.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {(string | Node)[]} inner
 */
export const element = (name, properties = {}, ...inner) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inner);
  return made;
};

/**
 * A button for a press that may fail. It cannot be pressed again until it has been carried out.
 * @param {string} text
 * @param {() => Promise<unknown>} press
 */
export const button = (text, press) => {
  const made = element('button', { type: 'button' }, text);
  made.onclick = () => carryOut(made, press);
  return made;
};

/**
 * Carries something out, and says in the status line what went wrong.
 * @param {HTMLButtonElement} pressed
 * @param {() => Promise<unknown>} work
 */
export const carryOut = async (pressed, work) => {
  pressed.disabled = true;
  say('');
  try {
    await work();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  pressed.disabled = false;
};

/**
 * Shows a message in the status line.
 * @param {string} message
 */
export const say = (message) => {
  const status = document.querySelector('#status');
  if (status) status.textContent = message;
};

/**
 * A form of labelled fields and one button.
 * @param {[label: string, control: HTMLElement][]} fields
 * @param {string} send
 * @param {() => Promise<unknown>} submit
 */
export const form = (fields, send, submit) => {
  const sender = element('button', {}, send);
  const made = element(
    'form',
    {},
    ...fields.map(([label, control]) =>
      element('p', {}, element('label', {}, `${label} `, control)),
    ),
    element('p', {}, sender),
  );
  made.onsubmit = (event) => {
    event.preventDefault();
    void carryOut(sender, submit);
  };
  return made;
};
