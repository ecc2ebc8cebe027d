import { afterAll } from 'vitest';
import '../src/host/with-resolvers.ts';
import { endAll } from './terminal/running.ts';

afterAll(endAll);
