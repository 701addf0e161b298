import { expect, test } from 'vitest';
import createLogger, { type LogLine, loggerTo } from '../../src/astro/logger.ts';

const line = (message: string): LogLine => ({ label: null, level: 'info', message });

test('two builds in one process each have their own log until they end', () => {
  const heard: Record<string, string[]> = { town: [], county: [] };
  const papers = Object.entries(heard).map(([name, messages]) => {
    const { logger, end } = loggerTo(`build of ${name}`, ({ message }) => messages.push(message));
    return { log: createLogger(logger.config), end };
  });
  const [town, county] = papers;
  town?.log.write(line('a'));
  county?.log.write(line('b'));
  town?.end();
  town?.log.write(line('c'));
  county?.log.write(line('d'));
  county?.end();
  expect(heard).toEqual({ town: ['a'], county: ['b', 'd'] });
});

test('the log survives Astro passing its settings on as JSON', () => {
  const heard: string[] = [];
  const { logger, end } = loggerTo('build of the village', ({ message }) => heard.push(message));
  const config = JSON.parse(JSON.stringify(logger.config)) as typeof logger.config;
  createLogger(config).write(line('a'));
  end();
  expect(heard).toEqual(['a']);
});
