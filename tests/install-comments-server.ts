import { install } from '../comments-server/install.ts';

// In a separate process, because it waits for npm.
install();
