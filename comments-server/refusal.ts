/** A request that the server does not carry out. Its message is for whoever sent it. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  /** @param status a status of HTTP, 400 to 499 (RFC 9110) */
  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
