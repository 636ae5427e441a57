import fc from 'fast-check'

/** A way of damaging a file, and what must not change in anything that can still be read. */
export interface Mutation {
  readonly name: string
  readonly damaged: string | Uint8Array
}

/**
 * Bytes that cannot turn a number into another number: control characters, incomplete UTF-8, punctuation and letters
 * that occur in no figure.
 */
const garbage = [0x00, 0x01, 0x07, 0x1b, 0x7f, 0x80, 0xc3, 0xe2, 0xff, ...Buffer.from('~^@!x_qZ{}\\"')]

/**
 * Content that enlarges a field: endless digits, letters, spaces, brackets and quotes, on which careless patterns run
 * for minutes.
 */
const swellings = ['9', 'A', ' ', '(', '"', '((a', ' (', '\t', '#', '{"a":', '0.', 'ß'].map((unit) =>
  unit.repeat(Math.ceil(300_000 / unit.length)),
)

/**
 * A position as a share of the whole. It is drawn as an integer, since doubles are drawn evenly over their bit
 * patterns, and nearly all are close to 0.
 */
const at = fc.integer({ min: 0, max: 2 ** 30 - 1 }).map((place) => place / 2 ** 30)

/** The file truncated at some position. */
export function truncations(file: Uint8Array): fc.Arbitrary<Mutation> {
  return at.map((where) => {
    const length = Math.floor(where * file.length)
    return { name: `cut after ${length} bytes`, damaged: file.subarray(0, length) }
  })
}

/** One to three bytes replaced by garbage. */
export function flips(file: Uint8Array): fc.Arbitrary<Mutation> {
  return fc.array(fc.tuple(at, fc.constantFrom(...garbage)), { minLength: 1, maxLength: 3 }).map((changes) => {
    const damaged = Buffer.from(file)
    for (const [where, byte] of changes) damaged[Math.floor(where * file.length)] = byte
    return {
      name: `garbage ${changes.map(([where, byte]) => `${byte.toString(16)} at ${Math.floor(where * file.length)}`).join(', ')}`,
      damaged,
    }
  })
}

/** Any bits flipped, for compressed files with checksums that must detect it. */
export function anyFlips(file: Uint8Array): fc.Arbitrary<Mutation> {
  return fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([where, bits]) => {
    const damaged = Buffer.from(file)
    const place = Math.floor(where * file.length)
    damaged[place] = damaged[place]! ^ bits
    return { name: `bits ${bits.toString(2)} at ${place}`, damaged }
  })
}

/** A run of NUL bytes inserted somewhere. */
export function nuls(file: Uint8Array): fc.Arbitrary<Mutation> {
  return fc.tuple(at, fc.integer({ min: 1, max: 600 })).map(([where, run]) => {
    const place = Math.floor(where * file.length)
    return { name: `${run} NUL at ${place}`, damaged: Buffer.concat([file.subarray(0, place), Buffer.alloc(run), file.subarray(place)]) }
  })
}

/** A third of a megabyte inserted into a field, or replacing it. */
export function hugeFields(file: Uint8Array, delimiter: RegExp): fc.Arbitrary<Mutation> {
  const parts = Buffer.from(file).toString('latin1').split(delimiter)
  return fc.tuple(at, fc.constantFrom(...swellings), fc.boolean()).map(([where, swelling, instead]) => {
    const place = Math.floor(where * parts.length)
    const swollen = parts.map((part, i) => (i === place ? (instead ? swelling : `${part}${swelling}`) : part))
    return { name: `field ${place} of ${swelling.slice(0, 5)}…`, damaged: Buffer.from(swollen.join(''), 'latin1') }
  })
}

/** Two columns swapped, with their headings. */
export function columnSwaps(file: Uint8Array, delimiter: string): fc.Arbitrary<Mutation> {
  const rows = Buffer.from(file)
    .toString('latin1')
    .split('\n')
    .map((line) => line.split(delimiter))
  return fc.tuple(at, at).map(([one, other]) => {
    const [a, b] = [one, other].map((where) => Math.floor(where * rows[0]!.length)) as [number, number]
    const swapped = rows.map((row) =>
      row.length === rows[0]!.length ? row.map((cell, i) => (i === a ? row[b]! : i === b ? row[a]! : cell)) : row,
    )
    return { name: `columns ${a} and ${b} swapped`, damaged: Buffer.from(swapped.map((row) => row.join(delimiter)).join('\n'), 'latin1') }
  })
}

/** A line deleted, duplicated, merged with the next, or moved to the end. */
export function lineFaults(file: Uint8Array): fc.Arbitrary<Mutation> {
  const lines = Buffer.from(file).toString('latin1').split('\n')
  return fc.tuple(at, fc.constantFrom('lost', 'doubled', 'run into the next', 'moved')).map(([where, fault]) => {
    const place = Math.floor(where * (lines.length - 1))
    const line = lines[place]!
    const rest = lines.filter((_, i) => i !== place)
    const damaged = {
      lost: rest,
      doubled: [...lines.slice(0, place), line, ...lines.slice(place)],
      'run into the next': [...lines.slice(0, place), `${line}${lines[place + 1] ?? ''}`, ...lines.slice(place + 2)],
      moved: [...rest.slice(0, -1), line, ''],
    }[fault]!
    return { name: `line ${place + 1} ${fault}`, damaged: Buffer.from(damaged.join('\n'), 'latin1') }
  })
}
