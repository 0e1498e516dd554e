// A hall as a kiosk sees it, for tests: one zone, two queues, two service items.
import type { KioskView } from '@jiaohao/contracts/views';

export function kioskView(seq: number): KioskView {
  const queue = { zoneId: 'z1', idCard: 'optional', waiting: 6, estimatedWaitMs: 690_000 } as const;
  return {
    seq,
    hallName: { zh: '安和市政务服务大厅', en: 'Anhe Government Service Hall' },
    timeZone: 'Asia/Shanghai',
    complaintPhone: '0000-12345',
    isDayOpen: true,
    isTicketing: true,
    hoursToday: [{ opens: '08:30', closes: '17:00' }],
    waiting: 6,
    averageWaitMs: null,
    waitTargetMs: 900_000,
    comprehensiveQueueId: null,
    zones: [{ zoneId: 'z1', name: { zh: 'A 区', en: 'Zone A' }, floor: 1 }],
    queues: [
      { queueId: 'tax', name: { zh: '税务', en: 'Tax' }, ...queue },
      { queueId: 'social', name: { zh: '社会保险', en: 'Social insurance' }, ...queue },
    ],
    serviceItems: [
      { serviceItemId: 'pension', name: { zh: '社会保险', en: 'Social insurance' }, queueId: 'social', icon: 'layers' },
    ],
  };
}
