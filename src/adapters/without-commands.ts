import { builtin } from '../model/builtin.js';

/**
 * A text between commands by which a runner takes none of its lines for a command: text of others stays text.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
 */
export function withoutCommands(text: string): string {
  // Nobody can write the token beforehand.
  const token = builtin.crypto().randomUUID();
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `::stop-commands::${token}\n${whole}::${token}::\n`;
}
