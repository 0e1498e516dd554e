// From when on something is told to the technician, each with its reason.

/** People compare the clocks of two screens on one wall: from two seconds on they see it. */
export const CLOCK_WARN_MS = 2_000;
/** As long as a touch is good for (issueTicket's notAfter): a clock that is off by more makes times on paper and logs worthless. */
export const CLOCK_BAD_MS = 30_000;
/** The server's own clock behind its newest event: opening, closing and everything timed waits until it has caught up. */
export const CLOCK_BEHIND_MS = 5_000;
/** A day of 5,000 tickets makes some 100 MB: this is weeks of warning. */
export const DISK_WARN_BYTES = 5_000_000_000;
/** Days, with logs and a backup that may lie on the same disk. */
export const DISK_BAD_BYTES = 1_000_000_000;
/** After a start of the server everybody needs a moment to come back. */
export const SETTLE_MS = 30_000;
