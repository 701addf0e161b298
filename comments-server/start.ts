import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { localAddress } from './address.ts';
import { type Administrator, prepareDatabase } from './database.ts';
import { type AskedImport, askedImport, runImport } from './import-command.ts';
import { install } from './install.ts';
import { makePrivate } from './private-folder.ts';

// npm run comments: a Waline server for LEAVE A REPLY on this machine, with its own database.
// npm run comments -- --import FILE: adds the comments of an older site to that database, and ends.
const folder = process.env['SQLITE_PATH'] ?? fileURLToPath(new URL('data', import.meta.url));
const { hostname, port } = new URL(localAddress);

const tell = ({ email, password }: Administrator): void => {
  console.log(`Administrator (shown only once): ${email}, password ${password}`);
};

const server = createServer();
let administrator: Administrator | undefined;
try {
  // Read before anything is made: a file that is no good changes nothing.
  const asked: AskedImport | undefined = await askedImport(process.argv.slice(2));
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
  if (asked) {
    if (administrator) tell(administrator);
    console.log(runImport(asked, folder));
    console.log(`Comments are kept in ${folder}`);
    process.exit(0);
  }
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
  if (administrator) tell(administrator);
  console.log(`Comments are kept in ${folder}`);
  console.log(`Comments server: http://${address}:${String(listened)}`);
});
