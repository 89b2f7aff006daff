import type { z } from 'zod';
import type { commandShapes, PublicCommandType } from '../../api/contract/command.js';

/** A command as it is sent. */
export type CommandInput = {
  [Type in PublicCommandType]: z.input<(typeof commandShapes)[Type]>;
}[PublicCommandType];
