// The command `make-pin` of the device tool: a machine whose terminal came as a package has no other way to a PIN.
import { usageTrouble, type FurtherCommand } from '@jiaohao/drivers/tool';
import { TOOL_PAGE_TEXTS as TEXTS } from './texts.ts';

export const MAKE_PIN_COMMAND: FurtherCommand = {
  name: 'make-pin',
  options: {},
  usage: TEXTS.makePinUsage,
  run: async (args) => {
    const { askPin } = await import('../terminal/ask-pin.ts');
    try {
      const leavePin = await askPin();
      process.stdout.write(`${args.has('json') ? JSON.stringify({ leavePin }) : leavePin}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw usageTrouble(TEXTS.noPin.zh, TEXTS.noPin.en);
    }
  },
};
