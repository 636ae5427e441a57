import { describe, expect, test } from 'vitest'
import { actorsIn } from '../../../../src/claims/text/names/actors.ts'

const named = (text: string) => actorsIn(text, '2024-05-01').map(({ ids, rule }) => (ids.length > 0 ? ids.join('+') : rule))

describe('who is named in a sentence, and by what word', () => {
  test.each([
    ['Sino-Russian trade', ['CHN', 'RUS']],
    ["Beijing's sales to the EU", ['CHN', 'EUU']],
    ['The Kremlin and the White House', ['RUS', 'USA']],
    ['US exports to us', ['USA', 'we']],
    ['the Union and its members', ['EUU', 'bloc']],
    ['members of the Eurasian Economic Union', ['EAEU']],
    ['Two Koreas, and the North', ['KOR+PRK', 'north']],
    ['the North Sea, South Sudan', ['SSD']],
    ['its northern neighbour and the larger neighbour', ['other', 'other']],
    ['Syria.¹', ['SYR']],
    ['It is in no way IT.', ['it']],
    ['Soviet tanks under Brezhnev', ['RUS', 'RUS']],
  ])('%s', (text, wanted) => expect(named(text)).toEqual(wanted))
})
