import { install } from '../comments-server/install.ts';

// In a process of its own, as it waits for npm.
install();
