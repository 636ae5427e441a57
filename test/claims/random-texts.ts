import { readdir, readFile } from 'node:fs/promises'
import { splitMix64 } from '../../src/numeric/random.ts'

const annotated = new URL('./passages/', import.meta.url)
/** Sets that are set aside are never opened. */
const sets = ['dev', 'late', 'dev2', 'dev3', 'dev4', 'dev8', 'dev9', 'dev12', 'dev13', 'dev14', 'dev15', 'dev16']
const words = 900

/** The sentences of our annotated passages. */
export async function passageLines(): Promise<string[][]> {
  const folders = sets.map((set) => new URL(`${set}/`, annotated))
  const files = await Promise.all(folders.map(async (folder) => (await readdir(folder)).sort().map((file) => new URL(file, folder))))
  return Promise.all(files.flat().map(async (file) => (JSON.parse(await readFile(file, 'utf8')) as { text: string }).text.split('\n')))
}

/** Passages in random order, a paragraph each, until 900 words are there; the same for the same seed. */
export function randomText(passages: readonly string[][], seed: bigint): string {
  const next = splitMix64(seed)
  const left = [...passages]
  const chosen: string[] = []
  let count = 0
  while (count < words && left.length > 0) {
    const [one] = left.splice(Number(next() % BigInt(left.length)), 1)
    const paragraph: string[] = []
    for (const sentence of one!)
      if (count < words) {
        paragraph.push(sentence)
        count += sentence.split(' ').length
      }
    chosen.push(paragraph.join(' '))
  }
  return chosen.join('\n\n')
}
