import * as words from 'virtual:reply-words';
import { element } from '../../element.ts';
import { letterWith } from '../../letter.ts';
import { makeField } from './field.ts';
import type { Comment, Service } from './service.ts';

/** The form, which is above the thread or, for a reply, under the comment that the reader replies to. */
export interface Form {
  home: HTMLElement;
  replyTo: (comment: Comment, under: HTMLElement) => void;
}

/**
 * Makes the form.
 * @param posted shows a comment that the service has accepted, and returns its element
 */
export const makeForm = (
  thread: string,
  service: Service,
  posted: (comment: Comment) => HTMLElement,
): Form => {
  let parent: Comment | undefined;
  const text = makeField(element('textarea'), words.comment, words.missingComment, thread);
  const name = makeField(
    element('input', { autocomplete: 'name' }),
    words.name,
    words.missingName,
    'name',
  );
  const status = element('span', { role: 'status' });
  const target = element('span');
  const cancel = element('button', { type: 'button' }, words.cancel);
  const replying = element('p', { className: 'replying', hidden: true }, target, cancel);
  const form = element(
    'form',
    { noValidate: true },
    replying,
    text.row,
    name.row,
    element('p', {}, element('button', {}, words.send), status),
  );
  const home = element('div', {}, form);

  const goHome = (): void => {
    parent = undefined;
    replying.hidden = true;
    home.append(form);
  };
  cancel.onclick = () => {
    goHome();
    text.control.focus();
  };
  form.onsubmit = async (event) => {
    event.preventDefault();
    // Check both fields, so that both messages show.
    const [wrong] = [text, name].filter((field) => field.isEmpty());
    wrong?.control.focus();
    if (wrong || text.control.readOnly) return;
    // Read-only until it is posted: text typed meanwhile would be lost.
    text.control.readOnly = true;
    const repliedTo = parent;
    status.textContent = words.sending;
    try {
      const comment = await service.post({
        nick: name.control.value.trim(),
        comment: text.control.value,
        ...(parent && { pid: parent.objectId, rid: parent.rid ?? parent.objectId }),
      });
      const item = posted(comment);
      // Only once the comment is on screen.
      text.clear();
      // A reader who has meanwhile started another reply stays there.
      if (parent === repliedTo) {
        goHome();
        item.focus();
      }
      status.textContent = comment.status === 'approved' ? words.sent : words.held;
    } catch (error) {
      const { cause } = error as Error;
      status.replaceChildren(
        `${words.notSent} ${typeof cause === 'string' ? cause : ''}`,
        ...letterWith(text.control.value),
      );
    }
    text.control.readOnly = false;
  };
  return {
    home,
    replyTo: (comment, under) => {
      parent = comment;
      target.textContent = words.replyingTo.replace('{name}', () => comment.nick);
      replying.hidden = false;
      under.append(form);
      text.control.focus();
    },
  };
};
