import { isEmbed } from '../route.ts'

/** Shows a note on the borders, below every map. */
export function BordersNote({ year, missing }: { readonly year: number; readonly missing: readonly string[] }) {
  const old = year < new Date().getFullYear() - 2
  return (
    <>
      Borders: visionscarto world atlas (Natural Earth 1:50 m, changed by its makers towards the views of the UN), simplified; they are
      drawn as the source draws them and say nothing of ours. {old && <strong>Borders are of today, also in {year}. </strong>}
      {missing.length > 0 && (
        <>
          States of {year} that today’s map has no place for{isEmbed ? '' : ' are in the chart beside it and in the table'}:{' '}
          {missing.join(', ')}.{' '}
        </>
      )}
      <details>
        <summary>Disputed areas</summary>
        Crimea and the Donbas are drawn in Ukraine, the southern Kurils in Russia, the Golan in Israel, Arunachal Pradesh in India; Kashmir
        is parted among India, Pakistan and China (Aksai Chin) along the lines of control; Abkhazia and South Ossetia are in Georgia,
        Transnistria in Moldova, Abyei in Sudan, the Halaib triangle in Egypt, Ilemi in Kenya. Western Sahara, Kosovo, Palestine (Gaza, the
        West Bank and East Jerusalem), Taiwan, Northern Cyprus, Somaliland, the Falkland Islands (Malvinas) and the Siachen Glacier are
        areas of their own. Areas that are not in the list of states (Correlates of War, Gleditsch and Ward) have no figures here, and
        neither have dependent territories.
      </details>
    </>
  )
}
