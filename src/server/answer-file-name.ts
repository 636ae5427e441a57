import { basename, extname } from 'node:path'
import type { Input, Operation } from '../operations/request/operation.ts'

/**
 * Returns the file name of an answer, without extension: operation and positional inputs, in characters that every file system accepts.
 *
 * @example answerFileName({ name: 'assess', parameters: [{ name: 'a', kind: 'text', help: '', positional: true }] }, { a: 'Türkiye' })   // 'assess-Turkiye'
 */
export function answerFileName({ name, parameters }: Pick<Operation, 'name' | 'parameters'>, input: Input): string {
  const asked = parameters
    .filter(({ positional }) => positional === true)
    .flatMap((parameter) => inputText(input[parameter.name], parameter))
  const words = [...name.split(' '), ...asked].map(safeCharacters).filter((word) => word !== '')
  return words
    .join('-')
    .slice(0, 80)
    .replace(/(?<![-.])[-.]+$/, '')
}

function inputText(value: Input[string], { file }: { readonly file?: true }): string[] {
  const all = value === undefined ? [] : [value].flat().map(String)
  return file === true ? all.map((path) => basename(path, extname(path))) : all
}

function safeCharacters(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._]+/g, '-')
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, '')
}
