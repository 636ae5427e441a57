import { describe, expect, test } from 'vitest'
import { type StataDescription, stataNames, stataPieces } from '../../src/files/stata-writer.ts'

const description: StataDescription = {
  label: 'A label — longer than the eighty characters that Stata takes, so that it must be cut somewhere near its end',
  day: '2026-11-24',
  rows: 2,
  variables: [
    { name: 'code', type: { text: 3 }, label: 'a code' },
    { name: 'year', type: 'int', label: 'a year' },
    { name: 'flag', type: 'byte', label: 'a flag', valueLabels: 'flags', notes: ['what it says'] },
    { name: 'amount', type: 'double', label: 'an amount' },
    { name: 'count', type: 'long', label: 'a count' },
  ],
  sortedBy: [1, 0],
  valueLabels: {
    flags: [
      [1, 'observed'],
      [7, 'unknown'],
    ],
  },
  notes: ['one', 'two'],
}
const block = { count: 2, columns: [['AFG', 'ZWE'], [1946, Number.NaN], Uint8Array.of(1, 7), [0.1, Number.NaN], [5, Number.NaN]] }

/** What stands between two tags. */
function part(file: Buffer, tag: string): Buffer {
  return file.subarray(file.indexOf(`<${tag}>`) + tag.length + 2, file.indexOf(`</${tag}>`))
}

describe('a Stata file', () => {
  const file = Buffer.concat([...stataPieces(description, [block])])

  test('its map says where each part begins', () => {
    const map = part(file, 'map')
    const places = Array.from({ length: 14 }, (_, i) => Number(map.readBigUInt64LE(8 * i)))
    const tags =
      'stata_dta map variable_types varnames sortlist formats value_label_names variable_labels characteristics data strls value_labels'
    expect(tags.split(' ').map((tag) => file.indexOf(`<${tag}>`))).toEqual(places.slice(0, 12))
    expect(places[12]).toBe(file.indexOf('</stata_dta>'))
    expect(places[13]).toBe(file.length)
  })

  test('missing numbers are the codes of a full stop, and others are exact', () => {
    const data = part(file, 'data')
    const width = 3 + 2 + 1 + 8 + 4
    expect(data).toHaveLength(2 * width)
    expect(data.toString('latin1', 0, 3)).toBe('AFG')
    expect([data.readInt16LE(3), data.readInt8(5), data.readDoubleLE(6), data.readInt32LE(14)]).toEqual([1946, 1, 0.1, 5])
    expect([data.readInt16LE(width + 3), data.readDoubleLE(width + 6), data.readInt32LE(width + 14)]).toEqual([
      32741,
      2 ** 1023,
      2147483621,
    ])
  })

  test('the header counts variables and rows, and a long label is cut to 80 characters', () => {
    expect(part(file, 'K').readUInt16LE()).toBe(5)
    expect(part(file, 'N').readBigUInt64LE()).toBe(2n)
    const label = part(file, 'label')
    expect(label.readUInt16LE()).toBe(label.length - 2)
    expect([...label.subarray(2).toString()]).toHaveLength(80)
    expect(part(file, 'timestamp').toString('latin1', 1)).toBe('24 Nov 2026 00:00')
  })

  test('other rows than were declared are an error', () => {
    expect(() => [...stataPieces({ ...description, rows: 3 }, [block])]).toThrow(/2 rows were given, 3 were declared/)
  })
})

test('names are cut, cleaned and kept apart', () => {
  const long = 'fossil_imports_products_tonnes_ab_flag'
  const names = stataNames([long, `${long}_2`, '2020', 'double', 'a-b', ''])
  expect(names).toEqual(['fossil_imports_products_tonnes_a', 'fossil_imports_products_tonnes_2', '_2020', 'double_', 'a_b', '_'])
  for (const name of names) expect(name).toMatch(/^[A-Za-z_]\w{0,31}$/)
})
