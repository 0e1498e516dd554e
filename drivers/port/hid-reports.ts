// Bytes in HID reports: every maker frames them his own way and none publishes it, so it is a setting
// (docs/protocols/id-card-reader.md, "HID readers"). Pure.

export interface HidReports {
  /** 0 where reports have no id. */
  readonly reportId: number;
  /** Bytes of a report, its id not counted. */
  readonly reportSize: number;
  /** Bytes before the payload in every report. */
  readonly headerBytes: number;
  /** Where in the header the number of payload bytes stands; null where it stands nowhere. */
  readonly lengthByteIndex: number | null;
  /** What fills the last report. */
  readonly pad: number;
}

export function toReports(bytes: Uint8Array, reports: HidReports): Uint8Array[] {
  const { reportId, reportSize, headerBytes, lengthByteIndex, pad } = reports;
  const room = reportSize - headerBytes;
  return Array.from({ length: Math.ceil(bytes.length / room) }, (_, index) => {
    const payload = bytes.subarray(index * room, (index + 1) * room);
    const report = new Uint8Array(1 + reportSize).fill(pad);
    report.fill(0, 1, 1 + headerBytes);
    report[0] = reportId;
    if (lengthByteIndex !== null) report[1 + lengthByteIndex] = payload.length;
    report.set(payload, 1 + headerBytes);
    return report;
  });
}

/** The payload of a report as the system hands it over: numbered reports begin with their id. Empty for one that is not ours. */
export function payloadOf(report: Uint8Array, { reportId, headerBytes, lengthByteIndex }: HidReports): Uint8Array {
  if (reportId !== 0 && report[0] !== reportId) return report.subarray(0, 0);
  const body = reportId === 0 ? report : report.subarray(1);
  const count = lengthByteIndex === null ? body.length : (body[lengthByteIndex] ?? 0);
  return body.subarray(headerBytes, headerBytes + count);
}
