/**
 * Returns the option of a command that gives a parameter.
 *
 * @example optionName('asOf')   // '--as-of'
 */
export function optionName(parameter: string): string {
  return `--${parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
