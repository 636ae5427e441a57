import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { answerJson } from '../../../src/operations/request/answer-json.ts'
import { renderAnswer } from '../../../src/operations/workers/render-answer.ts'
import { smallPanelCsv } from '../../operations/gravity/small-panel.ts'
import { writeSmallBaci } from './small-baci.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

const smallPanel = join(mkdtempSync(join(tmpdir(), 'visavis-forms-')), 'panel.csv')
writeFileSync(smallPanel, smallPanelCsv())
const smallBaci = writeSmallBaci(join(dirname(smallPanel), 'baci'))
afterAll(() => rmSync(dirname(smallPanel), { recursive: true }))

/** Inputs that take each operation through its forms. */
const samples: readonly (readonly [operation: string, input: Record<string, unknown>])[] = [
  ['assess', { a: 'CHN', b: 'RUS' }],
  ['assess', { a: 'United States', b: 'India', to: '2015' }],
  ['assess', { a: 'Monaco', b: 'Tuvalu' }],
  ['assess', { a: 'China', b: 'USSR', to: '1960' }],
  ['assess', { a: 'Serbia', b: 'France', to: '1900' }],
  ['assess', { a: 'Poland', b: 'Germany', from: '2004', to: '2013' }],
  ['assess', { a: 'Russia', b: 'EU' }],
  ['assess', { a: 'NATO', b: 'CSTO', to: '2020' }],
  ['dyads', { state: 'Russia', to: '1960', draws: 100 }],
  ['panel', { pairs: 'CHN-RUS', from: 2018 }],
  ['measure similarity', { a: 'CHN', b: 'RUS', year: 2018 }],
  ['measure similarity', { a: 'CHN', b: 'RUS', from: '2015', by: 'year', draws: 100 }],
  ['measure similarity', { a: 'BRA', year: 2024, draws: 100, issue: 'hr' }],
  ['measure similarity', { all: true, year: 1950 }],
  ['measure similarity', { a: 'TWN', b: 'USA', year: 2018 }],
  ['measure standing', { a: 'IND', b: 'PAK', year: 2018 }],
  ['measure standing', { a: 'BRA' }],
  ['measure standing', { all: true, year: 1950 }],
  ['measure ideal-points', { from: '2023' }],
  ['measure ideal-points', { a: 'TUV', from: '2015' }],
  ['measure ideal-points', { a: 'CHN', b: 'RUS', from: '2020' }],
  ['measure ideal-points', { a: 'CHN', b: 'RUS', from: '2020', divisive: 5 }],
  ['measure ideal-points', { from: '2020', divisive: 5, issue: 'nu' }],
  ['mirror', { a: 'CHN', b: 'RUS', from: '2012', to: '2016' }],
  ['mirror', { a: 'EU', b: 'Kyrgyzstan', flow: 'exports' }],
  ['mirror', { a: 'Kazakhstan', b: 'Germany', in: 'USD' }],
  ['mirror', { a: 'Monaco', b: 'Tuvalu' }],
  ['measure gravity', {}],
  ['measure product-dependence', { files: smallBaci }],
  ['measure product-dependence', { files: smallBaci, importer: 'Germany', products: true, share: 20 }],
  ['gravity', { record: true }],
  ['measure gravity', { a: 'Kenya', b: 'Peru' }],
  ['measure gravity', { a: 'KOR', b: 'VNM' }],
  ['measure gravity', { a: 'Tuvalu', b: 'Germany' }],
  ['gravity', { file: smallPanel, year: 'year', regressors: 'ln(dist),border,embargo' }],
  ['gravity', { file: smallPanel, show: 'fitted', regressors: 'twice', effects: 'none', clusters: 'none' }],
  ['gravity', { file: smallPanel, show: 'effects', year: 'year', effects: 'exporter-year,importer-year,pair', factor: 'fixest' }],
  ['routes', { target: 'RUS' }],
  ['routes', { target: 'Iran', goods: 'chpl', hubs: 'ARE, Turkey', since: '2018-11' }],
  ['composite', { a: 'CHN', b: 'RUS', weights: 'votes=2,blocs=1,trade=1' }],
  ['composite', { a: 'Brazil', b: 'India', weights: 'ideal-points=1,blocs=1', among: 'a', all: true, to: '2010' }],
  ['votes', { a: 'CHN', b: 'RUS', split: 'opposing' }],
  ['votes', { a: 'NATO', b: 'CSTO', from: '2020', kind: 'all', words: 'nuclear' }],
  ['votes', { a: 'CHN', b: 'RUS', to: '1970' }],
  ['ledger', { a: 'CHN', b: 'RUS', from: '2022' }],
  ['ledger', { a: 'USA', b: 'IND', direction: 'contradicts' }],
  ['facts', { a: 'QAT', b: 'SAU' }],
  ['facts', { a: 'Iceland', b: 'Fiji', on: '1990' }],
  ['figures', { a: 'KEN', b: 'TZA' }],
  ['figures', { a: 'ARM', b: 'AZE', by: 'year', to: '2010' }],
  ['catalogue', {}],
  ['catalogue', { id: 'no-relations' }],
  ['stakeholders', { a: 'CHN', b: 'RUS' }],
  ['stakeholders', { a: 'India', b: 'United States', to: '2010' }],
  ['world', { of: 'CHN', year: 2024 }],
  ['world', { of: 'EU', measure: 'ideal-point', from: 1990, to: 1995 }],
  ['world', { of: 'RUS', measure: 'share-of-exports', bloc: 'NATO' }],
  ['world', { of: 'Tuvalu', measure: 'arms-import-share' }],
  ['communities', { year: 1950, resamples: 20 }],
  ['scenario liberation-day', {}],
  ['coalition', { target: 'RUS', members: 'USA,CHN', base: 'baci-2023', loss: '0.5' }],
  ['leverage', { a: 'CHN', b: 'AUS', base: 'baci-2023' }],
  ['tariff-war', { players: ['CAN', 'MEX'], eachOther: true }],
  ['resilience', { target: 'AUS', against: 'CHN', base: 'baci-2023' }],
  ['resilience', { target: 'JPN', against: 'CHN,KOR', sectors: 'C26', stock: 'C26', months: 6 }],
  ['deterrence', { target: 'AUS', members: 'CHN,USA', others: 'JPN', base: 'baci-2023', loss: '1' }],
  ['scenario liberation-day', { retaliation: 'optimal', tariff: 'optimal', rebate: 'lump-sum' }],
  ['read', { file: join(import.meta.dirname, '../../operations/china-russia-note.txt') }],
  ['read', { file: join(import.meta.dirname, '../../operations/china-russia-note.txt'), date: '2010', failOn: 'partly' }],
  ['claims rows', { file: join(import.meta.dirname, '../../operations/china-russia-note.txt'), claim: 1 }],
  ['claims due', {}],
  ['outlook', { a: 'CHN', b: 'RUS' }],
  ['outlook', { a: 'Kosovo', b: 'Serbia', horizon: 5 }],
  ['outlook backtest', { target: 'goods-flow' }],
  ['outlook history', { a: 'CHN', b: 'RUS' }],
  ['outlook history', { a: 'Kosovo', b: 'Serbia' }],
  ['outlook track-record', {}],
  ['outlook due', { all: true }],
  ['outlook score', {}],
  ['forecast', { file: join(import.meta.dirname, 'yearly-series.csv') }],
  ['forecast', { file: join(import.meta.dirname, 'yearly-series.csv'), model: 'arima', horizon: 3 }],
  ['find', { text: 'rus chi' }],
  ['find', { text: 'Turkiye' }],
  ['states', {}],
  ['states', { name: 'Yugoslavia', on: '1985' }],
  ['states', { name: 'BRICS' }],
  ['sources', {}],
  ['sources', { all: true }],
  ['sources', { id: 'sipri-register' }],
  ['methods', {}],
  ['methods', { id: 'kappa' }],
  ['methods', { domain: 'every' }],
  ['cite', { style: 'bibtex' }],
  ['pull', {}],
]

describe('every answer has the form that is published for it, and can be shown in every format that it offers', () => {
  test.each(samples)('%s %j', async (name, input) => {
    const operation = operations.find((one) => one.name === name)!
    const work = await operation.load()
    const answer = await work.run(checkInput(operation, input), context)
    const parsed = work.output.safeParse(JSON.parse(answerJson(answer)))
    expect(parsed.error?.issues ?? []).toEqual([])
    for (const format of operation.formats.filter((one) => one !== 'json')) {
      const text = Buffer.from((await renderAnswer(work, answer, { format, bytes: true })) as Uint8Array).toString('latin1')
      expect(text.length).toBeGreaterThan(0)
      // any bytes may occur in these
      if (format !== 'parquet' && format !== 'dta') expect(text).not.toMatch(/undefined,|NaN|\[object|Infinity/)
    }
  })
})
