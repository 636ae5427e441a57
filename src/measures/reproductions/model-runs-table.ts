/** A run of a preset of the package, for answers to texts that quote the result of a model. */
export interface ModelRun {
  readonly id: string
  /** What is changed. */
  readonly shock: string
  /** The publication that the preset follows. */
  readonly paper: string
  /** Model and data of our run. */
  readonly version: string
  readonly command: string
  /** Begins the ids of our reproductions on the publication's own data, which end with the code of the economy; null: there are none. */
  readonly reproduced: string | null
  /** Change of real spending in per cent: code and two decimals, separated by blanks. */
  readonly welfare: string
}

/** The runs as `test/whole/reference/model-runs.test.ts` finds them. */
export const modelRuns: readonly ModelRun[] = [
  {
    id: 'econpol-2022-allies-russia',
    shock: 'allies double the cost of trade with Russia',
    paper: 'Felbermayr, Mahlkow and Sandkamp 2022 (EconPol Policy Report 41)',
    version: 'many sectors without input links, OECD tables of 2022, 81 economies and 28 sectors',
    command: 'visavis scenario --preset econpol-2022-allies-russia',
    reproduced: null,
    welfare: `
AGO 0.03 ARE 0.06 ARG 0.00 AUS 0.01 AUT -0.07 BEL -0.08 BGD 0.01 BGR -1.06 BLR 0.43 BRA 0.01 BRN 0.07 CAN -0.01
CHE -0.06 CHL 0.00 CHN 0.01 CIV 0.01 CMR 0.05 COD 0.01 COL 0.01 CRI 0.01 CYP -1.49 CZE -0.37 DEU -0.14 DNK -0.08
EGY 0.03 ESP -0.05 EST -0.78 FIN -0.31 FRA -0.09 GBR -0.05 GRC -0.39 HKG 0.01 HRV -0.10 HUN -0.48 IDN 0.01 IND 0.03
IRL -0.21 ISL -0.02 ISR 0.01 ITA -0.11 JOR -0.02 JPN -0.04 KAZ 0.52 KHM 0.00 KOR -0.07 LAO 0.02 LTU -0.52 LUX -0.05
LVA -0.68 MAR 0.02 MEX 0.01 MLT -0.13 MMR 0.00 MYS 0.01 NGA 0.02 NLD -0.12 NOR 0.33 NZL -0.01 PAK 0.00 PER 0.01
PHL 0.00 POL -0.20 PRT -0.04 ROU -0.20 ROW 0.04 RUS -1.88 SAU 0.11 SEN 0.05 SGP 0.02 STP -0.02 SVK -1.01 SVN -0.27
SWE -0.05 THA 0.00 TUN 0.10 TUR -0.44 TWN -0.06 UKR 0.04 USA -0.01 VNM 0.01 ZAF 0.01
`,
  },
  {
    id: 'econpol-2022-eu-china',
    shock: 'the European Union and China double the cost of their trade',
    paper: 'Felbermayr, Mahlkow and Sandkamp 2022 (EconPol Policy Report 41)',
    version: 'many sectors without input links, OECD tables of 2022, 81 economies and 28 sectors',
    command: 'visavis scenario --preset econpol-2022-eu-china',
    reproduced: null,
    welfare: `
AGO -0.03 ARE 0.03 ARG 0.01 AUS 0.00 AUT -0.40 BEL -0.23 BGD 0.07 BGR -0.31 BLR 0.03 BRA 0.00 BRN 0.00 CAN 0.01
CHE 0.07 CHL 0.00 CHN -0.27 CIV 0.01 CMR 0.01 COD -0.04 COL 0.01 CRI 0.03 CYP -0.68 CZE -0.57 DEU -0.55 DNK -0.53
EGY 0.01 ESP -0.42 EST -0.48 FIN -0.42 FRA -0.32 GBR 0.02 GRC -0.52 HKG 0.02 HRV -0.32 HUN -0.47 IDN 0.01 IND 0.02
IRL -0.97 ISL 0.04 ISR 0.02 ITA -0.29 JOR 0.00 JPN 0.01 KAZ 0.02 KHM 0.19 KOR 0.02 LAO 0.03 LTU -0.19 LUX -0.13
LVA -0.21 MAR 0.08 MEX 0.03 MLT -0.85 MMR 0.06 MYS 0.04 NGA 0.02 NLD -0.23 NOR 0.08 NZL 0.00 PAK 0.02 PER 0.01
PHL 0.03 POL -0.55 PRT -0.27 ROU -0.20 ROW 0.00 RUS 0.02 SAU 0.02 SEN -0.02 SGP 0.06 STP -0.02 SVK -0.75 SVN -0.66
SWE -0.37 THA 0.05 TUN 0.17 TUR 0.06 TWN 0.04 UKR 0.00 USA 0.00 VNM 0.08 ZAF 0.02 EUU -0.42
`,
  },
  {
    id: 'econpol-2022-west-east',
    shock: 'allies and Brazil, Russia, India and China double the cost of their trade',
    paper: 'Felbermayr, Mahlkow and Sandkamp 2022 (EconPol Policy Report 41)',
    version: 'many sectors without input links, OECD tables of 2022, 81 economies and 28 sectors',
    command: 'visavis scenario --preset econpol-2022-west-east',
    reproduced: null,
    welfare: `
AGO 0.12 ARE 0.29 ARG 0.05 AUS -1.33 AUT -0.49 BEL -0.47 BGD 0.36 BGR -1.38 BLR 0.53 BRA -1.21 BRN 0.05 CAN -0.62
CHE -0.44 CHL 0.18 CHN -0.98 CIV 0.10 CMR 0.17 COD 0.33 COL 0.08 CRI 0.21 CYP -2.40 CZE -0.92 DEU -0.75 DNK -0.79
EGY 0.10 ESP -0.57 EST -1.32 FIN -0.89 FRA -0.53 GBR -0.64 GRC -1.08 HKG 0.11 HRV -0.55 HUN -0.96 IDN 0.15 IND -1.34
IRL -1.19 ISL -0.62 ISR 0.18 ITA -0.46 JOR 0.18 JPN -0.77 KAZ 0.77 KHM 1.58 KOR -1.27 LAO 0.21 LTU -0.74 LUX -0.24
LVA -0.97 MAR 0.18 MEX 0.41 MLT -1.25 MMR 0.27 MYS 0.25 NGA 0.14 NLD -0.49 NOR -0.23 NZL -0.99 PAK 0.12 PER 0.22
PHL 0.21 POL -0.77 PRT -0.55 ROU -0.48 ROW 0.09 RUS -1.89 SAU 0.22 SEN 0.02 SGP 0.39 STP -0.15 SVK -1.73 SVN -1.01
SWE -0.52 THA 0.40 TUN 0.45 TUR -1.17 TWN -2.38 UKR 0.10 USA -0.38 VNM 0.77 ZAF 0.21
`,
  },
  {
    id: 'costinot-rodriguez-clare-2014-us-tariff',
    shock: 'a US tariff of 40 % on all imports',
    paper: 'Costinot and Rodríguez-Clare 2014, several sectors with input links',
    version: 'many sectors with input links, WIOD of 2011, 41 economies and 31 sectors',
    command: 'visavis scenario --preset costinot-rodriguez-clare-2014-us-tariff',
    reproduced: 'us-tariff-40',
    welfare: `
AUS -0.47 AUT -0.41 BEL -0.74 BGR 0.30 BRA -0.22 CAN -2.36 CHN -0.57 CYP 0.60 CZE -0.71 DEU -0.81 DNK -0.83 ESP -0.06
EST -0.59 FIN -0.29 FRA -0.10 GBR -0.44 GRC 0.49 HUN -0.68 IDN -0.32 IND -0.16 IRL -5.63 ITA -0.05 JPN -0.14 KOR -0.76
LTU 0.02 LUX -4.19 LVA 0.00 MEX -1.88 MLT 0.04 NLD -1.26 POL -0.28 PRT 0.29 ROU 0.25 ROW -0.53 RUS -0.64 SVK -0.18
SVN -0.11 SWE -0.79 TUR 0.40 TWN -1.48 USA 0.72
`,
  },
  {
    id: 'liberation-day',
    shock: 'the US tariffs of 2 April 2025 without an answer of the partners',
    paper: 'Ignatenko, Lashkaripour, Macedoni and Simonovska 2025 (Journal of International Economics 157)',
    version: 'their model of one sector on BACI trade and GDP of 2023, tariffs as ordered, 188 economies',
    command: 'visavis scenario liberation-day',
    reproduced: 'liberation-day',
    welfare: `
AFG 1.75 AGO -4.88 ALB 1.02 AND 1.72 ARE -0.27 ARG -0.21 ARM 0.87 ATG -2.19 AUS -0.64 AUT -0.17 AZE -1.64 BDI 1.00
BEL -0.27 BEN 0.95 BFA -1.19 BGD 0.12 BGR 0.14 BHR -0.20 BHS -2.06 BIH 0.92 BLR 0.77 BLZ -1.03 BOL -0.13 BRA -0.40
BRB -0.44 BRN -1.93 BTN 1.39 BWA -0.21 CAF 0.51 CAN 0.91 CHE -0.88 CHL -0.76 CHN -0.83 CIV -0.28 CMR 0.30 COD -1.39
COG -9.35 COL -0.16 COM 1.37 CPV 1.34 CRI -0.75 CYP 1.44 CZE -0.38 DEU -0.68 DJI 3.81 DMA 0.75 DNK -0.14 DOM -0.52
DZA -0.67 ECU -0.88 EGY 0.56 ESP 0.08 EST 0.38 ETH 0.37 FIN -0.32 FJI 1.40 FRA 0.15 FSM -2.20 GAB -4.42 GBR 0.34
GEO 0.99 GHA 0.25 GIN -8.64 GMB 1.07 GNB 1.16 GNQ -6.23 GRC 0.85 GRD -0.80 GTM -0.37 GUY -18.48 HND -1.02 HRV 1.01
HTI -0.21 HUN -0.45 IDN -0.66 IND 0.21 IRL -2.91 IRN 0.13 IRQ -2.17 ISL 0.36 ISR -0.02 ITA -0.18 JAM -0.43 JOR 1.01
JPN -0.26 KAZ -0.65 KEN 0.93 KGZ 4.03 KHM -4.25 KIR 1.41 KNA -0.83 KOR -1.71 KWT -2.01 LAO -0.47 LBN 1.95 LBR 4.75
LBY -3.05 LCA -1.71 LKA 0.04 LSO 0.78 LTU -0.28 LUX 0.45 LVA 0.43 MAR 0.59 MDA 1.21 MDG -0.06 MDV 2.08 MEX 1.86
MHL 4.94 MKD 0.74 MLI -0.20 MLT 0.70 MMR 0.53 MNE 1.86 MNG -3.71 MOZ 1.66 MRT 0.41 MUS 1.32 MWI 0.83 MYS -3.25
NAM 0.85 NER 0.15 NGA 0.17 NIC -1.59 NLD -0.18 NOR -1.81 NPL 1.31 NZL 0.10 OMN -2.87 PAK 0.39 PAN 0.31 PER -0.61
PHL 0.76 PLW 1.91 PNG -3.44 POL 0.36 PRT 0.50 PRY 0.39 QAT -5.33 ROU 0.44 RUS -0.79 RWA 0.36 SAU -0.76 SDN 0.09
SEN 1.68 SGP 0.66 SLB -0.01 SLE 0.13 SLV -0.42 SMR 0.50 SOM 1.70 SRB 0.66 SSD 0.53 STP 0.63 SUR -2.94 SVK -0.53
SVN 0.29 SWE -0.33 SWZ -0.31 SYC 0.89 TCD -2.46 TGO 3.12 THA -2.23 TJK 2.10 TKM -1.86 TLS 1.75 TON 1.78 TTO -1.69
TUN 0.13 TUR 0.42 TUV 2.33 TWN -2.69 TZA 0.88 UGA 0.46 UKR 0.56 URY 0.11 USA 0.25 UZB 1.06 VCT -0.55 VEN -0.17
VNM -7.49 VUT 1.06 WSM 1.81 YEM 3.01 ZAF -1.24 ZMB -1.53 ZWE 0.08
`,
  },
  {
    id: 'liberation-day-reciprocal',
    shock: 'the US tariffs of 2 April 2025, answered with the same tariffs',
    paper: 'Ignatenko, Lashkaripour, Macedoni and Simonovska 2025 (Journal of International Economics 157)',
    version: 'their model of one sector on BACI trade and GDP of 2023, tariffs as ordered, 188 economies',
    command: 'visavis scenario liberation-day --retaliation reciprocal',
    reproduced: null,
    welfare: `
AFG 0.91 AGO -2.63 ALB 0.53 AND 0.76 ARE -0.04 ARG -0.05 ARM 0.56 ATG -0.73 AUS -0.26 AUT -0.21 AZE -0.69 BDI 0.51
BEL -0.31 BEN 0.52 BFA -0.38 BGD -0.03 BGR 0.05 BHR -0.06 BHS -0.60 BIH 0.40 BLR 0.41 BLZ -0.50 BOL 0.02 BRA -0.16
BRB -0.12 BRN -0.97 BTN 0.76 BWA -0.25 CAF 0.28 CAN 0.48 CHE -0.89 CHL -0.38 CHN -0.68 CIV -0.15 CMR 0.21 COD -0.74
COG -5.01 COL 0.01 COM 0.71 CPV 0.63 CRI -0.28 CYP 0.68 CZE -0.14 DEU -0.48 DJI 2.02 DMA 0.38 DNK -0.19 DOM -0.18
DZA -0.38 ECU -0.37 EGY 0.31 ESP 0.04 EST 0.17 ETH 0.19 FIN -0.29 FJI 0.47 FRA 0.03 FSM -0.78 GAB -2.07 GBR 0.18
GEO 0.50 GHA 0.15 GIN -4.10 GMB 0.60 GNB 0.57 GNQ -3.16 GRC 0.42 GRD -0.35 GTM -0.06 GUY -14.35 HND -0.53 HRV 0.46
HTI -0.21 HUN -0.38 IDN -0.47 IND 0.01 IRL -2.32 IRN 0.07 IRQ -1.49 ISL 0.21 ISR -0.14 ITA -0.21 JAM -0.19 JOR 0.30
JPN -0.29 KAZ -0.30 KEN 0.50 KGZ 2.22 KHM -5.10 KIR 0.79 KNA -0.25 KOR -1.40 KWT -0.93 LAO -0.16 LBN 0.98 LBR 2.65
LBY -1.77 LCA -0.66 LKA -0.20 LSO -0.11 LTU -0.28 LUX 0.21 LVA 0.20 MAR 0.35 MDA 0.58 MDG -0.29 MDV 1.12 MEX 1.04
MHL 2.75 MKD 0.24 MLI -0.02 MLT 0.32 MMR 0.29 MNE 0.93 MNG -1.98 MOZ 0.88 MRT 0.30 MUS 0.56 MWI 0.43 MYS -2.72
NAM 0.46 NER 0.11 NGA 0.08 NIC -1.70 NLD -0.13 NOR -0.76 NPL 0.69 NZL 0.06 OMN -1.56 PAK 0.13 PAN 0.10 PER -0.25
PHL 0.39 PLW 1.02 PNG -1.66 POL 0.18 PRT 0.16 PRY 0.36 QAT -2.53 ROU 0.21 RUS -0.37 RWA 0.19 SAU -0.38 SDN 0.05
SEN 0.88 SGP 0.33 SLB 0.08 SLE 0.09 SLV -0.17 SMR 0.22 SOM 0.88 SRB 0.31 SSD 0.28 STP 0.31 SUR -0.89 SVK -0.46
SVN 0.27 SWE -0.29 SWZ -0.05 SYC 0.51 TCD -1.13 TGO 1.73 THA -2.22 TJK 1.15 TKM -0.97 TLS 0.99 TON 0.99 TTO -0.86
TUN -0.02 TUR 0.25 TUV 1.44 TWN -2.41 TZA 0.49 UGA 0.27 UKR 0.33 URY 0.08 USA -0.67 UZB 0.62 VCT -0.22 VEN -0.17
VNM -7.60 VUT 0.57 WSM 1.00 YEM 1.56 ZAF -0.83 ZMB -0.65 ZWE 0.02
`,
  },
  {
    id: 'liberation-day-optimal',
    shock: 'the US tariffs of 2 April 2025, answered with the tariffs that are best for the partners',
    paper: 'Ignatenko, Lashkaripour, Macedoni and Simonovska 2025 (Journal of International Economics 157)',
    version: 'their model of one sector on BACI trade and GDP of 2023, tariffs as ordered, 188 economies',
    command: 'visavis scenario liberation-day --retaliation optimal',
    reproduced: null,
    welfare: `
AFG 0.42 AGO -1.40 ALB 0.22 AND 0.22 ARE -0.11 ARG 0.01 ARM 0.31 ATG -0.63 AUS -0.12 AUT -0.19 AZE -0.20 BDI 0.23
BEL -0.31 BEN 0.21 BFA -0.09 BGD -0.05 BGR -0.01 BHR -0.07 BHS -0.51 BIH 0.20 BLR 0.20 BLZ -0.89 BOL 0.09 BRA -0.02
BRB -0.26 BRN -0.38 BTN 0.41 BWA -0.28 CAF 0.13 CAN 0.97 CHE -0.70 CHL -0.29 CHN -0.41 CIV -0.09 CMR 0.13 COD -0.39
COG -2.68 COL -0.02 COM 0.33 CPV 0.22 CRI -0.31 CYP 0.23 CZE 0.00 DEU -0.35 DJI 0.96 DMA -0.12 DNK -0.19 DOM -0.34
DZA -0.23 ECU -0.23 EGY 0.13 ESP 0.02 EST 0.06 ETH 0.07 FIN -0.26 FJI 0.05 FRA -0.04 FSM -0.34 GAB -0.84 GBR 0.02
GEO 0.08 GHA 0.04 GIN -1.51 GMB 0.20 GNB 0.23 GNQ -1.55 GRC 0.18 GRD -0.51 GTM -0.24 GUY -10.62 HND -0.78 HRV 0.16
HTI -0.48 HUN -0.28 IDN -0.31 IND -0.07 IRL -1.95 IRN 0.02 IRQ -1.13 ISL 0.05 ISR -0.23 ITA -0.20 JAM -0.54 JOR -0.09
JPN -0.27 KAZ -0.07 KEN 0.23 KGZ 1.16 KHM -5.01 KIR 0.39 KNA -0.34 KOR -1.05 KWT -0.43 LAO 0.00 LBN 0.38 LBR 1.44
LBY -1.05 LCA -0.58 LKA -0.23 LSO -0.54 LTU -0.27 LUX 0.08 LVA 0.05 MAR 0.12 MDA 0.24 MDG -0.32 MDV 0.53 MEX 1.56
MHL 1.52 MKD 0.03 MLI 0.08 MLT 0.10 MMR 0.18 MNE 0.38 MNG -1.15 MOZ 0.42 MRT 0.58 MUS 0.21 MWI 0.20 MYS -2.08
NAM 0.33 NER 0.07 NGA 0.04 NIC -1.74 NLD -0.12 NOR -0.24 NPL 0.36 NZL 0.00 OMN -0.93 PAK 0.02 PAN -0.44 PER -0.10
PHL 0.19 PLW 0.36 PNG -0.78 POL 0.10 PRT -0.02 PRY 0.25 QAT -1.15 ROU 0.08 RUS -0.15 RWA 0.10 SAU -0.22 SDN 0.03
SEN 0.38 SGP -0.08 SLB 0.10 SLE -0.04 SLV -0.51 SMR 0.07 SOM 0.40 SRB 0.16 SSD 0.11 STP 0.11 SUR -0.25 SVK -0.39
SVN 0.23 SWE -0.23 SWZ 0.03 SYC 0.25 TCD -0.44 TGO 0.93 THA -1.84 TJK 0.60 TKM -0.47 TLS 0.55 TON 0.48 TTO -0.50
TUN -0.06 TUR 0.11 TUV 0.81 TWN -1.86 TZA 0.26 UGA 0.15 UKR 0.15 URY 0.01 USA -1.46 UZB 0.34 VCT -0.58 VEN -0.25
VNM -6.66 VUT 0.28 WSM 0.44 YEM 0.69 ZAF -0.48 ZMB -0.17 ZWE -0.01
`,
  },
  {
    id: 'caliendo-parro-2015',
    shock: 'the tariffs of NAFTA from 1993 to 2005',
    paper: 'Caliendo and Parro 2015 (Review of Economic Studies 82)',
    version: 'their model with input links on their data of 1993, 31 regions and 40 sectors, deficits set to zero, welfare of first order',
    command: 'visavis methods input-links-model',
    reproduced: null,
    welfare: `
MEX 1.31 CAN -0.06 USA 0.08
`,
  },
]
