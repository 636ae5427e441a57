import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { packageFile } from '../../store/package-files.ts'

/** The file of the package with Eurostat's names of the goods under EU export sanctions, by eight-digit code. */
export const productNamesFile = (): string => packageFile('data/routes/product-names.tsv.gz')

/** Goods of the Common High Priority List in short, after the headings of the Harmonized System. */
const highPriority: Readonly<Record<string, string>> = {
  ...{ '854231': 'Processors and controllers', '854232': 'Memories', '854233': 'Amplifiers', '854239': 'Other integrated circuits' },
  ...{ '851762': 'Machines to receive and send voice, images or data', '852691': 'Radio navigation apparatus' },
  ...{ '853221': 'Tantalum capacitors', '853224': 'Multilayer ceramic capacitors', '854800': 'Electrical parts of machinery, n.e.s.' },
  ...{ '847150': 'Processing units', '850440': 'Static converters', '851769': 'Other apparatus to send or receive data' },
  ...{ '852589': 'Other television and digital cameras', '852910': 'Aerials', '852990': 'Other parts of radio and television apparatus' },
  ...{ '853669': 'Plugs and sockets', '853690': 'Other apparatus to connect circuits', '854110': 'Diodes' },
  ...{ '854121': 'Transistors under 1 W', '854129': 'Other transistors', '854130': 'Thyristors, diacs and triacs' },
  ...{ '854149': 'Other photosensitive semiconductor devices', '854151': 'Semiconductor-based transducers' },
  ...{ '854159': 'Other semiconductor devices', '854160': 'Mounted piezo-electric crystals' },
  ...{ '848210': 'Ball bearings', '848220': 'Tapered roller bearings', '848230': 'Spherical roller bearings' },
  ...{ '848250': 'Other cylindrical roller bearings', '880730': 'Other parts of aircraft', '901310': 'Telescopic sights and periscopes' },
  ...{ '901380': 'Other optical devices', '901420': 'Instruments for aeronautical navigation', '901480': 'Other navigation instruments' },
  ...{
    '847180': 'Other units of data-processing machines',
    '848610': 'Machines to make wafers',
    '848620': 'Machines to make semiconductors',
  },
  ...{ '848640': 'Machines of note 11(C) to chapter 84', '853400': 'Printed circuits', '854320': 'Signal generators' },
  ...{ '902750': 'Other instruments that use optical radiation', '903020': 'Oscilloscopes', '903032': 'Multimeters with recorder' },
  ...{ '903039': 'Other meters of voltage or current with recorder', '903082': 'Instruments to test semiconductors' },
  ...{ '845710': 'Machining centres', '845811': 'Horizontal numerical lathes', '845891': 'Other numerical lathes' },
  ...{ '845961': 'Other numerical milling machines', '846693': 'Parts of machine tools' },
}

let held: ReadonlyMap<string, string> | undefined

function namesByCode(): ReadonlyMap<string, string> {
  held ??= new Map(
    gunzipSync(readFileSync(productNamesFile()))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t') as [string, string]),
  )
  return held
}

/**
 * Returns the name of a product: that of an eight-digit code of the EU's nomenclature under sanctions, or of a code of the Common High Priority List; null for
 * any other.
 *
 * @example [productName('854231'), productName('28470000'), productName('01')]   // ['Processors and controllers', 'Hydrogen peroxide, whether or not solidified with urea', null]
 */
export function productName(code: string): string | null {
  return highPriority[code] ?? namesByCode().get(code) ?? null
}
