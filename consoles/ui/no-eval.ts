// The hall's content policy forbids eval; zod would try it once and leave a violation in the log. Imported before any schema.
import { z } from 'zod';

z.config({ jitless: true });
