// The layout of a ticket as data that an administrator edits: blocks from top to bottom, each with a style and conditions.
import { z } from 'zod';
import { TICKET_FIELDS, type TicketField, type TicketFields } from './ticket-fields.ts';

const FieldName = z.enum(Object.keys(TICKET_FIELDS) as [TicketField, ...TicketField[]]);
const Align = z.enum(['left', 'centre', 'right']);
const multiple = z.int().min(1).max(8);
/** Text with fields in braces: `{peopleAhead} 人`. */
const FieldText = z.string().min(1).max(200);

/** `{field}`: it has a text; `is`: it is one of these; `isEmpty`: it has none. */
const Condition = z.strictObject({
  field: FieldName,
  is: z.array(z.string().max(60)).min(1).max(10).exactOptional(),
  isEmpty: z.literal(true).exactOptional(),
});

/** All must hold; without any the block is on every ticket. */
const when = z.array(Condition).max(6).exactOptional();

export const TicketBlock = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: FieldText,
    align: Align.exactOptional(),
    width: multiple.exactOptional(),
    height: multiple.exactOptional(),
    /** As large as it stays on one line of the paper; in place of width and height. */
    fit: z.literal(true).exactOptional(),
    bold: z.boolean().exactOptional(),
    when,
  }),
  z.strictObject({
    type: z.literal('pair'),
    label: FieldText,
    value: FieldText,
    bold: z.boolean().exactOptional(),
    when,
  }),
  z.strictObject({ type: z.literal('rule'), when }),
  z.strictObject({ type: z.literal('spacer'), dots: z.int().min(1).max(255), when }),
  z.strictObject({
    type: z.literal('qr'),
    data: FieldText,
    moduleDots: z.int().min(2).max(16).exactOptional(),
    align: Align.exactOptional(),
    when,
  }),
  z.strictObject({
    type: z.literal('barcode'),
    data: FieldText,
    heightDots: z.int().min(24).max(255).exactOptional(),
    moduleDots: z.int().min(2).max(6).exactOptional(),
    hasText: z.boolean().exactOptional(),
    align: Align.exactOptional(),
    when,
  }),
  z.strictObject({ type: z.literal('logo'), align: Align.exactOptional(), when }),
]);
export type TicketBlock = z.infer<typeof TicketBlock>;

export const TicketTemplate = z.strictObject({ blocks: z.array(TicketBlock).min(1).max(60) });
export type TicketTemplate = z.infer<typeof TicketTemplate>;

/** Whether a block with these conditions stands on a ticket with these fields. */
export function isShown(when: TicketBlock['when'], fields: TicketFields): boolean {
  return (when ?? []).every(({ field, is, isEmpty }) => {
    const value = fields[field];
    if (isEmpty === true) return value === '';
    return is === undefined ? value !== '' : is.includes(value);
  });
}

/** Every text of a block that may hold fields, with its place in the block. */
export function textsOfBlock(block: TicketBlock): { place: string; text: string }[] {
  switch (block.type) {
    case 'text':
      return [{ place: 'text', text: block.text }];
    case 'pair':
      return [
        { place: 'label', text: block.label },
        { place: 'value', text: block.value },
      ];
    case 'qr':
    case 'barcode':
      return [{ place: 'data', text: block.data }];
    case 'rule':
    case 'spacer':
    case 'logo':
      return [];
  }
}
