import { stayFlag } from '../astro/command.ts';

/** Whether this build stays after its first edition, and makes others when the process that started it asks for them. */
export const isResident = (): boolean =>
  process.argv.includes(stayFlag) && process.send !== undefined;
