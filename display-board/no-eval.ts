// Zod tries `new Function` when a schema is made, which the hall's content security policy forbids: import this before any contract.
import { z } from 'zod';

z.config({ jitless: true });
