import { spawnSync } from 'node:child_process';
import { localAddress } from '../../comments-server/address.ts';

// npm start: prints the paper and serves it, with the comments server of this machine. It goes to a folder of its own,
// so that what is put on a host never asks its readers' own machines for comments.
const { status } = spawnSync('npm run build && npm run preview', {
  shell: true,
  stdio: 'inherit',
  env: { COMMENTS_SERVER: localAddress, OUT_DIR: '.cache/paper', ...process.env },
});
process.exitCode = status ?? 0;
