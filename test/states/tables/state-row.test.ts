import { expect, test } from 'vitest'
import { unionOf } from '../../../src/states/tables/span.ts'
import { stateOfRow, statesOfTable } from '../../../src/states/tables/state-row.ts'

test('a line of a state table is read field by field; what is blank is null, not zero', () => {
  expect(
    stateOfRow(
      'AAB | | | Aba | Republic of Aba | 1: 1900-01-01/1910-01-01, 1920-01-01/; 2: 1911-01-01/1912-01-01 | | AAC AAD | Abba 1900-01-01/1905-01-01',
    ),
  ).toEqual({
    iso3: 'AAB',
    iso2: null,
    m49: null,
    name: 'Aba',
    official: 'Republic of Aba',
    names: [{ name: 'Abba', from: '1900-01-01', to: '1905-01-01' }],
    spans: [
      { from: '1900-01-01', to: '1910-01-01' },
      { from: '1911-01-01', to: '1912-01-01' },
      { from: '1920-01-01', to: null },
    ],
    cow: [
      { code: 1, from: '1900-01-01', to: '1910-01-01' },
      { code: 1, from: '1920-01-01', to: null },
      { code: 2, from: '1911-01-01', to: '1912-01-01' },
    ],
    gw: [],
    predecessors: ['AAC', 'AAD'],
    successors: [],
  })
})

test('successors follow from the predecessors of the others', () => {
  const [first] = statesOfTable(
    'AAB | | | A | A | 1: 1900-01-01/ | | |\nAAD | | | D | D | 3: 1900-01-01/ | | AAB |\nAAC | | | C | C | 2: 1900-01-01/ | | AAB |',
  )
  expect(first?.successors).toEqual(['AAC', 'AAD'])
})

test('spans that overlap or meet are one, those a day apart are two', () => {
  expect(
    unionOf([
      { from: '1990-10-03', to: null },
      { from: '1949-09-21', to: '1990-10-02' },
    ]),
  ).toEqual([{ from: '1949-09-21', to: null }])
  expect(
    unionOf([
      { from: '1900-01-01', to: '1900-12-31' },
      { from: '1901-01-02', to: '1902-01-01' },
    ]).length,
  ).toBe(2)
  expect(
    unionOf([
      { from: '1900-01-01', to: '1950-01-01' },
      { from: '1910-01-01', to: '1920-01-01' },
    ]),
  ).toEqual([{ from: '1900-01-01', to: '1950-01-01' }])
})
