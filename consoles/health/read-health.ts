// One question to the server: the report, checked, or why there is none.
import { HealthReport } from '@jiaohao/contracts/health';

export type HealthAnswer =
  | { readonly kind: 'report'; readonly report: HealthReport }
  /** `refused`: this token may not look. `silent`: no answer. `strange`: an answer that this page does not understand. */
  | { readonly kind: 'refused' | 'silent' | 'strange' };

const PATIENCE_MS = 8_000;

/** Never rejects. */
export async function readHealth(token: string): Promise<HealthAnswer> {
  try {
    const response = await fetch('/api/v1/health', {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 401 || response.status === 403) return { kind: 'refused' };
    if (!response.ok) return { kind: 'strange' };
    const report = HealthReport.safeParse(await response.json());
    return report.success ? { kind: 'report', report: report.data } : { kind: 'strange' };
  } catch (error) {
    // The network's word for no answer, the end of patience, and half a JSON text; anything else is a bug.
    if (error instanceof TypeError || error instanceof DOMException) return { kind: 'silent' };
    if (error instanceof SyntaxError) return { kind: 'strange' };
    throw error;
  }
}
