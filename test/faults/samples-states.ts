import { csv, type Sample, type SampleText, text } from './sample.ts'

/** A response of the World Bank's API: its metadata and entries. */
const bankPage = (name: string, id: string, values: readonly number[]): SampleText => {
  const about = { page: 1, pages: 1, per_page: 20000, total: values.length, sourceid: '2', lastupdated: '2026-03-20' }
  const entries = values.map((value, i) => ({
    ...{ indicator: { id, value: 'a series' }, country: { id: 'CN', value: 'China' }, countryiso3code: 'CHN', date: `${2022 + i}` },
    ...{ value, unit: '', obs_status: '', decimal: 0 },
  }))
  return text(name, '"', 0, JSON.stringify([about, entries]))
}

/** Attributes of states, and the distances between them. */
export const stateSamples: readonly Sample[] = [
  {
    reader: 'cow-contiguity',
    files: [
      csv(
        'contdir.csv',
        'dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version',
        '2020,2,USA,20,CAN,1,192001,201612,,3.2',
        '365710,365,RUS,710,CHN,1,186010,201612,,3.2',
      ),
    ],
  },
  {
    reader: 'cow-nmc',
    files: [
      csv(
        'NMC-70-abridged.csv',
        'stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version',
        'USA,2,1816,3823,17,80,254,8659,101,0.0396975,2024',
        'CHN,710,2014,199500,2285,82269,4500,1369435,-9,0.2180,2024',
      ),
    ],
  },
  {
    reader: 'gdp-estimates',
    files: [
      csv(
        'cw_gdppop.csv',
        'ccode,year,mrgdppc,sd_mrgdppc,pwtrgdp,sd_pwtrgdp,pwtpop,sd_pwtpop',
        '2,1816,2668.1,410.5,27951.25,12015,9.16,0.69',
        '600,1905,,,,,,',
      ),
    ],
  },
  {
    reader: 'geodist',
    files: [
      csv(
        'dist_cepii.csv',
        'iso_o,iso_d,contig,comlang_off,comlang_ethno,colony,comcol,curcol,col45,smctry,dist,distcap,distw,distwces',
        'CHN,RUS,1,0,0,0,0,0,0,0,5795.25,5795.25,4999.5,4000',
        'RUS,CHN,1,0,0,0,0,0,0,0,5795.25,5795.25,4999.5,4000',
      ),
    ],
  },
  {
    reader: 'regimes',
    files: [
      csv('cw_democracy.csv', 'ccode,year,euds,aeuds,polity2,v2x_polyarchy', '731,1990,-1.5,-1.8,-9,0.08', '2,1990,1.25,1.75,10,0.85'),
    ],
  },
  {
    reader: 'surplus-product',
    files: [
      csv(
        'cow_sdp_gdp.csv',
        'ccode,year,wbgdp2011est,wbpopest,sdpest,wbgdppc2011est',
        '2,1816,23.85,15.5,22.75,8.25',
        '970,2000,19.5,11.25,18.75,7.5',
      ),
    ],
  },
  {
    reader: 'world-bank-growth',
    files: [
      csv(
        'growth.csv',
        'Country Name,Country Code,Year,Value',
        'China,CHN,2023,5.25',
        'Russian Federation,RUS,2022,-2.07',
        'Arab World,ARB,2023,1.5',
      ),
    ],
  },
  {
    reader: 'world-bank',
    files: [
      bankPage('gdp.json', 'NY.GDP.MKTP.CD', [17881783387000.5, 17794781986104.5]),
      bankPage('population.json', 'SP.POP.TOTL', [1412175000, 1410710000]),
    ],
  },
  {
    reader: 'world-bank',
    files: [
      csv(
        'gdp.csv',
        'Country Name,Country Code,Year,Value',
        'China,CHN,2020,14687744162801',
        'World,WLD,2020,85105601000000',
        'Arab World,ARB,2020,1.5e12',
      ),
      csv(
        'population.csv',
        'Country Name,Country Code,Year,Value',
        'China,CHN,2020,1411100000',
        'World,WLD,2019,7740000000',
        'World,WLD,2020,7820000000',
      ),
    ],
  },
]
