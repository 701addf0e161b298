import { config } from 'zod';

// Zod would try whether the policy lets it compile schemas, which browsers report as a violation. It never does.
config({ jitless: true });
