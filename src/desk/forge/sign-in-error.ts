/** Why somebody could not be signed in. */
export type SignInFault =
  /** The editor, or the forge, said no. */
  | 'refused'
  /** The answer belongs to another sign-in, or to one that was begun long ago. */
  | 'stale'
  /** The browser did not open the window. */
  | 'blocked'
  /** The window was closed before anybody signed in. */
  | 'closed'
  | 'offline'
  | 'failed';

export class SignInError extends Error {
  readonly fault: SignInFault;

  constructor(fault: SignInFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}
