import { element } from '../../element.ts';
import { memory } from './memory.ts';

/** A field of the form, and the message under it. */
export interface Field {
  row: HTMLElement;
  control: HTMLInputElement | HTMLTextAreaElement;
  /** Whether it is empty; if so, shows the message (WCAG 3.3.1). */
  isEmpty: () => boolean;
  clear: () => void;
}

let fields = 0;

/**
 * Makes a field that must be filled in.
 * @param missing the message if it is empty
 * @param name the key under which its text is remembered
 */
export const makeField = (
  control: HTMLInputElement | HTMLTextAreaElement,
  label: string,
  missing: string,
  name: string,
): Field => {
  const id = `reply-${String((fields += 1))}`;
  const message = element('small', { id: `${id}-message` });
  const say = (text: string): boolean => {
    message.textContent = text;
    control.ariaInvalid = text ? 'true' : null;
    return text !== '';
  };
  Object.assign(control, { id, required: true, value: memory(name) });
  control.setAttribute('aria-describedby', message.id);
  control.oninput = () => {
    say('');
    memory(name, control.value);
  };
  return {
    row: element('p', {}, element('label', { htmlFor: id }, label), control, message),
    control,
    isEmpty: () => say(control.value.trim() ? '' : missing),
    clear: () => {
      control.value = '';
      memory(name, '');
    },
  };
};
