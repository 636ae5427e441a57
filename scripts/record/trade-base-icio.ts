import { icioSectors } from '../../src/scenarios/data/icio-sectors-table.ts'
import type { TradeBase } from '../../src/scenarios/data/trade-base.ts'
import { positionsOf, rawCells } from './trade-base-rows.ts'

/** Sales between 81 economies by 28 sectors in 2022, million US dollars. Its column of tariffs is not read: it may not be passed on. */
export function icio2022Base(folder: string): TradeBase {
  const rows = rawCells(folder, 'icio/icio-sectors-2022.csv.gz')
  const economies = [...new Set(rows.map(([exporter]) => exporter!))].sort()
  const codes = icioSectors.map(({ code }) => code)
  const [place, sector] = [positionsOf(economies), positionsOf(codes)]
  const n = economies.length
  const flows = new Float64Array(n * n * codes.length)
  for (const [exporter, importer, code, value] of rows) {
    const cell = (sector.get(sectorCode(code!))! * n + place.get(exporter!)!) * n + place.get(importer!)!
    flows[cell] = Number(value)
  }
  return {
    card: {
      id: 'icio-2022',
      title: 'OECD Inter-Country Input-Output tables: sales of 81 economies to each other in 28 sectors, 2022',
      year: 2022,
      unit: 'million USD',
      economies,
      sectors: codes,
      sectorNames: icioSectors.map(({ name }) => name),
      source: 'OECD, Inter-Country Input-Output tables (extended edition with 2022)',
      licence: 'CC BY 4.0',
      notes: [
        'Inputs and final goods are added up, so the table has no links from inputs to output: a loss does not pass through supply chains.',
        'Negative cells (changes of inventories) are 0. No tariffs of 2022 are in the table: a tariff is added to what was in force.',
        'All services are one sector. ROW is the rest of the world.',
      ],
    },
    economies,
    sectors: codes,
    flows,
    links: undefined,
  }
}

const sectorCode = (code: string): string => (code.startsWith('Services') ? 'SERV' : code)
