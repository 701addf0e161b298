/** Whether an address is on nobody's site: a reserved name (RFC 2606, RFC 6761), or this machine. */
export const isPlaceholder = (address: string): boolean => {
  const { hostname } = new URL(address);
  return /(?:^|\.)(?:example|test|invalid|localhost|local|example\.(?:com|net|org))$|^[\d.]+$|^\[/.test(
    hostname,
  );
};
