import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { localAddress } from './address.ts';
import { type Administrator, prepareDatabase } from './database.ts';
import { install } from './install.ts';
import { makePrivate } from './private-folder.ts';

// npm run comments: a Waline server for LEAVE A REPLY on this machine, with its own database.
const folder = process.env['SQLITE_PATH'] ?? fileURLToPath(new URL('data', import.meta.url));
const { hostname, port } = new URL(localAddress);

const server = createServer();
let administrator: Administrator | undefined;
try {
  install();
  // Other users of this machine must not see what readers write, or their addresses.
  process.umask(0o077);
  const open = makePrivate(folder);
  if (open.length > 0) {
    console.log(
      `Other users of this machine could read these; now they cannot: ${open.join(', ')}`,
    );
  }
  administrator = prepareDatabase(folder);
  // Its packages are there only now.
  const { loadGate } = await import('./gate.ts');
  server.on('request', loadGate(folder));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// Whoever sends slowly must not keep a connection.
server.requestTimeout = 30_000;
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? 'That port is in use; the comments server may be running already. Set PORT to use another.'
      : error.message,
  );
  process.exitCode = 1;
});
server.listen(Number(process.env['PORT'] ?? port), process.env['HOST'] ?? hostname, () => {
  const { address, port: listened } = server.address() as AddressInfo;
  if (administrator) {
    const { email, password } = administrator;
    console.log(`Administrator (shown only once): ${email}, password ${password}`);
  }
  console.log(`Comments are kept in ${folder}`);
  console.log(`Comments server: http://${address}:${String(listened)}`);
});
