import { makeList } from './comments.js';
import { button, element, form, say } from './element.js';
import { change, session, signIn } from './service.js';

const desk = /** @type {HTMLElement} */ (document.querySelector('#desk'));

const showSignIn = () => {
  const email = element('input', { type: 'email', required: true, autocomplete: 'username' });
  const password = element('input', {
    type: 'password',
    required: true,
    autocomplete: 'current-password',
  });
  const code = element('input', { inputMode: 'numeric', autocomplete: 'one-time-code' });
  desk.replaceChildren(
    form(
      [
        ['Email address', email],
        ['Password', password],
        ['Code, if you set one up', code],
      ],
      'Sign in',
      async () => {
        await signIn({ email: email.value, password: password.value, code: code.value });
        await showDesk();
      },
    ),
  );
  email.focus();
};

const profile = () => {
  const name = element('input', { maxLength: 100, autocomplete: 'off' });
  const password = element('input', {
    type: 'password',
    minLength: 12,
    autocomplete: 'new-password',
  });
  return element(
    'details',
    {},
    element('summary', {}, 'Your name and password'),
    form(
      [
        ['Name under your replies', name],
        ['New password', password],
      ],
      'Save',
      async () => {
        await change({ display_name: name.value, password: password.value });
        password.value = '';
        say('Saved.');
      },
    ),
  );
};

const showDesk = async () => {
  const { room, load } = makeList();
  try {
    await load();
  } catch (error) {
    session.end();
    showSignIn();
    throw error;
  }
  const signOut = button('Sign out', async () => {
    session.end();
    showSignIn();
  });
  desk.replaceChildren(room, profile(), element('p', {}, signOut));
};

if (session.token) showDesk().catch((error) => say(error.message));
else showSignIn();
