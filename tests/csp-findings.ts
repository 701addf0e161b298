import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { CspEvaluator } = require('csp_evaluator/dist/evaluator.js') as {
  CspEvaluator: new (csp: unknown) => {
    evaluate: () => { severity: number; description: string }[];
  };
};
const { CspParser } = require('csp_evaluator/dist/parser.js') as {
  CspParser: new (policy: string) => { csp: unknown };
};
const { Severity } = require('csp_evaluator/dist/finding.js') as {
  Severity: { INFO: number };
};

/** What Google's evaluator reports about a Content Security Policy, beyond information. */
export const findingsOf = (policy: string): string[] =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity < Severity.INFO)
    .map(({ description }) => description);
