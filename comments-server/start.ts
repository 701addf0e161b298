import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { localAddress } from './address.ts';
import { prepareDatabase } from './database.ts';
import { install } from './install.ts';
import { loadWaline } from './waline.ts';

// npm run comments: a Waline server for LEAVE A REPLY on this machine, with its own database.
const folder = process.env['SQLITE_PATH'] ?? fileURLToPath(new URL('data', import.meta.url));
const { hostname, port } = new URL(localAddress);

try {
  install();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const administrator = prepareDatabase(folder);
const server = createServer(loadWaline(folder));

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
