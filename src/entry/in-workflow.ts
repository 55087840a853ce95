/** Whether a runner reads what is printed. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function inWorkflow(): boolean {
  return process.env['GITHUB_ACTIONS'] === 'true';
}
