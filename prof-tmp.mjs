var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// src/errors.ts
var exitCodes, VisavisError;
var init_errors = __esm({
  "src/errors.ts"() {
    "use strict";
    exitCodes = {
      Usage: 2,
      AmbiguousName: 2,
      UnknownState: 2,
      UnknownBloc: 2,
      UnknownSource: 2,
      SameState: 2,
      NotAState: 2,
      BadDate: 2,
      NoSuchStateThen: 3,
      NoCoverage: 3,
      NoSnapshot: 3,
      TornSnapshot: 3,
      BadInput: 1,
      Unreachable: 1,
      BadAnswer: 1,
      TooLarge: 1,
      UnreadableHome: 1,
      CannotWrite: 1,
      DiskFull: 1,
      Interrupted: 130,
      Internal: 1
    };
    VisavisError = class extends Error {
      code;
      hint;
      exitCode;
      /** What the name may mean, if it is ambiguous; else empty. */
      candidates;
      constructor(code, message, options = {}) {
        super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
        this.name = code;
        this.code = code;
        this.hint = options.hint;
        this.exitCode = exitCodes[code];
        this.candidates = options.candidates ?? [];
      }
    };
  }
});

// src/numeric/threads.ts
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
async function runThreads(here, file, data, tell) {
  const threads = data.map((workerData) => startThread(here, file, { workerData }));
  if (tell !== void 0) for (const thread of threads) thread.on("message", tell);
  try {
    await Promise.all(threads.map((thread) => ended(thread, file)));
  } catch (cause) {
    await Promise.all(threads.map((thread) => thread.terminate()));
    throw cause;
  }
}
function startThread(here, file, start) {
  const { url, isTypeScript } = moduleBeside(here, file);
  return isTypeScript ? typeScriptThread(here, url, start) : new Worker(url, start);
}
function moduleBeside(here, file) {
  if (!here.endsWith(".ts")) return { url: new URL(`../chunks/${file}.js`, here), isTypeScript: false };
  const built = process.env["VISAVIS_CHUNKS"];
  if (built !== void 0) return { url: new URL(`${file}.js`, pathToFileURL(`${built}/`)), isTypeScript: false };
  return { url: new URL(`${file}.ts`, here), isTypeScript: true };
}
function ended(thread, file) {
  return new Promise((resolve3, reject) => {
    thread.once("error", reject);
    thread.once("exit", (code) => code === 0 ? resolve3() : reject(new Error(`the thread ${file} ended with code ${code}`)));
  });
}
function typeScriptThread(here, url, given) {
  const home = pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json"));
  const loader = new URL("./dist/esm/api/index.mjs", home).href;
  const start = `import(${JSON.stringify(loader)}).then((tsx) => tsx.tsImport(${JSON.stringify(url.href)}, ${JSON.stringify(here)}))`;
  return new Worker(start, { eval: true, execArgv: [], ...given });
}
var init_threads = __esm({
  "src/numeric/threads.ts"() {
    "use strict";
  }
});

// src/store/part-path.ts
function partFile(sha256) {
  return `parts/${sha256.slice(0, 32)}.parquet`;
}
var init_part_path = __esm({
  "src/store/part-path.ts"() {
    "use strict";
  }
});

// src/store/manifest-schema.ts
var manifest_schema_exports = {};
__export(manifest_schema_exports, {
  manifestProblem: () => manifestProblem
});
import { z } from "zod";
function manifestProblem(value, idWanted) {
  const issue = (idWanted ? whole : body).safeParse(value).error?.issues[0];
  return issue && `${issue.path.join(".") || "content"}: ${issue.message}`;
}
var id, count, created, part, coverage, card, body, whole;
var init_manifest_schema = __esm({
  "src/store/manifest-schema.ts"() {
    "use strict";
    init_part_path();
    id = z.string().regex(/^[0-9a-f]{16}$/);
    count = z.int().nonnegative();
    created = z.union([z.iso.date(), z.iso.datetime()]);
    part = z.strictObject({
      file: z.string().regex(/^parts\/[0-9a-f]{32}\.parquet$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: count,
      rows: count
    }).refine(({ file, sha256 }) => file === partFile(sha256), { error: "the file is not named after its hash" });
    coverage = z.looseObject({
      indicator: z.string(),
      from: z.string(),
      to: z.string(),
      whom: z.string(),
      states: z.array(z.string()).optional(),
      absence: z.enum(["unknown", "zero", "none in force", "under the threshold"]),
      threshold: z.number().optional(),
      silent: z.array(z.string()).optional()
    });
    card = z.looseObject({
      id: z.string().min(1),
      title: z.string(),
      provider: z.string(),
      url: z.string(),
      licence: z.looseObject({ id: z.string(), url: z.string().optional(), redistribute: z.boolean(), terms: z.string() }),
      citation: z.string(),
      vintage: z.string(),
      coverage: z.array(coverage),
      quirks: z.array(z.string())
    });
    body = z.strictObject({
      schemaVersion: z.literal(1),
      created,
      note: z.string(),
      parent: id.nullable(),
      // a table that is not known here comes from a later version, and is accepted
      tables: z.record(z.string(), z.array(part)),
      sources: z.array(card).refine((cards) => new Set(cards.map((c) => c.id)).size === cards.length, { error: "a source is listed twice" })
    });
    whole = body.extend({ id });
  }
});

// src/numeric/random.ts
function splitMix64(seed) {
  let state = seed & mask64;
  return () => {
    state = state + 0x9e3779b97f4a7c15n & mask64;
    let z3 = state;
    z3 = (z3 ^ z3 >> 30n) * 0xbf58476d1ce4e5b9n & mask64;
    z3 = (z3 ^ z3 >> 27n) * 0x94d049bb133111ebn & mask64;
    return z3 ^ z3 >> 31n;
  };
}
function xoshiro128(state) {
  let [a, b, c, d] = state;
  if ((a | b | c | d) === 0) throw new RangeError("xoshiro128: the state must not be all zero");
  const uint32 = () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
  const below = (bound2) => drawBelow(uint32, bound2, limitOf(bound2));
  const fillBelow = (target, bound2) => {
    const limit2 = limitOf(bound2);
    for (let i = 0; i < target.length; i++) target[i] = drawBelow(uint32, bound2, limit2);
  };
  return { uint32, below, fillBelow };
}
function randomStream(seed, name, index = 0) {
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(index))
    throw new RangeError("randomStream: seed and index must be safe integers");
  return xoshiro128(startOf(seed, name, index));
}
function startOf(seed, name, index) {
  const key = `${seed} ${index} ${name}`;
  const kept = starts.get(key);
  if (kept !== void 0) return kept;
  const next = splitMix64(namedWord(seed, name) ^ BigInt(index) & mask64);
  const [first, second] = [next(), next()];
  const start = [low(first), high(first), low(second), high(second)];
  if (starts.size >= 4096) starts.clear();
  starts.set(key, start);
  return start;
}
function namedWord(seed, name) {
  const key = `${seed} ${name}`;
  const found = namedWords.get(key);
  if (found !== void 0) return found;
  const word = splitMix64(splitMix64(BigInt(seed))() ^ fnv1a64(name))();
  if (namedWords.size >= 64) namedWords.clear();
  namedWords.set(key, word);
  return word;
}
function fnv1a64(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = (hash ^ BigInt(byte)) * 0x100000001b3n & mask64;
  return hash;
}
function limitOf(bound2) {
  if (!Number.isInteger(bound2) || bound2 < 1 || bound2 > 2 ** 32) throw new RangeError(`below: ${bound2} is not an integer from 1 to 2^32`);
  return 2 ** 32 - 2 ** 32 % bound2;
}
function drawBelow(uint32, bound2, limit2) {
  let word = uint32();
  while (word >= limit2) word = uint32();
  return word % bound2;
}
var mask64, starts, namedWords, low, high, rotateLeft;
var init_random = __esm({
  "src/numeric/random.ts"() {
    "use strict";
    mask64 = (1n << 64n) - 1n;
    starts = /* @__PURE__ */ new Map();
    namedWords = /* @__PURE__ */ new Map();
    low = (word) => Number(word & 0xffffffffn);
    high = (word) => Number(word >> 32n);
    rotateLeft = (x, by) => x << by | x >>> 32 - by;
  }
});

// src/numeric/quantile.ts
function quantile(values, p, from = 0, to = values.length) {
  const last = to - from - 1;
  if (last < 0) return Number.NaN;
  const depth = p <= 0.5 ? last * p : last - last * p;
  const heap = new Float64Array(Math.floor(depth) + 2);
  return p <= 0.5 ? fromBelow(values, from, to, depth, heap) : fromAbove(values, from, to, depth, heap);
}
function fromBelow(values, from, to, depth, heap) {
  return atDepth(values, 1, from, to, depth, heap);
}
function fromAbove(values, from, to, depth, heap) {
  return 0 - atDepth(values, -1, from, to, depth, heap);
}
function atDepth(values, sign, from, to, depth, heap) {
  const rank4 = Math.floor(depth);
  const size = Math.min(rank4 + 2, to - from);
  keepSmallest(values, sign, from, to, heap, size);
  const outer = heap[0];
  if (size < rank4 + 2) return outer;
  const inner = size === 2 ? heap[1] : Math.max(heap[1], heap[2]);
  return inner + (depth - rank4) * (outer - inner);
}
function keepSmallest(values, sign, from, to, heap, size) {
  for (let i = 0; i < size; i++) heap[i] = sign * values[from + i];
  for (let i = (size >>> 1) - 1; i >= 0; i--) sink(heap, i, size, heap[i]);
  for (let i = from + size; i < to; i++) {
    const value = sign * values[i];
    if (value < heap[0]) sink(heap, 0, size, value);
  }
}
function sink(heap, from, size, value) {
  let at = from;
  for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && heap[child + 1] > heap[child]) child++;
    if (heap[child] <= value) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = value;
}
var init_quantile = __esm({
  "src/numeric/quantile.ts"() {
    "use strict";
  }
});

// src/numeric/normal.ts
function normalDensity(x) {
  return inverseRootTwoPi * gaussian(Math.abs(x));
}
function normalCdf(x) {
  if (Number.isNaN(x)) return Number.NaN;
  const y = Math.abs(x);
  if (y <= middle) return 0.5 + x * near(x);
  const tail = gaussian(y) * tailFactor(y);
  return x > 0 ? 1 - tail : tail;
}
function normalQuantile(p) {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r2 = 0.180625 - q * q;
    return q * ratio(r2, centralTop, centralBottom);
  }
  const least3 = q < 0 ? p : 1 - p;
  if (least3 === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(least3));
  const x = r <= 5 ? ratio(r - 1.6, outerTop, outerBottom) : ratio(r - 5, farTop, farBottom);
  return q < 0 ? -x : x;
}
function millsRatio(x) {
  if (x > middle) return tailFactor(x) / inverseRootTwoPi;
  return normalCdf(-x) / normalDensity(x);
}
function logNormalCdf(x) {
  if (x > middle) return Math.log1p(-normalCdf(-x));
  return x < -middle ? Math.log(millsRatio(-x) * inverseRootTwoPi) - 0.5 * x * x : Math.log(normalCdf(x));
}
function near(x) {
  return ratio(x * x, nearTop, nearBottom);
}
function tailFactor(y) {
  if (y <= 5.656854249492381) return ratio(y, tailTop, tailBottom);
  return inverseRootTwoPi / fraction(y);
}
function fraction(y) {
  let value = y;
  for (let k = 40; k >= 1; k--) value = y + k / value;
  return value;
}
function gaussian(y) {
  if (y > 40) return 0;
  const coarse = Math.trunc(y * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (y - coarse) * (y + coarse));
}
function ratio(x, top, bottom) {
  return polynomial(x, top) / polynomial(x, bottom);
}
function polynomial(x, coefficients) {
  let sum2 = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum2 = sum2 * x + coefficients[i];
  return sum2;
}
var inverseRootTwoPi, middle, nearTop, nearBottom, tailTop, tailBottom, centralTop, centralBottom, outerTop, outerBottom, farTop, farBottom;
var init_normal = __esm({
  "src/numeric/normal.ts"() {
    "use strict";
    inverseRootTwoPi = 0.3989422804014327;
    middle = 0.67448975;
    nearTop = [18154.98125334356, 1067.6894854603709, 161.02823106855587, 2.2352520354606837, 0.06568233791820745];
    nearBottom = [45507.78933502673, 10260.932208618979, 976.0985517377767, 47.202581904688245, 1];
    tailTop = [
      9842.714838383978,
      11602.65143764735,
      6848.190450536283,
      2494.5375852903726,
      597.2702763948002,
      93.50665613217785,
      8.883149794388377,
      0.39894151208813466,
      10765576773720192e-24
    ];
    tailBottom = [
      19685.429676859992,
      38912.00328609327,
      34900.95272114598,
      18615.571640885097,
      6485.558298266761,
      1519.3775994075547,
      235.387901782625,
      22.266688044328117,
      1
    ];
    centralTop = [
      3.3871328727963665,
      133.14166789178438,
      1971.5909503065513,
      13731.69376550946,
      45921.95393154987,
      67265.7709270087,
      33430.57558358813,
      2509.0809287301227
    ];
    centralBottom = [
      1,
      42.31333070160091,
      687.1870074920579,
      5394.196021424751,
      21213.794301586597,
      39307.89580009271,
      28729.085735721943,
      5226.495278852854
    ];
    outerTop = [
      1.4234371107496835,
      4.630337846156546,
      5.769497221460691,
      3.6478483247632045,
      1.2704582524523684,
      0.2417807251774506,
      0.022723844989269184,
      7745450142783414e-19
    ];
    outerBottom = [
      1,
      2.053191626637759,
      1.6763848301838038,
      0.6897673349851,
      0.14810397642748008,
      0.015198666563616457,
      5475938084995345e-19,
      10507500716444169e-25
    ];
    farTop = [
      6.657904643501103,
      5.463784911164114,
      1.7848265399172913,
      0.29656057182850487,
      0.026532189526576124,
      0.0012426609473880784,
      27115555687434876e-21,
      20103343992922881e-23
    ];
    farBottom = [
      1,
      0.599832206555888,
      0.1369298809227358,
      0.014875361290850615,
      7868691311456133e-19,
      18463183175100548e-21,
      1421511758316446e-22,
      20442631033899397e-31
    ];
  }
});

// src/assessments/pairs/every-dyad.ts
init_errors();
init_threads();
import { availableParallelism } from "node:os";
import { setImmediate as turn } from "node:timers/promises";

// src/states/names/fold.ts
var plain = {
  \u0131: "i",
  \u00F8: "o",
  \u0111: "d",
  \u00F0: "d",
  \u0142: "l",
  \u00DF: "ss",
  \u00E6: "ae",
  \u0153: "oe",
  \u00FE: "th",
  \u0127: "h",
  \u014B: "n",
  \u0259: "a",
  "&": " "
};
var lookAlikes = {
  \u0430: "a",
  \u0432: "b",
  \u0435: "e",
  \u043A: "k",
  \u049B: "k",
  \u043C: "m",
  \u043D: "h",
  \u04BB: "h",
  \u043E: "o",
  \u0440: "p",
  \u0441: "c",
  \u0442: "t",
  \u0443: "y",
  \u04AF: "y",
  \u04B1: "y",
  \u0445: "x",
  \u0456: "i",
  \u0458: "j",
  \u0455: "s",
  "\u0501": "d",
  \u0475: "v",
  "\u051B": "q",
  "\u051D": "w"
};
var expansions = { st: "saint", ste: "sainte", rep: "republic", dem: "democratic", fed: "federal" };
var emptyWords = /* @__PURE__ */ new Set(["the", "of", "and"]);
var leadingArticles = /* @__PURE__ */ new Set(["la", "le", "les", "el", "los", "las", "il", "gli", "die"]);
var trailingArticle = /(?<!\s)\s*\((?:l['’]|la|le|les|el|los|las)\)(?=[\s*]*$)/iu;
var apostrophes = "'\u2019\u02BC\u02BB\u2018`\xB4\u02B9";
function classify(letter) {
  const same = plain[letter] ?? lookAlikes[letter];
  if (same !== void 0) return same;
  if (apostrophes.includes(letter)) return "'";
  if (letter === "." || /[\p{L}\p{N}]/u.test(letter)) return letter;
  return /[\p{M}\p{Cf}]/u.test(letter) ? "" : " ";
}
var classes = /* @__PURE__ */ new Map();
function classOf(letter) {
  let found = classes.get(letter);
  if (found === void 0) {
    found = classify(letter);
    classes.set(letter, found);
  }
  return found;
}
function wordsOf(text) {
  const words5 = [];
  let word = "";
  let sinceStop = 0;
  let apostrophe = -1;
  const close = () => {
    if (word !== "") words5.push(word);
    word = "";
    sinceStop = 0;
    apostrophe = -1;
  };
  for (const letter of text) {
    const kind = classOf(letter);
    if (kind === "'") {
      if (word === "l" && words5.length === 0) word = "";
      apostrophe = word.length;
    } else if (kind === "." && sinceStop === 1) sinceStop = 0;
    else if (kind === " " || kind === ".") {
      if (word !== "") close();
    } else {
      word += kind;
      sinceStop += kind.length;
    }
  }
  if (apostrophe >= 0 && apostrophe === word.length - 1 && word.endsWith("s")) word = word.slice(0, -1);
  close();
  return words5;
}
var isAscii = (text) => /^[ -~]*$/.test(text);
function fold(spelling) {
  const decomposed = isAscii(spelling) ? spelling.toLowerCase() : spelling.normalize("NFKD").toLowerCase().normalize("NFKD");
  const words5 = [];
  for (const word of wordsOf(decomposed.includes("(") ? decomposed.replace(trailingArticle, "") : decomposed)) {
    const whole3 = Object.hasOwn(expansions, word) ? expansions[word] : word;
    if (emptyWords.has(whole3) || words5.length === 0 && leadingArticles.has(whole3)) continue;
    words5.push(whole3);
  }
  return words5.join(" ");
}

// src/states/tables/blocs.ts
var blocs = [
  {
    id: "AES",
    name: "Alliance of Sahel States",
    founded: "2023-09-16",
    dissolved: null,
    spellings: ["Confederation of Sahel States"],
    kind: "alliance"
  },
  {
    id: "APEC",
    name: "Asia-Pacific Economic Cooperation",
    founded: "1989-11-01",
    dissolved: null,
    spellings: [],
    kind: "forum",
    note: "its members are economies: Hong Kong and Taiwan (as Chinese Taipei) are among the 21"
  },
  {
    id: "ARAB-LEAGUE",
    name: "League of Arab States",
    founded: "1945-03-22",
    dissolved: null,
    spellings: ["Arab League", "LAS"],
    kind: "regional organisation",
    note: 'a suspended state is no member while the suspension lasts and has role "suspended"; Palestine is a member under PSE'
  },
  {
    id: "ASEAN",
    name: "Association of Southeast Asian Nations",
    founded: "1967-08-08",
    dissolved: null,
    spellings: ["Association of South-East Asian Nations"],
    kind: "regional organisation"
  },
  {
    id: "AU",
    name: "African Union",
    founded: "2002-07-09",
    dissolved: null,
    spellings: [],
    kind: "regional organisation",
    note: "successor of the Organisation of African Unity (1963-05-25 to 2002-07-08), which is not kept here; suspensions are notes; the Sahrawi Republic is a member under ESH"
  },
  {
    id: "AUKUS",
    name: "Australia-United Kingdom-United States partnership",
    founded: "2021-09-15",
    dissolved: null,
    spellings: [],
    kind: "security partnership"
  },
  {
    id: "BRICS",
    name: "BRICS",
    founded: "2009-06-16",
    dissolved: null,
    spellings: ["BRIC", "BRICS+", "BRICS plus"],
    kind: "forum",
    note: "counted from the first summit; partner countries since 2025; Saudi Arabia is invited and has not said that it joined"
  },
  {
    id: "CIS",
    name: "Commonwealth of Independent States",
    founded: "1991-12-08",
    dissolved: null,
    spellings: ["SNG"],
    kind: "regional organisation",
    note: "signatories of 1991 are members; from the Charter (1993-01-22) on, those that did not ratify it are participants or associates"
  },
  {
    id: "CSTO",
    name: "Collective Security Treaty Organization",
    founded: "1994-04-20",
    dissolved: null,
    spellings: ["Collective Security Treaty Organisation", "Collective Security Treaty", "Tashkent Treaty", "Tashkent Pact", "ODKB"],
    kind: "alliance",
    note: "from the entry into force of the Collective Security Treaty; an organisation since the Charter of 2002-10-07"
  },
  {
    id: "EAEU",
    name: "Eurasian Economic Union",
    founded: "2015-01-01",
    dissolved: null,
    spellings: ["EEU", "Eurasian Union"],
    kind: "economic union"
  },
  {
    id: "ECOWAS",
    name: "Economic Community of West African States",
    founded: "1975-05-28",
    dissolved: null,
    spellings: ["CEDEAO"],
    kind: "regional organisation"
  },
  {
    id: "EU",
    name: "European Union",
    founded: "1958-01-01",
    dissolved: null,
    spellings: ["European Community", "European Communities", "European Economic Community", "EEC", "EU27", "EU-27", "EU28", "EU-28"],
    kind: "union",
    note: "the European Economic Community from 1958, the Union from 1993-11-01"
  },
  {
    id: "EUROZONE",
    name: "Euro area",
    founded: "1999-01-01",
    dissolved: null,
    spellings: ["Eurozone", "Euro zone"],
    kind: "monetary union"
  },
  {
    id: "G20",
    name: "Group of Twenty",
    founded: "1999-09-26",
    dissolved: null,
    spellings: ["G-20"],
    kind: "forum",
    note: "19 states here; the European Union (from the start) and the African Union (from 2023-09-09) are members too and have no row"
  },
  {
    id: "G7",
    name: "Group of Seven",
    founded: "1975-11-15",
    dissolved: null,
    spellings: ["G-7", "G6"],
    kind: "forum",
    note: "the European Union takes part and has no row; with Russia: G8"
  },
  {
    id: "G8",
    name: "Group of Eight",
    founded: "1998-05-15",
    dissolved: "2014-03-23",
    spellings: ["G-8"],
    kind: "forum",
    note: "the seven and Russia, from the Birmingham summit to the suspension of Russia; the seven went on meeting as G7"
  },
  {
    id: "GCC",
    name: "Gulf Cooperation Council",
    founded: "1981-05-25",
    dissolved: null,
    spellings: ["Cooperation Council for the Arab States of the Gulf", "Gulf Co-operation Council"],
    kind: "regional organisation"
  },
  {
    id: "MERCOSUR",
    name: "Southern Common Market",
    founded: "1991-03-26",
    dissolved: null,
    spellings: ["Mercosul"],
    kind: "economic union"
  },
  {
    id: "NATO",
    name: "North Atlantic Treaty Organization",
    founded: "1949-04-04",
    dissolved: null,
    spellings: ["North Atlantic Treaty Organisation", "North Atlantic Alliance", "Atlantic Alliance", "OTAN"],
    kind: "alliance",
    note: "founders count from the signature; the treaty entered into force on 1949-08-24"
  },
  {
    id: "NON-ALIGNED",
    name: "Non-Aligned Movement",
    founded: "1961-09-01",
    dissolved: null,
    spellings: ["Nonaligned Movement", "Non Aligned Movement", "Non-Aligned", "Non-aligned countries"],
    kind: "forum",
    note: "most dates are years of admission only; Palestine is a member under PSE"
  },
  {
    id: "OECD",
    name: "Organisation for Economic Co-operation and Development",
    founded: "1961-09-30",
    dissolved: null,
    spellings: ["Organization for Economic Cooperation and Development", "OCDE"],
    kind: "economic organisation"
  },
  {
    id: "OPEC",
    name: "Organization of the Petroleum Exporting Countries",
    founded: "1960-09-14",
    dissolved: null,
    spellings: ["Organisation of the Petroleum Exporting Countries", "Organization of Petroleum Exporting Countries"],
    kind: "producer group"
  },
  {
    id: "OPEC+",
    name: "Declaration of Cooperation of OPEC and other producers",
    founded: "2016-12-10",
    dissolved: null,
    spellings: ["OPEC plus", "OPECplus", "OPEC-plus", "Declaration of Cooperation"],
    kind: "producer group",
    note: "OPEC members while they are members, and the other parties to the Declaration of 2016-12-10"
  },
  {
    id: "P5",
    name: "Permanent members of the UN Security Council",
    founded: "1945-10-24",
    dissolved: null,
    spellings: [
      "permanent five",
      "permanent members of the Security Council",
      "UNSC permanent members",
      "UN Security Council permanent members"
    ],
    kind: "universal organisation"
  },
  {
    id: "QUAD",
    name: "Quadrilateral Security Dialogue",
    founded: "2007-05-01",
    dissolved: null,
    spellings: ["Quadrilateral Dialogue"],
    kind: "security partnership",
    note: "met in 2007, lapsed in 2008, revived in November 2017"
  },
  {
    id: "SCO",
    name: "Shanghai Cooperation Organisation",
    founded: "2001-06-15",
    dissolved: null,
    spellings: ["Shanghai Cooperation Organization", "Shanghai Co-operation Organisation"],
    kind: "regional organisation",
    note: 'successor of the Shanghai Five (1996); observers and dialogue partners were made one status, "partner", on 2025-09-01'
  },
  {
    id: "UN",
    name: "United Nations",
    founded: "1945-10-24",
    dissolved: null,
    spellings: ["UNO", "United Nations Organization", "United Nations Organisation", "ONU"],
    kind: "universal organisation",
    note: "China's seat was Taipei's (TWN) to 1971-10-24"
  },
  {
    id: "WARSAW-PACT",
    name: "Warsaw Treaty Organization",
    founded: "1955-05-14",
    dissolved: "1991-07-01",
    spellings: ["Warsaw Pact", "Warsaw Treaty", "Warsaw Treaty Organisation"],
    kind: "alliance"
  },
  {
    id: "WTO",
    name: "World Trade Organization",
    founded: "1995-01-01",
    dissolved: null,
    spellings: ["World Trade Organisation", "OMC"],
    kind: "economic organisation",
    note: "165 states and customs territories here; the European Union is the 166th member and has no row"
  }
];
var keyOf = (spelling) => spelling.normalize("NFC").toLowerCase().replaceAll(".", "").replace(/[\s‐-―-]+/g, " ").trim().replace(/^the /, "");
var bySpelling = new Map(
  blocs.flatMap((bloc) => [bloc.id, bloc.name, ...bloc.spellings].map((spelling) => [keyOf(spelling), bloc]))
);
function blocOf(spelling) {
  return bySpelling.get(keyOf(spelling));
}
var inForce = (membership2, date2) => membership2.start_date <= date2 && (membership2.end_date === null || date2 <= membership2.end_date);
function membersOn(memberships2, bloc, date2, role = "member") {
  const found = memberships2.filter((row) => row.bloc === bloc && row.role === role && inForce(row, date2));
  return [...new Set(found.map((row) => row.state))].sort();
}
function sharedBlocs(memberships2, a, b, date2) {
  const of = (state) => new Set(membershipsOf(memberships2, state, date2).flatMap((row) => row.role === "member" ? [row.bloc] : []));
  const others2 = of(b);
  return [...of(a)].filter((bloc) => others2.has(bloc)).sort();
}
function membershipsOf(memberships2, state, date2) {
  return memberships2.filter((row) => row.state === state && inForce(row, date2));
}

// src/states/tables/span.ts
var dayAfter = (day2) => new Date(Date.parse(day2) + 864e5).toISOString().slice(0, 10);
function isInSpan(span2, day2) {
  return span2.from <= day2 && (span2.to === null || day2 <= span2.to);
}
function unionOf(spans) {
  const united = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from < b.from ? -1 : 1)) {
    const last = united.at(-1);
    if (last === void 0 || last.to !== null && dayAfter(last.to) < from) united.push({ from, to });
    else if (last.to !== null && (to === null || to > last.to)) last.to = to;
  }
  return united;
}

// src/states/tables/state-row.ts
var parts = (text, separator) => text.split(separator).map((part2) => part2.trim()).filter((part2) => part2 !== "");
function spanOf(text) {
  const [from = "", to = ""] = text.split("/");
  return { from, to: to === "" ? null : to };
}
function codeSpansOf(field) {
  return parts(field, ";").flatMap((group) => {
    const [code = "", spans = ""] = group.split(":");
    return parts(spans, ",").map((span2) => ({ code: Number(code), ...spanOf(span2) }));
  });
}
function nameSpansOf(field) {
  return parts(field, ";").map((entry) => {
    const cut2 = entry.lastIndexOf(" ");
    return { name: entry.slice(0, cut2), ...spanOf(entry.slice(cut2 + 1)) };
  });
}
function stateOfRow(row) {
  const [iso3 = "", iso2 = "", m49 = "", name = "", official = "", cow = "", gw = "", predecessors = "", names2 = ""] = row.split("|").map((field) => field.trim());
  const codes = { cow: codeSpansOf(cow), gw: codeSpansOf(gw) };
  return {
    iso3,
    iso2: iso2 === "" ? null : iso2,
    m49: m49 === "" ? null : Number(m49),
    name,
    official,
    names: nameSpansOf(names2),
    spans: unionOf([...codes.cow, ...codes.gw]),
    ...codes,
    predecessors: parts(predecessors, " "),
    successors: []
  };
}
function statesOfTable(table2) {
  const states2 = parts(table2, "\n").map(stateOfRow);
  const successors = /* @__PURE__ */ new Map();
  for (const { iso3, predecessors } of states2) {
    for (const predecessor of predecessors) successors.set(predecessor, [...successors.get(predecessor) ?? [], iso3].sort());
  }
  return states2.map((state) => ({ ...state, successors: successors.get(state.iso3) ?? [] }));
}

// src/states/tables/table-africa.ts
var africa = `
CPV | CV | 132 | Cabo Verde | Republic of Cabo Verde | 402: 1975-07-05/ | 402: 1975-07-05/ |  | Cape Verde 1975-07-05/2013-10-23
STP | ST | 678 | S\xE3o Tom\xE9 and Pr\xEDncipe | Democratic Republic of S\xE3o Tom\xE9 and Pr\xEDncipe | 403: 1975-07-12/ |  |  |
GNB | GW | 624 | Guinea-Bissau | Republic of Guinea-Bissau | 404: 1974-09-10/ | 404: 1974-09-10/ |  |
GNQ | GQ | 226 | Equatorial Guinea | Republic of Equatorial Guinea | 411: 1968-10-12/ | 411: 1968-10-12/ |  |
GMB | GM | 270 | Gambia | Republic of the Gambia | 420: 1965-02-18/ | 420: 1965-02-18/ |  |
MLI | ML | 466 | Mali | Republic of Mali | 432: 1960-06-20/ | 432: 1960-09-22/ |  |
SEN | SN | 686 | Senegal | Republic of Senegal | 433: 1960-08-20/ | 433: 1960-04-04/ |  |
BEN | BJ | 204 | Benin | Republic of Benin | 434: 1960-08-01/ | 434: 1960-08-01/ |  | Dahomey 1960-08-01/1975-11-29
MRT | MR | 478 | Mauritania | Islamic Republic of Mauritania | 435: 1960-11-28/ | 435: 1960-11-28/ |  |
NER | NE | 562 | Niger | Republic of the Niger | 436: 1960-10-03/ | 436: 1960-08-03/ |  |
CIV | CI | 384 | C\xF4te d'Ivoire | Republic of C\xF4te d'Ivoire | 437: 1960-08-07/ | 437: 1960-08-07/ |  | Ivory Coast 1960-08-07/1985-12-31
GIN | GN | 324 | Guinea | Republic of Guinea | 438: 1958-10-02/ | 438: 1958-10-02/ |  |
BFA | BF | 854 | Burkina Faso | Burkina Faso | 439: 1960-08-05/ | 439: 1960-08-05/ |  | Upper Volta 1960-08-05/1984-08-03
LBR | LR | 430 | Liberia | Republic of Liberia | 450: 1920-06-30/ | 450: 1847-07-26/ |  |
SLE | SL | 694 | Sierra Leone | Republic of Sierra Leone | 451: 1961-04-27/ | 451: 1961-04-27/ |  |
GHA | GH | 288 | Ghana | Republic of Ghana | 452: 1957-03-06/ | 452: 1957-03-06/ |  |
TGO | TG | 768 | Togo | Togolese Republic | 461: 1960-04-27/ | 461: 1960-04-27/ |  |
CMR | CM | 120 | Cameroon | Republic of Cameroon | 471: 1960-01-01/ | 471: 1960-01-01/ |  |
NGA | NG | 566 | Nigeria | Federal Republic of Nigeria | 475: 1960-10-01/ | 475: 1960-10-01/ |  |
GAB | GA | 266 | Gabon | Gabonese Republic | 481: 1960-08-17/ | 481: 1960-08-17/ |  |
CAF | CF | 140 | Central African Republic | Central African Republic | 482: 1960-08-13/ | 482: 1960-08-13/ |  | Central African Empire 1976-12-04/1979-09-20
TCD | TD | 148 | Chad | Republic of Chad | 483: 1960-08-11/ | 483: 1960-08-11/ |  |
COG | CG | 178 | Republic of the Congo | Republic of the Congo | 484: 1960-08-15/ | 484: 1960-08-15/ |  |
COD | CD | 180 | Democratic Republic of the Congo | Democratic Republic of the Congo | 490: 1960-06-30/ | 490: 1960-06-30/ |  | Congo (L\xE9opoldville) 1960-06-30/1964-07-31; Zaire 1971-10-27/1997-05-16
UGA | UG | 800 | Uganda | Republic of Uganda | 500: 1962-10-09/ | 500: 1962-10-09/ |  |
KEN | KE | 404 | Kenya | Republic of Kenya | 501: 1963-12-12/ | 501: 1963-12-12/ |  |
TZA | TZ | 834 | Tanzania | United Republic of Tanzania | 510: 1961-12-09/ | 510: 1961-12-09/ | ZAN | Tanganyika 1961-12-09/1964-04-25; Tanganyika and Zanzibar 1964-04-26/1964-10-28
ZAN |  |  | Zanzibar | People's Republic of Zanzibar | 511: 1963-12-19/1964-04-26 | 511: 1963-12-19/1964-04-26 |  |
BDI | BI | 108 | Burundi | Republic of Burundi | 516: 1962-07-01/ | 516: 1962-07-01/ |  |
RWA | RW | 646 | Rwanda | Republic of Rwanda | 517: 1962-07-01/ | 517: 1962-01-07/ |  |
SOM | SO | 706 | Somalia | Federal Republic of Somalia | 520: 1960-07-01/ | 520: 1960-07-01/ |  |
DJI | DJ | 262 | Djibouti | Republic of Djibouti | 522: 1977-06-27/ | 522: 1977-06-27/ |  |
ETH | ET | 231 | Ethiopia | Federal Democratic Republic of Ethiopia | 530: 1898-01-01/1936-05-05, 1941-05-05/ | 530: 1855-02-11/ |  |
ERI | ER | 232 | Eritrea | State of Eritrea | 531: 1993-05-24/ | 531: 1993-05-24/ | ETH |
AGO | AO | 24 | Angola | Republic of Angola | 540: 1975-11-11/ | 540: 1975-11-11/ |  |
MOZ | MZ | 508 | Mozambique | Republic of Mozambique | 541: 1975-06-25/ | 541: 1975-06-25/ |  |
ZMB | ZM | 894 | Zambia | Republic of Zambia | 551: 1964-10-24/ | 551: 1964-10-24/ |  |
ZWE | ZW | 716 | Zimbabwe | Republic of Zimbabwe | 552: 1965-11-11/ | 552: 1965-11-11/ |  | Rhodesia 1965-11-11/1979-05-31; Zimbabwe Rhodesia 1979-06-01/1979-12-11; Southern Rhodesia 1979-12-12/1980-04-17
MWI | MW | 454 | Malawi | Republic of Malawi | 553: 1964-07-06/ | 553: 1964-07-06/ |  |
ZAF | ZA | 710 | South Africa | Republic of South Africa | 560: 1920-01-10/ | 560: 1910-05-31/ | OFS TRA | Union of South Africa 1910-05-31/1961-05-30
TRA |  |  | Transvaal | South African Republic |  | 563: 1852-01-01/1910-05-30 |  |
OFS |  |  | Orange Free State | Orange Free State |  | 564: 1854-03-28/1910-05-30 |  |
NAM | NA | 516 | Namibia | Republic of Namibia | 565: 1990-03-21/ | 565: 1990-03-21/ |  |
LSO | LS | 426 | Lesotho | Kingdom of Lesotho | 570: 1966-10-04/ | 570: 1966-10-04/ |  |
BWA | BW | 72 | Botswana | Republic of Botswana | 571: 1966-09-30/ | 571: 1966-09-30/ |  |
SWZ | SZ | 748 | Eswatini | Kingdom of Eswatini | 572: 1968-09-06/ | 572: 1968-09-06/ |  | Swaziland 1968-09-06/2018-04-18
MDG | MG | 450 | Madagascar | Republic of Madagascar | 580: 1960-06-26/ | 580: 1816-01-01/1896-08-05, 1960-06-26/ |  | Malagasy Republic 1960-06-26/1975-12-20
COM | KM | 174 | Comoros | Union of the Comoros | 581: 1975-12-31/ | 581: 1975-07-06/ |  |
MUS | MU | 480 | Mauritius | Republic of Mauritius | 590: 1968-03-12/ | 590: 1968-03-12/ |  |
SYC | SC | 690 | Seychelles | Republic of Seychelles | 591: 1976-06-29/ |  |  |
MAR | MA | 504 | Morocco | Kingdom of Morocco | 600: 1847-01-01/1912-03-30, 1956-03-02/ | 600: 1816-01-01/1904-01-01, 1956-03-02/ |  |
DZA | DZ | 12 | Algeria | People's Democratic Republic of Algeria | 615: 1962-07-05/ | 615: 1816-01-01/1830-07-05, 1962-07-05/ |  |
TUN | TN | 788 | Tunisia | Republic of Tunisia | 616: 1825-01-01/1881-05-12, 1956-03-20/ | 616: 1816-01-01/1881-05-12, 1956-01-01/ |  |
LBY | LY | 434 | Libya | State of Libya | 620: 1951-12-24/ | 620: 1816-01-01/1834-12-31, 1951-12-24/ |  |
SDN | SD | 729 | Sudan | Republic of the Sudan | 625: 1956-01-01/ | 625: 1956-01-01/ |  |
SSD | SS | 728 | South Sudan | Republic of South Sudan | 626: 2011-07-09/ | 626: 2011-07-09/ | SDN |
`;

// src/states/tables/table-americas.ts
var americas = `
USA | US | 840 | United States | United States of America | 2: 1816-01-01/ | 2: 1816-01-01/ |  |
CAN | CA | 124 | Canada | Canada | 20: 1920-01-10/ | 20: 1867-07-01/ |  |
BHS | BS | 44 | Bahamas | Commonwealth of the Bahamas | 31: 1973-07-10/ | 31: 1973-07-10/ |  |
CUB | CU | 192 | Cuba | Republic of Cuba | 40: 1902-05-20/1906-09-25, 1909-01-23/ | 40: 1902-05-20/ |  |
HTI | HT | 332 | Haiti | Republic of Haiti | 41: 1859-01-01/1915-07-28, 1934-08-15/ | 41: 1816-01-01/1915-07-04, 1934-08-15/ |  |
DOM | DO | 214 | Dominican Republic | Dominican Republic | 42: 1894-01-01/1916-11-29, 1924-09-29/ | 42: 1844-02-27/ | HTI |
JAM | JM | 388 | Jamaica | Jamaica | 51: 1962-08-06/ | 51: 1962-08-06/ |  |
TTO | TT | 780 | Trinidad and Tobago | Republic of Trinidad and Tobago | 52: 1962-08-31/ | 52: 1962-08-31/ |  |
BRB | BB | 52 | Barbados | Barbados | 53: 1966-11-30/ | 53: 1966-11-30/ |  |
DMA | DM | 212 | Dominica | Commonwealth of Dominica | 54: 1978-11-03/ |  |  |
GRD | GD | 308 | Grenada | Grenada | 55: 1974-02-07/ |  |  |
LCA | LC | 662 | Saint Lucia | Saint Lucia | 56: 1979-02-22/ |  |  |
VCT | VC | 670 | Saint Vincent and the Grenadines | Saint Vincent and the Grenadines | 57: 1979-10-27/ |  |  |
ATG | AG | 28 | Antigua and Barbuda | Antigua and Barbuda | 58: 1981-11-01/ |  |  |
KNA | KN | 659 | Saint Kitts and Nevis | Federation of Saint Christopher and Nevis | 60: 1983-09-19/ |  |  |
MEX | MX | 484 | Mexico | United Mexican States | 70: 1831-01-01/ | 70: 1821-07-01/ |  |
BLZ | BZ | 84 | Belize | Belize | 80: 1981-09-21/ | 80: 1981-09-21/ |  |
UPC |  |  | Central American Federation | Federal Republic of Central America |  | 89: 1823-07-01/1839-12-31 |  |
GTM | GT | 320 | Guatemala | Republic of Guatemala | 90: 1868-01-01/ | 90: 1840-01-01/ | UPC |
HND | HN | 340 | Honduras | Republic of Honduras | 91: 1899-01-01/ | 91: 1840-01-01/ | UPC |
SLV | SV | 222 | El Salvador | Republic of El Salvador | 92: 1875-01-01/ | 92: 1840-01-01/ | UPC |
NIC | NI | 558 | Nicaragua | Republic of Nicaragua | 93: 1900-01-01/ | 93: 1840-01-01/ | UPC |
CRI | CR | 188 | Costa Rica | Republic of Costa Rica | 94: 1920-01-01/ | 94: 1840-01-01/ | UPC |
PAN | PA | 591 | Panama | Republic of Panama | 95: 1903-11-03/ | 95: 1903-11-03/ | COL |
GCL |  |  | Gran Colombia | Republic of Colombia (1819-1831) |  | 99: 1821-08-30/1830-09-22 |  |
COL | CO | 170 | Colombia | Republic of Colombia | 100: 1831-01-01/ | 100: 1830-09-23/ | GCL | New Granada 1831-10-20/1858-05-21; Granadine Confederation 1858-05-22/1863-05-07; United States of Colombia 1863-05-08/1886-08-04
VEN | VE | 862 | Venezuela | Bolivarian Republic of Venezuela | 101: 1841-01-01/ | 101: 1829-01-01/ | GCL |
GUY | GY | 328 | Guyana | Co-operative Republic of Guyana | 110: 1966-05-26/ | 110: 1966-05-26/ |  |
SUR | SR | 740 | Suriname | Republic of Suriname | 115: 1975-11-25/ | 115: 1975-11-25/ |  |
ECU | EC | 218 | Ecuador | Republic of Ecuador | 130: 1854-01-01/ | 130: 1830-05-13/ | GCL |
PER | PE | 604 | Peru | Republic of Peru | 135: 1839-01-01/ | 135: 1824-12-09/ |  |
BRA | BR | 76 | Brazil | Federative Republic of Brazil | 140: 1822-09-07/ | 140: 1822-09-07/ |  |
BOL | BO | 68 | Bolivia | Plurinational State of Bolivia | 145: 1848-01-01/ | 145: 1825-08-06/ |  |
PRY | PY | 600 | Paraguay | Republic of Paraguay | 150: 1846-01-01/1870-06-20, 1876-06-22/ | 150: 1816-01-01/ |  |
CHL | CL | 152 | Chile | Republic of Chile | 155: 1839-01-01/ | 155: 1818-04-01/ |  |
ARG | AR | 32 | Argentina | Argentine Republic | 160: 1841-01-01/ | 160: 1816-07-09/ |  |
URY | UY | 858 | Uruguay | Eastern Republic of Uruguay | 165: 1882-01-01/ | 165: 1830-05-26/ | BRA |
`;

// src/states/tables/table-asia.ts
var asia = `
IRN | IR | 364 | Iran | Islamic Republic of Iran | 630: 1855-01-01/ | 630: 1816-01-01/ |  | Persia 1816-01-01/1935-03-20
TUR | TR | 792 | T\xFCrkiye | Republic of T\xFCrkiye | 640: 1816-01-01/ | 640: 1816-01-01/ |  | Ottoman Empire 1816-01-01/1923-10-28; Turkey 1923-10-29/2022-05-31
IRQ | IQ | 368 | Iraq | Republic of Iraq | 645: 1932-10-03/ | 645: 1932-10-03/ |  |
EGY | EG | 818 | Egypt | Arab Republic of Egypt | 651: 1855-01-01/1882-09-15, 1937-05-26/ | 651: 1827-01-01/1855-12-31, 1922-02-28/ |  | United Arab Republic 1958-02-22/1971-09-01
SYR | SY | 760 | Syria | Syrian Arab Republic | 652: 1946-04-17/1958-02-01, 1961-09-29/ | 652: 1946-01-01/ |  |
LBN | LB | 422 | Lebanon | Lebanese Republic | 660: 1946-03-10/ | 660: 1944-11-22/ |  |
JOR | JO | 400 | Jordan | Hashemite Kingdom of Jordan | 663: 1946-03-22/ | 663: 1946-05-25/ |  | Transjordan 1946-03-22/1949-04-25
ISR | IL | 376 | Israel | State of Israel | 666: 1948-05-14/ | 666: 1948-05-14/ |  |
SAU | SA | 682 | Saudi Arabia | Kingdom of Saudi Arabia | 670: 1927-05-20/ | 670: 1932-09-23/ |  | Hejaz and Nejd 1927-05-20/1932-09-22
YAR |  | 886 | North Yemen | Yemen Arab Republic | 678: 1926-09-02/1990-05-21 | 678: 1918-10-30/1990-05-21 |  | Kingdom of Yemen 1918-10-30/1962-09-26
YEM | YE | 887 | Yemen | Republic of Yemen | 679: 1990-05-22/ | 678: 1990-05-22/ | YAR YMD |
YMD | YD | 720 | South Yemen | People's Democratic Republic of Yemen | 680: 1967-11-30/1990-05-21 | 680: 1967-11-30/1990-05-21 |  | Southern Yemen 1967-11-30/1970-11-29; Democratic Yemen 1970-11-30/1990-05-21
KWT | KW | 414 | Kuwait | State of Kuwait | 690: 1961-06-19/ | 690: 1961-06-19/ |  |
BHR | BH | 48 | Bahrain | Kingdom of Bahrain | 692: 1971-08-15/ | 692: 1971-08-15/ |  |
QAT | QA | 634 | Qatar | State of Qatar | 694: 1971-09-03/ | 694: 1971-09-03/ |  |
ARE | AE | 784 | United Arab Emirates | United Arab Emirates | 696: 1971-12-02/ | 696: 1971-12-02/ |  |
OMN | OM | 512 | Oman | Sultanate of Oman | 698: 1971-10-07/ | 698: 1816-01-01/ |  |
AFG | AF | 4 | Afghanistan | Islamic Republic of Afghanistan | 700: 1919-08-08/ | 700: 1816-01-01/1888-12-30, 1919-05-01/ |  |
TKM | TM | 795 | Turkmenistan | Turkmenistan | 701: 1991-12-26/ | 701: 1991-10-27/ | RUS |
TJK | TJ | 762 | Tajikistan | Republic of Tajikistan | 702: 1991-12-26/ | 702: 1991-09-09/ | RUS |
KGZ | KG | 417 | Kyrgyzstan | Kyrgyz Republic | 703: 1991-12-26/ | 703: 1991-08-31/ | RUS |
UZB | UZ | 860 | Uzbekistan | Republic of Uzbekistan | 704: 1991-12-26/ | 704: 1991-08-31/ | RUS |
KAZ | KZ | 398 | Kazakhstan | Republic of Kazakhstan | 705: 1991-12-26/ | 705: 1991-12-16/ | RUS |
CHN | CN | 156 | China | People's Republic of China | 710: 1860-10-25/ | 710: 1816-01-01/ |  | Qing Empire 1816-01-01/1911-12-31; Republic of China 1912-01-01/1949-09-30
TBT |  |  | Tibet | Tibet |  | 711: 1913-01-01/1950-10-01 | CHN |
MNG | MN | 496 | Mongolia | Mongolia | 712: 1921-03-13/ | 712: 1921-03-13/ | CHN |
TWN | TW | 158 | Taiwan | Republic of China | 713: 1949-12-08/ | 713: 1949-12-08/ | CHN |
JOS |  |  | Korea (to 1910) | Empire of Korea | 730: 1887-01-01/1905-11-17 | 730: 1816-01-01/1910-08-22 |  |
PRK | KP | 408 | North Korea | Democratic People's Republic of Korea | 731: 1948-09-09/ | 731: 1948-09-09/ | JOS |
KOR | KR | 410 | South Korea | Republic of Korea | 732: 1949-06-29/ | 732: 1948-08-15/ | JOS |
JPN | JP | 392 | Japan | Japan | 740: 1860-01-01/1945-08-14, 1952-04-28/ | 740: 1816-01-01/ |  |
IND | IN | 356 | India | Republic of India | 750: 1947-08-15/ | 750: 1947-08-15/ |  |
BTN | BT | 64 | Bhutan | Kingdom of Bhutan | 760: 1971-09-21/ | 760: 1949-01-01/ |  |
PAK | PK | 586 | Pakistan | Islamic Republic of Pakistan | 770: 1947-08-14/ | 770: 1947-08-14/ |  |
BGD | BD | 50 | Bangladesh | People's Republic of Bangladesh | 771: 1971-12-16/ | 771: 1971-12-16/ | PAK |
MMR | MM | 104 | Myanmar | Republic of the Union of Myanmar | 775: 1948-01-04/ | 775: 1816-01-01/1885-12-31, 1948-01-04/ |  | Burma 1816-01-01/1885-12-31; Burma 1948-01-04/1989-06-17
LKA | LK | 144 | Sri Lanka | Democratic Socialist Republic of Sri Lanka | 780: 1948-02-04/ | 780: 1948-02-04/ |  | Ceylon 1948-02-04/1972-05-21
MDV | MV | 462 | Maldives | Republic of Maldives | 781: 1965-07-26/ | 781: 1965-05-26/ |  |
NPL | NP | 524 | Nepal | Federal Democratic Republic of Nepal | 790: 1920-01-01/ | 790: 1816-01-01/ |  |
THA | TH | 764 | Thailand | Kingdom of Thailand | 800: 1887-01-01/ | 800: 1816-01-01/ |  | Siam 1816-01-01/1939-06-23; Siam 1945-09-08/1949-05-10
KHM | KH | 116 | Cambodia | Kingdom of Cambodia | 811: 1953-11-09/ | 811: 1953-11-09/ |  | Khmer Republic 1970-10-09/1975-04-16; Kampuchea 1975-04-17/1989-04-29
LAO | LA | 418 | Laos | Lao People's Democratic Republic | 812: 1953-10-23/ | 812: 1954-05-01/ |  |
ANM |  |  | Annam | Empire of Vietnam |  | 815: 1816-01-01/1893-01-01 |  |
VNM | VN | 704 | Vietnam | Socialist Republic of Viet Nam | 816: 1954-07-21/ | 816: 1954-05-01/ | ANM VDR | North Vietnam 1954-05-01/1976-07-01
VDR |  |  | South Vietnam | Republic of Vietnam | 817: 1954-06-04/1975-04-30 | 817: 1954-05-01/1975-04-30 |  |
MYS | MY | 458 | Malaysia | Malaysia | 820: 1957-08-31/ | 820: 1957-08-31/ |  | Malaya 1957-08-31/1963-09-15
SGP | SG | 702 | Singapore | Republic of Singapore | 830: 1965-08-09/ | 830: 1965-08-09/ | MYS |
BRN | BN | 96 | Brunei | Brunei Darussalam | 835: 1984-01-01/ | 835: 1984-01-01/ |  |
PHL | PH | 608 | Philippines | Republic of the Philippines | 840: 1946-07-04/ | 840: 1946-07-04/ |  |
IDN | ID | 360 | Indonesia | Republic of Indonesia | 850: 1949-12-27/ | 850: 1945-08-17/ |  | United States of Indonesia 1949-12-27/1950-08-16
TLS | TL | 626 | Timor-Leste | Democratic Republic of Timor-Leste | 860: 2002-09-27/ | 860: 2002-05-20/ |  |
`;

// src/states/tables/table-europe.ts
var europe = `
GBR | GB | 826 | United Kingdom | United Kingdom of Great Britain and Northern Ireland | 200: 1816-01-01/ | 200: 1816-01-01/ |  |
IRL | IE | 372 | Ireland | Ireland | 205: 1922-12-06/ | 205: 1921-12-06/ | GBR | Irish Free State 1922-12-06/1937-12-28
NLD | NL | 528 | Netherlands | Kingdom of the Netherlands | 210: 1816-01-01/1940-07-14, 1945-06-26/ | 210: 1816-01-01/ |  |
BEL | BE | 56 | Belgium | Kingdom of Belgium | 211: 1830-12-20/1940-05-28, 1945-06-26/ | 211: 1830-10-04/ | NLD |
LUX | LU | 442 | Luxembourg | Grand Duchy of Luxembourg | 212: 1920-11-15/1940-05-10, 1944-09-10/ | 212: 1867-05-11/ | NLD |
FRA | FR | 250 | France | French Republic | 220: 1816-01-01/1942-11-11, 1944-08-25/ | 220: 1816-01-01/ |  |
MCO | MC | 492 | Monaco | Principality of Monaco | 221: 1993-05-28/ |  |  |
LIE | LI | 438 | Liechtenstein | Principality of Liechtenstein | 223: 1990-09-18/ |  |  |
CHE | CH | 756 | Switzerland | Swiss Confederation | 225: 1816-01-01/ | 225: 1816-01-01/ |  |
ESP | ES | 724 | Spain | Kingdom of Spain | 230: 1816-01-01/ | 230: 1816-01-01/ |  |
AND | AD | 20 | Andorra | Principality of Andorra | 232: 1993-07-28/ |  |  |
PRT | PT | 620 | Portugal | Portuguese Republic | 235: 1816-01-01/ | 235: 1816-01-01/ |  |
HAN |  |  | Hanover | Kingdom of Hanover | 240: 1837-06-20/1866-07-26 | 240: 1816-01-01/1871-01-17 |  |
BAV |  |  | Bavaria | Kingdom of Bavaria | 245: 1816-01-01/1871-01-18 | 245: 1816-01-01/1871-01-17 |  |
DEU | DE | 276 | Germany | Federal Republic of Germany | 255: 1816-01-01/1945-05-08, 1990-10-03/; 260: 1955-05-05/1990-10-02 | 255: 1816-01-01/1945-05-07; 260: 1949-09-21/ | BAD BAV DDR HAN HSE HSG MEC SAX WRT | Prussia 1816-01-01/1871-01-17; West Germany 1949-09-21/1990-10-02
DDR | DD | 278 | East Germany | German Democratic Republic | 265: 1954-03-25/1990-10-02 | 265: 1949-10-05/1990-10-02 | DEU |
BAD |  |  | Baden | Grand Duchy of Baden | 267: 1816-01-01/1871-01-18 | 267: 1816-01-01/1871-01-17 |  |
SAX |  |  | Saxony | Kingdom of Saxony | 269: 1816-01-01/1867-04-17 | 269: 1816-01-01/1871-01-17 |  |
WRT |  |  | W\xFCrttemberg | Kingdom of W\xFCrttemberg | 271: 1816-01-01/1871-01-18 | 271: 1816-01-01/1871-01-17 |  |
HSE |  |  | Hesse-Kassel | Electorate of Hesse | 273: 1816-01-01/1866-07-26 | 273: 1816-01-01/1871-01-17 |  |
HSG |  |  | Hesse-Darmstadt | Grand Duchy of Hesse | 275: 1816-01-01/1867-04-17 | 275: 1816-01-01/1871-01-17 |  |
MEC |  |  | Mecklenburg-Schwerin | Grand Duchy of Mecklenburg-Schwerin | 280: 1843-01-01/1867-04-17 | 280: 1816-01-01/1871-01-17 |  |
POL | PL | 616 | Poland | Republic of Poland | 290: 1918-11-03/1939-09-27, 1945-06-28/ | 290: 1918-11-11/ | AUH DEU RUS |
AUH |  |  | Austria-Hungary | Austro-Hungarian Monarchy | 300: 1816-01-01/1918-11-12 | 300: 1816-01-01/1918-11-13 |  | Austrian Empire 1816-01-01/1867-06-07
AUT | AT | 40 | Austria | Republic of Austria | 305: 1919-09-10/1938-03-13, 1955-07-27/ | 305: 1918-11-14/ | AUH |
HUN | HU | 348 | Hungary | Hungary | 310: 1918-11-16/ | 310: 1918-11-03/ | AUH |
CSK | CS | 200 | Czechoslovakia | Czech and Slovak Federative Republic | 315: 1918-10-28/1939-03-15, 1945-05-10/1992-12-31 | 315: 1918-11-11/1992-12-31 | AUH |
CZE | CZ | 203 | Czechia | Czech Republic | 316: 1993-01-01/ | 316: 1993-01-01/ | CSK | Czech Republic 1993-01-01/2016-07-04
SVK | SK | 703 | Slovakia | Slovak Republic | 317: 1993-01-01/ | 317: 1993-01-01/ | CSK |
ITA | IT | 380 | Italy | Italian Republic | 325: 1816-01-01/ | 325: 1816-01-01/ | MOD PAP PMA SIC TUS | Sardinia 1816-01-01/1861-03-16
PAP |  |  | Papal States | States of the Church | 327: 1816-01-01/1860-11-05 | 327: 1816-01-01/1870-09-22 |  |
SIC |  |  | Two Sicilies | Kingdom of the Two Sicilies | 329: 1816-01-01/1861-02-13 | 329: 1816-01-01/1861-03-16 |  |
SMR | SM | 674 | San Marino | Republic of San Marino | 331: 1992-03-02/ |  |  |
MOD |  |  | Modena | Duchy of Modena and Reggio | 332: 1842-01-01/1860-03-15 | 332: 1816-01-01/1861-03-16 |  |
PMA |  |  | Parma | Duchy of Parma, Piacenza and Guastalla | 335: 1851-01-01/1860-03-15 | 335: 1816-01-01/1861-03-16 |  |
TUS |  |  | Tuscany | Grand Duchy of Tuscany | 337: 1816-01-01/1860-03-15 | 337: 1816-01-01/1861-03-16 |  |
MLT | MT | 470 | Malta | Republic of Malta | 338: 1964-09-21/ | 338: 1964-09-21/ |  |
ALB | AL | 8 | Albania | Republic of Albania | 339: 1914-01-01/1939-04-07, 1944-11-17/ | 339: 1913-01-01/ | TUR |
MNE | ME | 499 | Montenegro | Montenegro | 341: 2006-06-12/ | 341: 1868-01-01/1915-07-01, 2006-06-03/ | YUG |
MKD | MK | 807 | North Macedonia | Republic of North Macedonia | 343: 1993-04-08/ | 343: 1991-11-20/ | YUG | Macedonia 1991-11-20/2019-02-11
HRV | HR | 191 | Croatia | Republic of Croatia | 344: 1992-01-15/ | 344: 1992-04-27/ | YUG |
SRB | RS | 688 | Serbia | Republic of Serbia | 345: 1878-07-13/1918-11-30, 2006-06-05/ | 340: 1878-07-13/1915-10-01, 2006-06-05/ | TUR YUG |
YUG | YU | 891 | Yugoslavia | Federal Republic of Yugoslavia | 345: 1918-12-01/1941-04-20, 1944-10-20/2006-06-04 | 345: 1918-12-01/2006-06-04 | AUH MNE SRB | Kingdom of Serbs, Croats and Slovenes 1918-12-01/1929-10-02; Serbia and Montenegro 2003-02-04/2006-06-04
BIH | BA | 70 | Bosnia and Herzegovina | Bosnia and Herzegovina | 346: 1992-04-07/ | 346: 1992-04-27/ | YUG |
XKX | XK |  | Kosovo | Republic of Kosovo | 347: 2008-02-20/ | 347: 2008-02-17/ | SRB |
SVN | SI | 705 | Slovenia | Republic of Slovenia | 349: 1992-01-15/ | 349: 1992-04-27/ | YUG |
GRC | GR | 300 | Greece | Hellenic Republic | 350: 1828-01-01/1941-04-23, 1944-10-13/ | 350: 1828-04-25/ | TUR |
CYP | CY | 196 | Cyprus | Republic of Cyprus | 352: 1960-08-16/ | 352: 1960-08-16/ |  |
BGR | BG | 100 | Bulgaria | Republic of Bulgaria | 355: 1908-10-05/ | 355: 1878-03-03/ | TUR |
MDA | MD | 498 | Moldova | Republic of Moldova | 359: 1991-12-26/ | 359: 1991-08-27/ | RUS |
ROU | RO | 642 | Romania | Romania | 360: 1878-07-13/ | 360: 1878-07-13/ | TUR |
RUS | RU | 643 | Russia | Russian Federation | 365: 1816-01-01/ | 365: 1816-01-01/ |  | Russian Empire 1816-01-01/1917-03-15; Soviet Russia 1917-11-07/1922-12-29; Soviet Union 1922-12-30/1991-12-25
EST | EE | 233 | Estonia | Republic of Estonia | 366: 1918-02-24/1940-06-16, 1991-09-06/ | 366: 1918-11-11/1940-06-01, 1991-09-06/ | RUS |
LVA | LV | 428 | Latvia | Republic of Latvia | 367: 1918-11-18/1940-06-16, 1991-09-06/ | 367: 1918-11-11/1940-06-01, 1991-09-06/ | RUS |
LTU | LT | 440 | Lithuania | Republic of Lithuania | 368: 1918-02-16/1940-06-15, 1991-09-06/ | 368: 1918-02-16/1940-06-01, 1991-09-06/ | RUS |
UKR | UA | 804 | Ukraine | Ukraine | 369: 1991-12-26/ | 369: 1991-12-01/ | RUS |
BLR | BY | 112 | Belarus | Republic of Belarus | 370: 1991-12-26/ | 370: 1991-08-25/ | RUS | Byelorussia 1991-08-25/1991-09-18
ARM | AM | 51 | Armenia | Republic of Armenia | 371: 1991-12-26/ | 371: 1991-12-21/ | RUS |
GEO | GE | 268 | Georgia | Georgia | 372: 1991-12-26/ | 372: 1991-12-21/ | RUS |
AZE | AZ | 31 | Azerbaijan | Republic of Azerbaijan | 373: 1991-12-26/ | 373: 1991-12-21/ | RUS |
FIN | FI | 246 | Finland | Republic of Finland | 375: 1917-12-06/ | 375: 1917-12-06/ | RUS |
SWE | SE | 752 | Sweden | Kingdom of Sweden | 380: 1816-01-01/ | 380: 1816-01-01/ |  |
NOR | NO | 578 | Norway | Kingdom of Norway | 385: 1905-06-07/1940-04-30, 1945-05-07/ | 385: 1905-08-26/ | SWE |
DNK | DK | 208 | Denmark | Kingdom of Denmark | 390: 1816-01-01/1940-04-09, 1945-05-07/ | 390: 1816-01-01/ |  |
ISL | IS | 352 | Iceland | Republic of Iceland | 395: 1944-06-17/ | 395: 1944-06-17/ | DNK |
`;

// src/states/tables/table-oceania.ts
var oceania = `
AUS | AU | 36 | Australia | Australia | 900: 1920-01-10/ | 900: 1901-01-01/ |  |
PNG | PG | 598 | Papua New Guinea | Independent State of Papua New Guinea | 910: 1975-09-16/ | 910: 1975-09-16/ |  |
NZL | NZ | 554 | New Zealand | New Zealand | 920: 1920-01-10/ | 920: 1907-09-01/ |  |
VUT | VU | 548 | Vanuatu | Republic of Vanuatu | 935: 1981-09-15/ |  |  |
SLB | SB | 90 | Solomon Islands | Solomon Islands | 940: 1978-07-07/ | 940: 1978-07-07/ |  |
KIR | KI | 296 | Kiribati | Republic of Kiribati | 946: 1999-09-14/ |  |  |
TUV | TV | 798 | Tuvalu | Tuvalu | 947: 2000-09-05/ |  |  |
FJI | FJ | 242 | Fiji | Republic of Fiji | 950: 1970-10-10/ | 950: 1970-10-10/ |  |
TON | TO | 776 | Tonga | Kingdom of Tonga | 955: 1999-09-14/ |  |  |
NRU | NR | 520 | Nauru | Republic of Nauru | 970: 1999-09-14/ |  |  |
MHL | MH | 584 | Marshall Islands | Republic of the Marshall Islands | 983: 1991-09-17/ |  |  |
PLW | PW | 585 | Palau | Republic of Palau | 986: 1994-12-15/ |  |  |
FSM | FM | 583 | Micronesia | Federated States of Micronesia | 987: 1991-09-17/ |  |  |
WSM | WS | 882 | Samoa | Independent State of Samoa | 990: 1976-12-15/ |  |  | Western Samoa 1976-12-15/1997-07-03
`;

// src/states/tables/states.ts
var states = statesOfTable([americas, europe, africa, asia, oceania].join("\n")).sort(
  (a, b) => a.iso3 < b.iso3 ? -1 : 1
);
var byIso3 = new Map(states.map((state) => [state.iso3, state]));
function stateOf(iso3) {
  return byIso3.get(iso3);
}
function existedOn(state, date2) {
  return state.spans.some((span2) => isInSpan(span2, date2));
}
function existedIn(state, year) {
  const label = String(year).padStart(4, "0");
  return state.spans.some(({ from, to }) => from <= `${label}-12-31` && (to === null || to >= `${label}-01-01`));
}
function nameOn(state, date2) {
  return state.names.find((span2) => isInSpan(span2, date2))?.name ?? state.name;
}
var seats = [
  ["CHN", "1945-10-24", "1971-10-24", "TWN"],
  // A/RES/2758 of 25 October 1971
  ["YEM", "1947-09-30", "1990-05-21", "YAR"],
  // "Yemen" at the UN; Aden's seat was "Democratic Yemen"
  ["SRB", "1945-10-24", "2006-06-02", "YUG"],
  ["YUG", "2006-06-03", "9999-12-31", "SRB"]
];
function unSeatHolder(state, date2) {
  const seat = seats.find(([named6, from, to]) => named6 === state.iso3 && from <= date2 && date2 <= to);
  return seat === void 0 ? state : stateOf(seat[3]) ?? state;
}

// src/states/names/demonyms.ts
var demonyms = `
AFG: Afghan
AGO: Angolan
ALB: Albanian
AND: Andorran
ARE: Emirati
ARG: Argentine; Argentinian; Argentinean
ARM: Armenian
ATG: Antiguan
AUH: Austro-Hungarian
AUS: Australian
AZE: Azerbaijani; Azeri
BDI: Burundian
BEL: Belgian
BEN: Beninese; Beninois
BFA: Burkinabe; Burkinab\xE8
BGD: Bangladeshi
BGR: Bulgarian
BHR: Bahraini
BHS: Bahamian
BIH: Bosnian; Bosniak
BLR: Belarusian; Belarussian; Belorussian; Byelorussian
BLZ: Belizean
BOL: Bolivian
BRA: Brazilian
BRB: Barbadian; Bajan
BRN: Bruneian
BTN: Bhutanese
BWA: Botswanan; Batswana
CAF: Central African
CAN: Canadian
CHE: Swiss
CHL: Chilean
CHN: Chinese
CIV: Ivorian; Ivoirian
CMR: Cameroonian
COL: Colombian
COM: Comorian
CPV: Cabo Verdean; Cape Verdean
CRI: Costa Rican
CSK: Czechoslovak; Czechoslovakian
CUB: Cuban
CYP: Cypriot
CZE: Czech
DDR: East German
DEU: German; West German; Prussian
DJI: Djiboutian
DNK: Danish; Dane
DZA: Algerian
ECU: Ecuadorian; Ecuadorean
EGY: Egyptian
ERI: Eritrean
ESP: Spanish; Spaniard
EST: Estonian
ETH: Ethiopian
FIN: Finnish; Finn
FJI: Fijian
FRA: French; Frenchmen
FSM: Micronesian
GAB: Gabonese
GBR: British; Briton; Brit; English
GEO: Georgian
GHA: Ghanaian
GIN: Guinean
GMB: Gambian
GNB: Bissau-Guinean; Guinea-Bissauan
GNQ: Equatorial Guinean; Equatoguinean
GRC: Greek
GRD: Grenadian
GTM: Guatemalan
GUY: Guyanese
HND: Honduran
HRV: Croatian; Croat
HTI: Haitian
HUN: Hungarian
IDN: Indonesian
IND: Indian
IRL: Irish
IRN: Iranian; Persian
IRQ: Iraqi
ISL: Icelandic; Icelander
ISR: Israeli
ITA: Italian
JAM: Jamaican
JOR: Jordanian
JPN: Japanese
KAZ: Kazakh; Kazakhstani
KEN: Kenyan
KGZ: Kyrgyz; Kyrgyzstani; Kirghiz
KHM: Cambodian; Khmer
KIR: I-Kiribati
KNA: Kittitian
KWT: Kuwaiti
LAO: Laotian; Lao
LBN: Lebanese
LBR: Liberian
LBY: Libyan
LCA: Saint Lucian
LIE: Liechtensteiner
LKA: Sri Lankan; Ceylonese
LSO: Basotho; Mosotho
LTU: Lithuanian
LUX: Luxembourgish; Luxembourger
LVA: Latvian
MAR: Moroccan
MCO: Monegasque; Monacan
MDA: Moldovan; Moldavian
MDG: Malagasy; Madagascan
MDV: Maldivian
MEX: Mexican
MHL: Marshallese
MKD: Macedonian; North Macedonian
MLI: Malian
MLT: Maltese
MMR: Burmese; Myanmarese
MNE: Montenegrin
MNG: Mongolian; Mongol
MOZ: Mozambican; Mozambiquan
MRT: Mauritanian
MUS: Mauritian
MWI: Malawian
MYS: Malaysian; Malayan
NAM: Namibian
NER: Nigerien
NGA: Nigerian
NIC: Nicaraguan
NLD: Dutch; Netherlander
NOR: Norwegian
NPL: Nepalese; Nepali
NRU: Nauruan
NZL: New Zealander
OMN: Omani
PAK: Pakistani
PAN: Panamanian
PER: Peruvian
PHL: Filipino; Philippine
PLW: Palauan
PNG: Papua New Guinean
POL: Polish; Pole
PRK: North Korean
PRT: Portuguese
PRY: Paraguayan
QAT: Qatari
KOR: South Korean
ROU: Romanian; Rumanian
RUS: Russian; Soviet; Muscovite
RWA: Rwandan; Rwandese
SAU: Saudi; Saudi Arabian
SDN: Sudanese
SEN: Senegalese
SGP: Singaporean
SLB: Solomon Islander
SLE: Sierra Leonean
SLV: Salvadoran; Salvadorean; Salvadorian
SMR: Sammarinese
SOM: Somali; Somalian
SRB: Serbian; Serb
SSD: South Sudanese
STP: Santomean; S\xE3o Tom\xE9an
SUR: Surinamese
SVK: Slovak; Slovakian
SVN: Slovenian; Slovene
SWE: Swedish; Swede
SWZ: Swazi
SYC: Seychellois
SYR: Syrian
TCD: Chadian
TGO: Togolese
THA: Thai; Siamese
TJK: Tajik; Tajikistani
TKM: Turkmen
TLS: Timorese; East Timorese
TON: Tongan
TTO: Trinidadian
TUN: Tunisian
TUR: Turkish; Turk; Ottoman
TUV: Tuvaluan
TWN: Taiwanese
TZA: Tanzanian
UGA: Ugandan
UKR: Ukrainian
URY: Uruguayan
USA: American
UZB: Uzbek; Uzbekistani
VCT: Vincentian
VDR: South Vietnamese
VEN: Venezuelan
VNM: Vietnamese; North Vietnamese
VUT: Vanuatuan; Ni-Vanuatu
XKX: Kosovar; Kosovan
YAR: North Yemeni
YMD: South Yemeni
YUG: Yugoslav; Yugoslavian
ZAF: South African
ZMB: Zambian
ZWE: Zimbabwean; Rhodesian
`;

// src/store/estimate.ts
function isKnown(estimate) {
  return estimate.state === "observed" || estimate.state === "estimated";
}
function unknownUnlessFinite(estimate, reason = "division by zero: the record has 0 for what it is a share of") {
  const { value, interval, id: id2, label, unit: unit2, period } = estimate;
  const numbers = interval === "exact" ? [value] : [value, interval.low, interval.high];
  return numbers.every(Number.isFinite) ? estimate : { state: "unknown", id: id2, label, unit: unit2, period, reason };
}
function allUnknownUnlessFinite(estimates) {
  return estimates.map((one) => isKnown(one) ? unknownUnlessFinite(one) : one);
}

// src/store/package-files.ts
import { fileURLToPath } from "node:url";
function packageFile(path) {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

// src/store/snapshot.ts
init_errors();
import { join as join3, resolve as resolve2 } from "node:path";

// src/store/coded-texts.ts
var mostTexts = 2 ** 16 - 1;
function isCoded(column) {
  return "codes" in column;
}
function rowCountOf(columns) {
  const [first] = Object.values(columns);
  if (first === void 0) return 0;
  return isCoded(first) ? first.codes.length : first.length;
}

// src/store/tables.ts
var tables = {
  /** One figure: from one party (a state, a bloc or the world) to another (NULL for a figure of one party), as one reporter states it. */
  observations: {
    indicator: "VARCHAR",
    // id in indicators.ts
    from_id: "VARCHAR",
    // ISO3, bloc id (EU), or WLD for the world
    to_id: "VARCHAR",
    // as from_id; NULL if the indicator is about one party
    reporter: "VARCHAR",
    // the party that reports the figure: ISO3 or bloc id; NULL if the source reconciles both sides
    start_date: "VARCHAR",
    // first day of the period
    end_date: "VARCHAR",
    // last day of the period
    value: "DOUBLE",
    unit: "VARCHAR",
    // USD, EUR, persons, tonnes ...; amounts in single units of their own currency, at current prices
    valuation: "VARCHAR",
    // FOB, CIF or NULL
    status: "VARCHAR",
    // observed, or estimated (by the source, or by us: see the source's page)
    source: "VARCHAR",
    // id of a source card
    vintage: "VARCHAR",
    // which edition of the source
    locator: "VARCHAR"
    // place in the source: file and row, sheet and cell, page
  },
  /** One recorded vote of the UN General Assembly. Positions are packed, one character for each voter in the order of `voters`. */
  roll_calls: {
    id: "INTEGER",
    date: "VARCHAR",
    session: "VARCHAR",
    // 74, ES-11
    symbol: "VARCHAR",
    // document symbol
    title: "VARCHAR",
    kind: "VARCHAR",
    // whole (a resolution or draft as a whole), paragraph, amendment, other (motions, elections)
    issues: "VARCHAR",
    // comma separated: me, nu, di, hr, co, ec; NULL = not classified
    issues_by: "VARCHAR",
    // who classified it: voeten, or visavis for our own rule
    important: "BOOLEAN",
    // listed as important by the US State Department; NULL = unknown
    yes: "INTEGER",
    abstain: "INTEGER",
    no: "INTEGER",
    votes: "VARCHAR",
    // 1 yes, 2 abstain, 3 no, . no recorded position
    source: "VARCHAR",
    vintage: "VARCHAR"
  },
  /**
   * Recorded votes of the General Assembly that its data sets lack, collected one by one from public texts. Claims are tested against them; no measure uses
   * them.
   */
  cited_roll_calls: {
    symbol: "VARCHAR",
    date: "VARCHAR",
    session: "VARCHAR",
    // 80, ES-11
    title: "VARCHAR",
    yes: "VARCHAR",
    // the states that voted yes: ISO3, in alphabetical order, with a blank between
    no: "VARCHAR",
    abstain: "VARCHAR",
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR"
    // publisher, title, day and address of the text
  },
  /** The state of each position in `roll_calls.votes`: `position` n is the n-th character. */
  voters: { position: "INTEGER", state: "VARCHAR" },
  /** Memberships of states in blocs, with their dates. */
  memberships: {
    bloc: "VARCHAR",
    state: "VARCHAR",
    role: "VARCHAR",
    // member, observer, partner ...
    start_date: "VARCHAR",
    end_date: "VARCHAR",
    // last day; NULL = in force
    source: "VARCHAR",
    citation: "VARCHAR",
    note: "VARCHAR"
  },
  /** Formal written commitments, one row for each treaty and party. */
  commitments: {
    treaty: "VARCHAR",
    // our id
    name: "VARCHAR",
    state: "VARCHAR",
    start_date: "VARCHAR",
    end_date: "VARCHAR",
    defence: "BOOLEAN",
    offence: "BOOLEAN",
    neutrality: "BOOLEAN",
    nonaggression: "BOOLEAN",
    consultation: "BOOLEAN",
    source: "VARCHAR",
    citation: "VARCHAR",
    note: "VARCHAR"
  },
  /** Dated acts between two states, or between a state and a body: diplomatic relations, trade agreements, defence agreements, partnerships, applications. */
  dated_relations: {
    kind: "VARCHAR",
    // diplomatic-relations, trade-agreement, defence-treaty, strategic-partnership, accession-application
    state_a: "VARCHAR",
    // ISO3, or a bloc id where both sides are blocs; the pair has no order
    state_b: "VARCHAR",
    // ISO3, bloc id, or the short name of a multilateral agreement (RCEP, CPTPP)
    name: "VARCHAR",
    // short name or level; NULL where it has none
    told: "VARCHAR",
    // the date as precisely as the text states it: YYYY, YYYY-MM or YYYY-MM-DD
    start_date: "VARCHAR",
    // the first day that the date can mean
    end_date: "VARCHAR",
    // the last day that the date can mean
    date_kind: "VARCHAR",
    // signed, in-force, established, recognised, broken, restored, suspended, ended, applied
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR",
    // publisher, title, day and address of the text
    note: "VARCHAR"
    // why the date is uncertain; a row with a note supports a claim but never contradicts one
  },
  /** What stood between two states from day to day: fighting, state of war, armistice, peace, missing or lowered relations, non-recognition, enmity. */
  interstate_relations: {
    kind: "VARCHAR",
    // hostilities, state-of-war, armistice, peace, no-relations, lower-relations, non-recognition, enmity
    state_a: "VARCHAR",
    // ISO3; the two are in the order of their codes
    state_b: "VARCHAR",
    actor: "VARCHAR",
    // the state that attacked, broke or does not recognise, or both; NULL where no one side is named
    form: "VARCHAR",
    // of the kind: war, fighting, clash; never, broken, suspended, moved; ...
    name: "VARCHAR",
    ended_by: "VARCHAR",
    // NULL where the text does not tell, or the spell goes on
    start_told: "VARCHAR",
    // the first day in force, as precisely as the text states it: YYYY, YYYY-MM or YYYY-MM-DD
    end_told: "VARCHAR",
    // the last day in force; NULL = in force
    start_date: "VARCHAR",
    // the first day that the start can mean
    end_date: "VARCHAR",
    // the last day that the end can mean
    checked: "VARCHAR",
    // read, matched or named: how far the text was checked for this row
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR",
    // publisher, title, day and address of the text
    note: "VARCHAR"
  },
  /** Territory of one state that another claims, from day to day. */
  territorial_claims: {
    state_a: "VARCHAR",
    // ISO3; the two are in the order of their codes
    state_b: "VARCHAR",
    claimant: "VARCHAR",
    // the state that claims, or both
    territory: "VARCHAR",
    element: "VARCHAR",
    // land, river, island, sea
    size: "VARCHAR",
    // whole-state, province, sector, islet, sea
    ended_by: "VARCHAR",
    // NULL while the claim stands
    start_told: "VARCHAR",
    end_told: "VARCHAR",
    start_date: "VARCHAR",
    end_date: "VARCHAR",
    checked: "VARCHAR",
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR",
    note: "VARCHAR"
  },
  /** Membership of institutions that are no bloc of `memberships`, from day to day. */
  institution_memberships: {
    institution: "VARCHAR",
    // our id
    state: "VARCHAR",
    role: "VARCHAR",
    // member or suspended
    kind: "VARCHAR",
    // of the institution: free movement, economic union, regional organisation, security forum ...
    start_told: "VARCHAR",
    end_told: "VARCHAR",
    start_date: "VARCHAR",
    end_date: "VARCHAR",
    checked: "VARCHAR",
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR",
    note: "VARCHAR"
  },
  /** What two states agreed on money and technology, or one did to the other's suppliers, from day to day. A side may be the euro area (EUROZONE). */
  agreements_and_restrictions: {
    kind: "VARCHAR",
    // swap-line, settlement, payment-link, joint-mission, supplier-restriction
    state_a: "VARCHAR",
    // the two sides, in the order of their codes
    state_b: "VARCHAR",
    actor: "VARCHAR",
    // the acting side, or both
    form: "VARCHAR",
    name: "VARCHAR",
    amount: "DOUBLE",
    // ceiling of a swap line in single units; NULL = no limit, or not published
    currency: "VARCHAR",
    start_told: "VARCHAR",
    end_told: "VARCHAR",
    start_date: "VARCHAR",
    end_date: "VARCHAR",
    // last day; NULL = none told
    checked: "VARCHAR",
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR",
    note: "VARCHAR"
  },
  /**
   * Armed conflicts: one row for each conflict, year and pair of states on opposing sides. The two states are in the order of their codes.
   */
  conflicts: {
    conflict: "VARCHAR",
    // the source's number of the conflict
    kind: "VARCHAR",
    // interstate, or internal (a government against armed opponents; the other state takes part on their side)
    territory: "VARCHAR",
    // the disputed territory, as the source names it; NULL if the conflict is about the government
    side_a: "VARCHAR",
    // the states that are parties of the conflict on one side: ISO3, with a blank between
    side_b: "VARCHAR",
    // those on the other side; NULL in an internal conflict
    state_a: "VARCHAR",
    role_a: "INTEGER",
    // 1 = party of the conflict, 2 = took part in support of a party
    state_b: "VARCHAR",
    role_b: "INTEGER",
    year: "INTEGER",
    intensity: "INTEGER",
    // battle-related deaths of the whole conflict in the year: 1 = 25 to 999, 2 = 1,000 or more
    began: "VARCHAR",
    // day of the first death in the conflict
    episode_began: "VARCHAR",
    // day on which the present episode reached 25 deaths in a year
    episode_ended: "VARCHAR",
    // NULL = it went on at the end of the year, or the source does not say
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR"
  },
  /** Embargoes and sanctions regimes. */
  sanctions: {
    regime: "VARCHAR",
    // our id
    name: "VARCHAR",
    sender: "VARCHAR",
    // ISO3 or bloc id (UN, EU)
    target: "VARCHAR",
    start_date: "VARCHAR",
    end_date: "VARCHAR",
    measures: "VARCHAR",
    // comma separated: arms, trade, finance, travel, assets, energy, technology, aviation, comprehensive, military (aid and training), aid, diplomatic, other
    source: "VARCHAR",
    vintage: "VARCHAR",
    // NULL in parts that are older than this column
    citation: "VARCHAR",
    note: "VARCHAR"
  },
  /**
   * Dated events between two actors: what one did to, with or towards the other. An actor that is not a state has a kind instead of an id, so that acts of a
   * state are not mixed with those of people who live there.
   */
  events: {
    date: "VARCHAR",
    // day of the event, or the first of several
    end_date: "VARCHAR",
    // last day; NULL for an event of one day
    from_id: "VARCHAR",
    // the actor: ISO3 or bloc id; NULL if it is neither
    from_kind: "VARCHAR",
    // state, within (an office, group or person of the state from_id), bloc, territory, non-state, unknown
    from_name: "VARCHAR",
    // the actor as the source writes it
    to_id: "VARCHAR",
    // the party acted upon, or the partner
    to_kind: "VARCHAR",
    // same as from_kind
    to_name: "VARCHAR",
    kind: "VARCHAR",
    // the scheme that `code` belongs to: cameo, visit, exercise, order (of arms)
    code: "VARCHAR",
    // CAMEO code with its leading zeros (057), or the scheme's own word
    goldstein: "DOUBLE",
    // -10 (conflict) to 10 (cooperation) where the source gives it
    mentions: "INTEGER",
    // the least number of reports that the source saw
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR"
  },
  /** Trade by product. It is a table of its own because it has too many rows for `observations`, which has only the totals of a pair. */
  product_flows: {
    nomenclature: "VARCHAR",
    // HS92 ... HS22, SITC1 ..., CN
    product: "VARCHAR",
    // code at the length the source gives, with its leading zero
    flow: "VARCHAR",
    // exports, imports (as the reporter states them), or flow (both reports reconciled)
    from_id: "VARCHAR",
    to_id: "VARCHAR",
    reporter: "VARCHAR",
    // NULL if the source reconciles both sides
    start_date: "VARCHAR",
    end_date: "VARCHAR",
    value: "DOUBLE",
    unit: "VARCHAR",
    tonnes: "DOUBLE",
    // NULL = not known
    valuation: "VARCHAR",
    status: "VARCHAR",
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR"
  },
  /** Cells of input-output tables, one row each. */
  sector_flows: {
    year: "INTEGER",
    from_id: "VARCHAR",
    // the supplier; ROW = rest of the world as this source defines it; NULL = all origins together
    sector: "VARCHAR",
    // supplying sector, by the source's code
    to_id: "VARCHAR",
    // the user; NULL = all
    using_sector: "VARCHAR",
    // NULL = all
    use: "VARCHAR",
    // intermediate, final (negative if stocks fell), output (the sector's gross output), inputs (what the sector used up)
    value: "DOUBLE",
    unit: "VARCHAR",
    source: "VARCHAR",
    vintage: "VARCHAR"
  },
  /** The product codes on a list of products, such as the goods under a sanction. */
  product_lists: {
    list: "VARCHAR",
    // our id of the list
    nomenclature: "VARCHAR",
    product: "VARCHAR",
    source: "VARCHAR",
    vintage: "VARCHAR"
  },
  /** The outcomes of meetings of the UN Security Council, one row each. They state totals of votes, not the votes of members. */
  council_outcomes: {
    record: "VARCHAR",
    // symbol of the meeting record; NULL where there was no meeting (written procedure)
    date: "VARCHAR",
    topic: "VARCHAR",
    outcome: "VARCHAR",
    // resolution, statement, vetoed, not adopted, communique, note, vote (totals without a document), none
    symbol: "VARCHAR",
    // symbol of the resolution, statement or draft
    yes: "INTEGER",
    // NULL if no vote is stated
    no: "INTEGER",
    abstain: "INTEGER",
    vetoed_by: "VARCHAR",
    // ISO3, comma separated; NULL if the source does not name them
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR"
  },
  /** Vetoes in the UN Security Council, one row for each draft and each permanent member that vetoed it. */
  vetoes: {
    draft: "INTEGER",
    // number of the vetoed draft in this source; the oldest is 1
    symbol: "VARCHAR",
    // symbol of the draft; early drafts have only their meeting record
    record: "VARCHAR",
    // symbols of the meeting records
    start_date: "VARCHAR",
    end_date: "VARCHAR",
    // a later day if the meeting went past midnight
    topic: "VARCHAR",
    state: "VARCHAR",
    // the state that cast the veto; China before 1971-10-25 is TWN
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR"
  },
  /** Speeches in the General Debate of the UN General Assembly. */
  speeches: {
    state: "VARCHAR",
    // ISO3, or EU
    session: "INTEGER",
    year: "INTEGER",
    words: "INTEGER",
    // runs of characters between white space
    text: "VARCHAR",
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR"
  },
  /** Speakers in the General Debate; a state may have two in a session. */
  speakers: {
    state: "VARCHAR",
    // ISO3, or EU
    session: "INTEGER",
    year: "INTEGER",
    speaker: "VARCHAR",
    // NULL = not stated, also in `post`
    post: "VARCHAR",
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR"
  },
  /**
   * Ideal points that visavis estimated from the recorded votes of the same snapshot, for each specification of
   * src/measures/ideal-points/ideal-point-multiverse.ts.
   */
  estimated_points: {
    specification: "VARCHAR",
    // name of the specification in that file
    session: "INTEGER",
    // regular session; votes of a special session count for the regular one under way
    state: "VARCHAR",
    votes: "INTEGER",
    // number of the state's votes in the session, on which the estimate rests
    point: "DOUBLE",
    // on the scale of its own specification; four decimals
    sd: "DOUBLE",
    // standard deviation, without the part that all states of a session share
    digest: "VARCHAR",
    // digest of the recorded votes that the estimate rests on: the figure is valid for these votes only
    source: "VARCHAR",
    vintage: "VARCHAR"
  },
  /** Similarity of two speeches of one session, which visavis computed from the texts (src/measures/speeches/speech-similarity.ts). */
  speech_similarities: {
    session: "INTEGER",
    year: "INTEGER",
    state_a: "VARCHAR",
    // the state first in alphabetical order; ISO3, or EU
    state_b: "VARCHAR",
    similarity: "DOUBLE",
    // three decimals, like the standard error
    se: "DOUBLE",
    digest: "VARCHAR",
    // digest of the session's speeches that the similarity was computed from
    source: "VARCHAR",
    vintage: "VARCHAR"
  },
  /** How often a speech mentions a theme (src/measures/speeches/speech-themes.ts). There is a row for each theme, with 0 if the speech does not mention it. */
  speech_themes: {
    session: "INTEGER",
    year: "INTEGER",
    state: "VARCHAR",
    words: "INTEGER",
    // number of words of the speech, as in `speeches`
    theme: "VARCHAR",
    mentions: "INTEGER",
    source: "VARCHAR",
    vintage: "VARCHAR"
  },
  /** The weights of words by which speeches are compared, so that a further text is scored in the same way as those of the record. */
  speech_words: {
    word: "VARCHAR",
    weight: "DOUBLE",
    // logarithm of the number of all speeches divided by the number with the word
    rate: "DOUBLE",
    // mean uses per million words
    source: "VARCHAR",
    vintage: "VARCHAR"
  },
  /** Ideal points that others published. They are for comparison only, never an input. Scale and sign differ between editions. */
  ideal_points: {
    edition: "VARCHAR",
    // Apr2020, Jun2024, Jul2025
    series: "VARCHAR",
    // all, final-passage, legacy, human-rights, important, nuclear
    state: "VARCHAR",
    cow: "INTEGER",
    // the source's number of the state: in 1990 Germany has two
    session: "INTEGER",
    // NULL if the edition is by calendar year
    year: "INTEGER",
    // calendar year, or the year in which the session opened
    votes: "INTEGER",
    // number of votes that the estimate rests on
    point: "DOUBLE",
    q5: "DOUBLE",
    // posterior quantiles; NULL where not published
    q50: "DOUBLE",
    q95: "DOUBLE",
    source: "VARCHAR",
    vintage: "VARCHAR",
    locator: "VARCHAR"
  }
};
var tablesWithAddedColumns = /* @__PURE__ */ new Set(["sanctions"]);

// src/store/part-rows.ts
function columnsOfTable(table2) {
  return Object.entries(tables[table2]);
}

// src/store/session.ts
init_errors();
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/store/cells.ts
init_errors();

// src/store/load-duckdb.ts
import { createRequire as createRequire2 } from "node:module";
var require2 = createRequire2(import.meta.url);
function duckdb() {
  return require2("@duckdb/node-api");
}

// src/store/cells.ts
function cellOf(value, column) {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return safeInteger(value, column);
  const kind = value.constructor.name;
  if (kind === "DuckDBDecimalValue") return Number(value.toString());
  if (kind === "DuckDBDateValue" || kind.startsWith("DuckDBTime") || kind === "DuckDBUUIDValue") return value.toString();
  throw new VisavisError("Internal", `column ${column} holds a ${kind.replace(/^DuckDB|Value$/g, "")}: cast it to VARCHAR, or unnest it`);
}
function safeInteger(value, column) {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new VisavisError("Internal", `column ${column} holds ${value}, more than a number can hold exactly: cast it to DOUBLE or VARCHAR`);
}
function parameterTypes(parameters) {
  const { BIGINT, BOOLEAN, DOUBLE, INTEGER, SQLNULL, VARCHAR } = duckdb();
  const typeOf = (cell) => {
    if (cell === null) return SQLNULL;
    if (typeof cell === "string") return VARCHAR;
    if (typeof cell === "boolean") return BOOLEAN;
    if (!Number.isSafeInteger(cell) || Object.is(cell, -0)) return DOUBLE;
    return Math.abs(cell) < 2 ** 31 ? INTEGER : BIGINT;
  };
  return Object.fromEntries(Object.entries(parameters).map(([name, cell]) => [name, typeOf(cell)]));
}

// src/store/session.ts
async function openSession(options = {}) {
  const instance = await duckdb().DuckDBInstance.create(":memory:", configuration(options));
  const connection = await instance.connect();
  const ask = (sql, parameters) => query(connection, sql, parameters);
  return {
    columns: async (sql, parameters) => columnsOf(await ask(sql, parameters)),
    rows: async (sql, parameters) => rowsOf(columnsOf(await ask(sql, parameters))),
    run: async (sql) => void await ask(sql),
    append: (table2, columns, order2) => appendColumns(connection, table2, columns, order2),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    }
  };
}
function configuration({ threads, memoryLimit }) {
  return {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    // DuckDB's default is `.tmp` in the current directory
    temp_directory: join(tmpdir(), `visavis-${process.pid}-${randomBytes(4).toString("hex")}`),
    ...threads === void 0 ? {} : { threads: String(threads) },
    ...memoryLimit === void 0 ? {} : { memory_limit: memoryLimit }
  };
}
async function query(connection, sql, parameters) {
  try {
    if (parameters === void 0) return await connection.run(sql);
    const values = { ...parameters };
    return await connection.run(sql, values, parameterTypes(values));
  } catch (cause) {
    const names2 = parameters === void 0 ? "" : ` (parameters: ${Object.keys(parameters).join(", ") || "none"})`;
    throw new VisavisError("Internal", `DuckDB: ${cause.message}
in: ${sql}${names2}`, { cause });
  }
}
function columnsOf(result) {
  const names2 = result.deduplicatedColumnNames();
  const columns = names2.map(() => []);
  for (let c = 0; c < result.chunkCount; c++) {
    const chunk = result.getChunk(c);
    names2.forEach((name, i) => {
      const column = columns[i];
      chunk.visitColumnValues(i, (value) => void column.push(cellOf(value, name)));
    });
  }
  return Object.fromEntries(names2.map((name, i) => [name, columns[i]]));
}
function rowsOf(columns) {
  const entries4 = Object.entries(columns);
  const length = entries4[0]?.[1].length ?? 0;
  return Array.from({ length }, (_, row) => Object.fromEntries(entries4.map(([name, cells3]) => [name, cells3[row]])));
}
var chunkRows = 2048;
var chunkUses = 32;
async function appendColumns(connection, table2, columns, order2) {
  const { DuckDBDataChunk, ENUM } = duckdb();
  const appender = await connection.createAppender(table2);
  const list2 = Object.values(columns);
  const types = list2.map((column, i) => isCoded(column) ? ENUM([...column.texts]) : appender.columnType(i));
  const length = rowCountOf(columns);
  let chunk;
  for (let start = 0, uses = 0; start < length; start += chunkRows, uses++) {
    const rows = Math.min(chunkRows, length - start);
    if (chunk === void 0 || rows < chunkRows || uses % chunkUses === 0) chunk = DuckDBDataChunk.create(types, rows);
    for (const [i, column] of list2.entries()) chunk.setColumnValues(i, cellsAt(column, start, rows, order2));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
function cellsAt(column, start, rows, order2) {
  const at = order2 === void 0 ? Uint32Array.from({ length: rows }, (_, i) => start + i) : order2.subarray(start, start + rows);
  const cells3 = [];
  if (isCoded(column)) for (const row of at) cells3.push(column.texts[column.codes[row]] ?? null);
  else for (const row of at) cells3.push(column[row]);
  return cells3;
}

// src/store/snapshot-order.ts
function newestFirst(manifests) {
  const byId2 = new Map(manifests.map((manifest) => [manifest.id, manifest]));
  const stamps = /* @__PURE__ */ new Map();
  for (const manifest of manifests) stampAlong(manifest, byId2, stamps);
  const rank4 = (a, b) => stamps.get(b.id) - stamps.get(a.id) || Date.parse(b.created) - Date.parse(a.created) || (a.id < b.id ? -1 : 1);
  const madeFrom = /* @__PURE__ */ new Map();
  for (const { parent } of manifests) if (parent !== null) madeFrom.set(parent, (madeFrom.get(parent) ?? 0) + 1);
  const ends3 = manifests.filter(({ id: id2 }) => !madeFrom.has(id2));
  const ordered3 = [];
  while (ends3.length > 0) {
    const next = ends3.reduce((first, one) => rank4(one, first) < 0 ? one : first);
    ends3.splice(ends3.indexOf(next), 1);
    ordered3.push(next);
    const below = next.parent === null ? void 0 : byId2.get(next.parent);
    if (below === void 0) continue;
    const left = madeFrom.get(below.id) - 1;
    madeFrom.set(below.id, left);
    if (left === 0) ends3.push(below);
  }
  return ordered3;
}
function stampAlong(manifest, byId2, stamps) {
  const untold = [];
  let at = manifest;
  while (at !== void 0 && !stamps.has(at.id)) {
    untold.push(at);
    at = at.parent === null ? void 0 : byId2.get(at.parent);
  }
  let latest2 = at === void 0 ? -Infinity : stamps.get(at.id);
  for (const one of untold.reverse()) {
    latest2 = Math.max(latest2, Date.parse(one.created));
    stamps.set(one.id, latest2);
  }
}
function ancestryOf(manifest, all) {
  const byId2 = new Map(all.map((one) => [one.id, one]));
  const manifests = [];
  const ids = /* @__PURE__ */ new Set();
  for (let id2 = manifest.id; id2 !== null && !ids.has(id2); ) {
    ids.add(id2);
    const found = id2 === manifest.id ? manifest : byId2.get(id2);
    if (found !== void 0) manifests.push(found);
    id2 = found?.parent ?? null;
  }
  return { manifests, ids };
}

// src/store/verify.ts
init_errors();
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join as join2, resolve } from "node:path";

// src/store/disk.ts
import { createHash, randomBytes as randomBytes2 } from "node:crypto";
import { createReadStream } from "node:fs";
async function sha256Of(path) {
  const hash = createHash("sha256");
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(block);
  return hash.digest("hex");
}

// src/store/manifest.ts
import { createHash as createHash2 } from "node:crypto";
function manifestId(content) {
  const { id: _, ...rest } = content;
  return createHash2("sha256").update(JSON.stringify(sorted(rest))).digest("hex").slice(0, 16);
}
async function parseManifest(text) {
  if (text.trim() === "") return "is empty";
  let value;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return `is not whole JSON (${cause.message})`;
  }
  if (value?.schemaVersion > 1) return `has schema ${value.schemaVersion}: a later visavis wrote it, and this one cannot read it`;
  const { manifestProblem: manifestProblem2 } = await Promise.resolve().then(() => (init_manifest_schema(), manifest_schema_exports));
  const problem = manifestProblem2(value, true);
  if (problem !== void 0) return `is not a manifest: ${problem}`;
  const expected = manifestId(value);
  return value.id === expected ? value : `was altered: its content has the id ${expected}, it says ${value.id}`;
}
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([k, v]) => [k, sorted(v)])
  );
}

// src/store/verify.ts
function snapshotsIn(root) {
  return join2(root, "snapshots");
}
function rootOf(directory) {
  return dirname(dirname(resolve(directory)));
}
async function readManifest(directory) {
  const file = join2(directory, "manifest.json");
  const text = await readFile(file, "utf8").catch((cause) => {
    if (cause.code === "ENOENT") throw new VisavisError("NoSnapshot", `there is no snapshot in ${directory}`, { cause });
    if (cause.code === "EISDIR") throw tornSnapshotError(directory, [{ file, what: "is a directory" }]);
    throw unreadable(file, cause);
  });
  const manifest = await parseManifest(text);
  if (typeof manifest === "string") throw tornSnapshotError(directory, [{ file, what: manifest }]);
  if (manifest.id !== basename(resolve(directory)))
    throw tornSnapshotError(directory, [{ file, what: `is the manifest of snapshot ${manifest.id}` }]);
  return manifest;
}
async function partProblems(root, manifest, depth) {
  const parts2 = Object.values(manifest.tables).flat();
  const found = await Promise.all(
    parts2.map(async (part2) => {
      const file = join2(root, part2.file);
      const what = await sizeProblem(file, part2.bytes) ?? (depth === "hash" ? await hashProblem(file, part2.sha256) : void 0);
      return what === void 0 ? void 0 : { file, what };
    })
  );
  return found.filter((problem) => problem !== void 0);
}
async function snapshotDirectories(root) {
  const directory = snapshotsIn(root);
  const reading = readdir(directory, { withFileTypes: true });
  const entries4 = await reading.catch(async (cause) => {
    if (cause.code !== "ENOENT") throw unreadable(cause.code === "ENOTDIR" ? root : directory, cause);
    await checkRoot(root);
    return [];
  });
  return entries4.filter((entry) => entry.isDirectory() && /^[0-9a-f]{16}$/.test(entry.name)).map((entry) => join2(directory, entry.name));
}
async function checkRoot(root) {
  const found = await stat(root).catch((cause) => {
    if (cause.code === "ENOENT") return void 0;
    throw unreadable(root, cause);
  });
  if (found !== void 0 && !found.isDirectory()) throw unreadable(root, Object.assign(new Error(), { code: "ENOTDIR" }));
}
var TornSnapshotError = class extends VisavisError {
  problems;
  constructor(directory, problems, mend) {
    const { file, what } = problems[0];
    const others2 = problems.length === 1 ? "" : `, and ${problems.length - 1} more`;
    const hint = mend ?? `restore that file from a copy, or move ${resolve(directory)} away and use another snapshot (--snapshot ID)`;
    super("TornSnapshot", `${file} ${what}${others2}`, { hint });
    this.problems = problems;
  }
};
function tornSnapshotError(directory, problems, mend) {
  return new TornSnapshotError(directory, problems, mend);
}
function problemsOf(error, directory) {
  return error instanceof TornSnapshotError ? error.problems : [{ file: directory, what: error.message }];
}
function unreadable(path, cause) {
  const why = { ENOTDIR: "it is not a directory", EACCES: "permission denied", EPERM: "permission denied" };
  const hint = "set VISAVIS_HOME to a directory you may read, or unset it";
  return new VisavisError("UnreadableHome", `cannot read ${path}: ${why[cause.code ?? ""] ?? cause.message}`, { hint, cause });
}
async function sizeProblem(file, bytes) {
  const found = await stat(file).catch((cause) => cause);
  if (found instanceof Error) return found.code === "ENOENT" ? "is missing" : `cannot be read (${found.code})`;
  if (!found.isFile()) return "is not a file";
  return found.size === bytes ? void 0 : `has ${found.size} bytes instead of ${bytes}`;
}
async function hashProblem(file, sha256) {
  const actual = await sha256Of(file).catch((cause) => cause);
  if (actual instanceof Error) return `cannot be read (${actual.code})`;
  return actual === sha256 ? void 0 : `was altered: its SHA-256 is ${actual.slice(0, 16)}\u2026, not ${sha256.slice(0, 16)}\u2026`;
}

// src/store/snapshot.ts
var alwaysHashed = 64 * 2 ** 20;
async function openSnapshot(directory, options = {}) {
  const place = await snapshotAt(directory);
  const manifest = await readManifest(place);
  const root = rootOf(place);
  const depth = options.check ?? (bytesOf(manifest) <= alwaysHashed ? "hash" : "size");
  const [problems, session] = await Promise.all([partProblems(root, manifest, depth), openSession(options)]);
  try {
    if (problems.length > 0) throw tornSnapshotError(place, problems);
    await session.run(bytesOf(manifest) <= (options.inMemory ?? -1) ? copies(root, manifest) : views(root, manifest));
  } catch (cause) {
    session.close();
    throw cause instanceof VisavisError && cause.code !== "Internal" ? cause : tornSnapshotError(place, [{ file: place, what: `cannot be read: ${cause.message}` }]);
  }
  return { manifest, directory: place, columns: session.columns, rows: session.rows, close: session.close };
}
async function surveyRoot(root) {
  const known3 = [];
  const broken = [];
  for (const directory of await snapshotDirectories(root)) {
    const manifest = await readManifest(directory).catch((error) => error);
    if (!(manifest instanceof Error)) {
      known3.push(manifest);
      const problems = await partProblems(root, manifest, "size");
      if (problems.length > 0) broken.push({ directory, problems });
    } else if (manifest.code !== "NoSnapshot") broken.push({ directory, problems: problemsOf(manifest, directory) });
  }
  const torn = broken.sort((a, b) => a.directory < b.directory ? -1 : 1);
  const ids = new Set(torn.map(idOf));
  const ordered3 = newestFirst(known3);
  return { root, whole: ordered3.filter(({ id: id2 }) => !ids.has(id2)), torn, known: ordered3 };
}
var idOf = ({ directory }) => directory.slice(-16);
function newestOf(all, isLetThrough = () => true) {
  const chosen = all.known.find(isLetThrough);
  const below = chosen === void 0 ? /* @__PURE__ */ new Set() : ancestryOf(chosen, all.known).ids;
  const unread = all.torn.filter((one) => !all.known.some(({ id: id2 }) => id2 === idOf(one)));
  const inDoubt = all.torn.find((one) => idOf(one) === chosen?.id) ?? unread.find((one) => !below.has(idOf(one)));
  if (inDoubt !== void 0) throw tornNewest(all, inDoubt, all.whole.find(isLetThrough));
  return chosen;
}
function tornNewest({ root }, { directory, problems }, next) {
  const aside = `mv '${directory}' '${join3(resolve2(root), `torn-${directory.slice(-16)}`)}' to go on without it`;
  const older = next === void 0 ? "" : `, or name an older one: --snapshot ${next.id}   (of ${next.created.slice(0, 10)})`;
  return tornSnapshotError(directory, problems, `restore that file from a copy, or ${aside}${older}`);
}
async function snapshotAt(directory) {
  const found = newestOf(await surveyRoot(directory));
  return found === void 0 ? resolve2(directory) : join3(snapshotsIn(resolve2(directory)), found.id);
}
function bytesOf(manifest) {
  return Object.values(manifest.tables).flat().reduce((sum2, part2) => sum2 + part2.bytes, 0);
}
function views(root, manifest) {
  return Object.keys(tables).map((table2) => `CREATE VIEW ${table2} AS ${tableSource(root, table2, manifest)}`).join(";\n");
}
function copies(root, manifest) {
  return Object.keys(tables).map((table2) => `CREATE TABLE ${table2} AS ${tableSource(root, table2, manifest)}`).join(";\n");
}
function tableSource(root, table2, manifest) {
  const columns = columnsOfTable(table2);
  const files = (manifest.tables[table2] ?? []).map((part2) => join3(root, part2.file));
  if (files.length === 0) return noRows(table2);
  return `SELECT ${columns.map(([name]) => name).join(", ")} FROM ${partsSource(table2, files)}`;
}
function partsSource(table2, files) {
  const list2 = files.map(quoted).join(", ");
  if (!tablesWithAddedColumns.has(table2)) return `read_parquet([${list2}])`;
  return `(${noRows(table2)} UNION ALL BY NAME SELECT * FROM read_parquet([${list2}], union_by_name = true))`;
}
function noRows(table2) {
  const columns = columnsOfTable(table2).map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`);
  return `SELECT ${columns.join(", ")} WHERE false`;
}
function quoted(path) {
  return `'${path.replaceAll("'", "''")}'`;
}

// src/assessments/forms/unknown.ts
function unknown(about6, reason, wouldTell) {
  return { state: "unknown", ...about6, reason, ...wouldTell === void 0 ? {} : { wouldTell } };
}
function unknownDomain(id2, title, period, reason, wouldFill3) {
  return {
    id: id2,
    title,
    state: "unknown",
    summary: `Unknown: ${reason}`,
    estimates: [unknown({ id: id2, label: title, unit: "any", period }, reason, wouldFill3)],
    items: [],
    notes: [],
    wouldFill: wouldFill3
  };
}
function vintageOf(cards, source10) {
  return cards.get(source10)?.vintage ?? "unknown";
}
function notApplicableDomain(id2, title, period, reason) {
  const estimates = [{ state: "not-applicable", id: id2, label: title, unit: "any", period, reason }];
  return { id: id2, title, state: "not-applicable", summary: `Not applicable: ${reason}`, estimates, items: [], notes: [] };
}

// src/assessments/forms/wording.ts
var scales = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"]
];
var mostKept = 1e4;
var noNumber = "unknown";
var lazily = (options) => {
  let made;
  const printed = /* @__PURE__ */ new Map();
  return (value) => {
    if (!Number.isFinite(value)) return noNumber;
    const known3 = printed.get(value);
    if (known3 !== void 0) return known3;
    made ??= new Intl.NumberFormat("en-US", options);
    const text = made.format(value).replace(/^-(?=[0.,]*$)/, "");
    if (printed.size >= mostKept) printed.clear();
    printed.set(value, text);
    return text;
  };
};
var whole2 = lazily({ maximumFractionDigits: 0 });
var threeFigures = lazily({ maximumSignificantDigits: 3, useGrouping: true });
function amountWords(value, unit2) {
  if (!Number.isFinite(value)) return noNumber;
  return `${value < 0 ? "\u2212" : ""}${unit2} ${scaled(Math.abs(value))}`;
}
function scaled(value) {
  const scale = scales.find(([size]) => Math.abs(value) >= size);
  if (scale === void 0) return whole2(value);
  return `${significant(value / scale[0])} ${scale[1]}`;
}
function significant(value) {
  return threeFigures(value);
}
function formatShare(share2) {
  const value = share2 * 100;
  if (!Number.isFinite(value)) return noNumber;
  if (value !== 0 && Math.abs(value) < 0.01) return "< 0.01 %";
  const digits = Math.abs(value) >= 10 || value === 0 ? 0 : Math.abs(value) >= 1 ? 1 : 2;
  return `${value < 0 ? "\u2212" : ""}${Math.abs(value).toFixed(digits)} %`;
}
function formatFigure(value, unit2) {
  if (!Number.isFinite(value)) return noNumber;
  if (unit2 === "share") return formatShare(value);
  if (unit2 === "percentile") return formatPercentile(value);
  if (unit2 === "year") return String(value);
  if (unit2 === "count") return value === 0 ? "0" : value.toLocaleString("en-US");
  if (/^[A-Z]{3}$/.test(unit2)) return amountWords(value, unit2);
  if (unit2 === "points" || unit2 === "index") return twoDecimals(value);
  return `${scaled(value)} ${unit2}`;
}
function formatPercentile(value) {
  if (!Number.isFinite(value)) return noNumber;
  if (value >= 99) return (Math.floor(value * 10) / 10).toFixed(1);
  return value < 1 ? (Math.ceil(value * 10) / 10).toFixed(1) : String(Math.round(value));
}
function twoDecimals(value) {
  if (!Number.isFinite(value)) return noNumber;
  const text = Math.abs(value).toFixed(2);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}
function signed(value, unit2) {
  const text = formatFigure(Math.abs(value), unit2);
  if (!/[1-9]/.test(text)) return text;
  return value < 0 ? `\u2212${text}` : `+${text}`;
}
function isDegenerate(interval) {
  return interval !== "exact" && interval.low === interval.high;
}
function intervalWords(interval, unit2) {
  if (interval === "exact") return "";
  const [low2, high2] = [formatFigure(interval.low, unit2), formatFigure(interval.high, unit2)];
  if (interval.kind === "reports") return low2 === high2 ? "reports agree" : `reports from ${low2} to ${high2}`;
  if (interval.kind === "specifications") return `specifications from ${low2} to ${high2}`;
  return isDegenerate(interval) ? "no interval to be had from these votes" : `90 % interval ${low2} to ${high2}`;
}
function withInterval(known3) {
  const words5 = intervalWords(known3.interval, known3.unit);
  return words5 === "" ? formatFigure(known3.value, known3.unit) : `${formatFigure(known3.value, known3.unit)} (${words5})`;
}
function joinedWords(words5) {
  return words5.length < 2 ? words5.join("") : `${words5.slice(0, -1).join(", ")} and ${words5.at(-1)}`;
}
function counted(count3, one, many) {
  return `${count3.toLocaleString("en-US")} ${count3 === 1 ? one : many}`;
}
function intervalText(interval, unit2) {
  if (interval === "exact") return "exact";
  return `${formatFigure(interval.low, unit2)} to ${formatFigure(interval.high, unit2)}`;
}
var articledNames = {
  begin: [
    ...["United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Comoros", "Seychelles", "Soviet Union", "Gambia", "Holy See"],
    ...["(?:Democratic )?Republic of ", "European Union", "Euro area", "League of", "Group of", "Gulf ", "Non-Aligned"],
    ...["Warsaw Treaty", "Quadrilateral", "Permanent members"]
  ],
  whole: ["SCO", "CIS", "CSTO", "EAEU", "GCC", "OECD", "WTO", "G[78]", "G20"],
  end: ["Republic", "Islands", "Emirates", "Federation", "Kingdom", "Union", "States"]
};
var articled = new RegExp(
  `^(?:${articledNames.begin.join("|")}|(?:${articledNames.whole.join("|")})$|.* (?:${articledNames.end.join("|")})$)`
);
function inSentence(name) {
  return articled.test(name) ? `the ${name}` : name;
}
function possessive(name) {
  const said = inSentence(name);
  return said !== name && said.endsWith("s") ? `${said}\u2019` : `${said}\u2019s`;
}
function capitaliseArticles(text) {
  return text.replace(/(^|[.;:] )the /g, (found, before) => before.startsWith(".") || before === "" ? `${before}The ` : found);
}

// src/measures/similarity/three-level-measures.ts
var measureNames = [
  "s_absolute",
  "s_squared",
  "scott_pi",
  "kappa_unweighted",
  "kappa_linear",
  "kappa_quadratic",
  "tau_b",
  "benati_capurri_a",
  "agreement",
  "partial_split",
  "opposing"
];
function writeSimilarity(cells3, out, at, stride) {
  const yy = cells3[0];
  const ya = cells3[1];
  const yn = cells3[2];
  const ay = cells3[3];
  const aa = cells3[4];
  const an = cells3[5];
  const ny = cells3[6];
  const na = cells3[7];
  const nn = cells3[8];
  const rowY = yy + ya + yn;
  const rowA = ay + aa + an;
  const rowN = ny + na + nn;
  const columnY = yy + ay + ny;
  const columnA = ya + aa + na;
  const columnN = yn + an + nn;
  const n = rowY + rowA + rowN;
  const opposing = yn + ny;
  const partial = ya + ay + an + na;
  const absolute = partial + 2 * opposing;
  const oneStep = rowY * columnA + rowA * columnY + rowA * columnN + rowN * columnA;
  const twoSteps = rowY * columnN + rowN * columnY;
  const pooledA = rowA + columnA;
  const pooledYN = (rowY + columnY) * (rowN + columnN);
  const pooled2 = pooledYN + (n + n - pooledA) * pooledA;
  const concordant = yy * (aa + an + na + nn) + ya * (an + nn) + ay * (na + nn) + aa * nn;
  const discordant = yn * (ay + aa + ny + na) + ya * (ay + ny) + an * (ny + na) + aa * ny;
  const untied = (rowY * rowN + (n - rowA) * rowA) * (columnY * columnN + (n - columnA) * columnA);
  out[at] = 1 - absolute / n;
  out[at + stride] = 1 - (partial + 4 * opposing) / (2 * n);
  out[at + 2 * stride] = 1 - 2 * n * (partial + opposing) / pooled2;
  out[at + 3 * stride] = 1 - n * (partial + opposing) / (oneStep + twoSteps);
  out[at + 4 * stride] = 1 - n * absolute / (oneStep + 2 * twoSteps);
  out[at + 5 * stride] = 1 - n * (partial + 4 * opposing) / (oneStep + 4 * twoSteps);
  out[at + 6 * stride] = (concordant - discordant) / Math.sqrt(untied);
  out[at + 7 * stride] = (oneStep + 2 * twoSteps - n * absolute) / (n * n);
  out[at + 8 * stride] = (yy + aa + nn) / n;
  out[at + 9 * stride] = partial / n;
  out[at + 10 * stride] = opposing / n;
}
function similarityOfTable(cells3) {
  const values = new Float64Array(measureNames.length);
  writeSimilarity(cells3, values, 0, 1);
  const n = cells3.reduce((sum2, cell) => sum2 + cell, 0);
  return { n, ...byMeasure((m) => values[m]) };
}
function byMeasure(make) {
  return Object.fromEntries(measureNames.map((name, place) => [name, make(place)]));
}

// src/measures/similarity/votes.ts
function chosenRollCalls(votes, options) {
  const { rollCalls, consensus = "keep" } = options;
  if (votes.positions.length !== votes.states * votes.rollCalls)
    throw new RangeError("Votes: positions must have states \xD7 rollCalls entries");
  const chosen = rollCalls === void 0 ? Uint32Array.from({ length: votes.rollCalls }, (_, r) => r) : Uint32Array.from(rollCalls);
  chosen.forEach((r, i) => {
    const asked3 = rollCalls === void 0 ? r : rollCalls[i];
    if (r !== asked3 || r >= votes.rollCalls) throw new RangeError(`roll call ${asked3} is not among the ${votes.rollCalls} of these votes`);
  });
  return consensus === "keep" ? chosen : chosen.filter((r) => !isConsensus(votes, r));
}
function isConsensus(votes, rollCall) {
  const { states: states2, positions } = votes;
  let first = 0;
  for (let i = rollCall * states2; i < (rollCall + 1) * states2; i++) {
    const position = positions[i];
    if (position === 0 || position === first) continue;
    if (first !== 0) return false;
    first = position;
  }
  return true;
}
function readPositions(votes, options) {
  const { absence = "skip", eligible } = options;
  if (absence === "skip") return votes.positions;
  if (eligible === void 0) throw new RangeError("absence 'abstain' needs `eligible`: who could have voted");
  if (eligible.length !== votes.positions.length) throw new RangeError("eligible must have one entry per position");
  return votes.positions.map((position, i) => position === 0 && eligible[i] === 1 ? 2 : position);
}

// src/measures/bootstrap/bootstrap-draws.ts
init_random();
function drawRollCalls(rollCalls, count3, seed) {
  const bits2 = Math.max(1, 32 - Math.clz32(rollCalls));
  const lanes = Math.floor(32 / bits2);
  const words5 = Math.ceil(count3 / lanes);
  const packed = new Int32Array(new SharedArrayBuffer(4 * rollCalls * words5));
  for (let draw = 0; draw < count3; draw++) {
    const word = Math.floor(draw / lanes);
    const one = 1 << draw % lanes * bits2;
    for (const r of drawnRollCalls(rollCalls, draw, seed)) packed[r * words5 + word] += one;
  }
  return { count: count3, rollCalls, bits: bits2, lanes, words: words5, packed };
}
var keptDraws = /* @__PURE__ */ new Map();
var mostKept2 = 48 * 2 ** 20;
function drawsFor(rollCalls, count3, seed) {
  const key = `${rollCalls} ${count3} ${seed}`;
  const kept = keptDraws.get(key);
  if (kept !== void 0) return kept;
  const made = drawRollCalls(rollCalls, count3, seed);
  let bytes = made.packed.byteLength;
  for (const one of keptDraws.values()) bytes += one.packed.byteLength;
  if (bytes > mostKept2) keptDraws.clear();
  keptDraws.set(key, made);
  return made;
}
function drawnRollCalls(rollCalls, draw, seed) {
  const stream = randomStream(seed, "bootstrap", draw);
  const drawn = new Uint32Array(rollCalls);
  if (rollCalls > 0) stream.fillBelow(drawn, rollCalls);
  return drawn;
}

// src/measures/bootstrap/bootstrap-counts.ts
var noCell = 9;
function countInDraws(draws3, cellOf2, counts) {
  const { words: words5, packed, rollCalls } = draws3;
  const fullest = fullestCell(cellOf2, rollCalls);
  counts.fill(0, 0, 10 * words5);
  for (let r = 0; r < rollCalls; r++) {
    const cell = cellOf2[r];
    if (cell === fullest) continue;
    const at = cell * words5;
    const drawn = r * words5;
    for (let w = 0; w < words5; w++) counts[at + w] += packed[drawn + w];
  }
  fillRest(draws3, counts, fullest);
}
var sizes = new Uint32Array(10);
function fullestCell(cellOf2, rollCalls) {
  sizes.fill(0);
  for (let r = 0; r < rollCalls; r++) sizes[cellOf2[r]]++;
  let fullest = 0;
  for (let cell = 1; cell < 10; cell++) if (sizes[cell] > sizes[fullest]) fullest = cell;
  return fullest;
}
function fillRest({ words: words5, rollCalls, bits: bits2, lanes }, counts, fullest) {
  let all = 0;
  for (let lane = 0; lane < lanes; lane++) all |= rollCalls << lane * bits2;
  for (let w = 0; w < words5; w++) {
    let rest = all;
    for (let cell = 0; cell < 10; cell++) rest -= counts[cell * words5 + w];
    counts[fullest * words5 + w] = rest;
  }
}
var cells = new Float64Array(9);
function measuresInDraws(draws3, counts, values) {
  const { count: count3, words: words5, lanes, bits: bits2 } = draws3;
  const mask = bits2 === 32 ? -1 : (1 << bits2) - 1;
  for (let draw = 0, word = 0; draw < count3; word++) {
    for (let lane = 0; lane < lanes && draw < count3; lane++, draw++) {
      const shift = lane * bits2;
      for (let cell = 0; cell < 9; cell++) cells[cell] = counts[cell * words5 + word] >>> shift & mask;
      writeSimilarity(cells, values, draw, count3);
    }
  }
}
function kappaInDraws(draws3, counts, values) {
  const { count: count3, words: words5, lanes, bits: bits2 } = draws3;
  const mask = bits2 === 32 ? -1 : (1 << bits2) - 1;
  for (let draw = 0, word = 0; draw < count3; word++) {
    for (let lane = 0; lane < lanes && draw < count3; lane++, draw++) values[draw] = kappaOfLane(counts, word, words5, lane * bits2, mask);
  }
}
function kappaOfLane(counts, word, words5, shift, mask) {
  const yy = counts[word] >>> shift & mask;
  const ya = counts[word + words5] >>> shift & mask;
  const yn = counts[word + 2 * words5] >>> shift & mask;
  const ay = counts[word + 3 * words5] >>> shift & mask;
  const aa = counts[word + 4 * words5] >>> shift & mask;
  const an = counts[word + 5 * words5] >>> shift & mask;
  const ny = counts[word + 6 * words5] >>> shift & mask;
  const na = counts[word + 7 * words5] >>> shift & mask;
  const nn = counts[word + 8 * words5] >>> shift & mask;
  const [rowY, rowA, rowN] = [yy + ya + yn, ay + aa + an, ny + na + nn];
  const [columnY, columnA, columnN] = [yy + ay + ny, ya + aa + na, yn + an + nn];
  const oneStep = (rowY + rowN) * columnA + rowA * (columnY + columnN);
  const twoSteps = rowY * columnN + rowN * columnY;
  return 1 - (rowY + rowA + rowN) * (ya + ay + an + na + 4 * (yn + ny)) / (oneStep + 4 * twoSteps);
}

// src/measures/change-points/change-points-segments.ts
function coefficientsOf(model) {
  return model === "mean" ? 1 : 2;
}
function segmentRss(y, model) {
  const { sums, squares, moments, floor } = prefixSums(y);
  return (i, j) => {
    const length = j - i;
    const sum2 = sums[j] - sums[i];
    const about6 = squares[j] - squares[i] - sum2 * sum2 / length;
    if (model === "mean" || length < 3) return model === "trend" ? 0 : about6 > floor ? about6 : 0;
    const cross = moments[j] - moments[i] - (i + j - 1) / 2 * sum2;
    const rss = about6 - 12 * cross * cross / (length * (length * length - 1));
    return rss > floor ? rss : 0;
  };
}
function prefixSums(y) {
  const n = y.length;
  let mean = 0;
  for (let t = 0; t < n; t++) mean += y[t] / n;
  const [sums, squares, moments] = [new Float64Array(n + 1), new Float64Array(n + 1), new Float64Array(n + 1)];
  let largest = 0;
  for (let t = 0; t < n; t++) {
    const value = y[t] - mean;
    sums[t + 1] = sums[t] + value;
    squares[t + 1] = squares[t] + value * value;
    moments[t + 1] = moments[t] + value * t;
    largest = Math.max(largest, Math.abs(y[t]));
  }
  return { sums, squares, moments, floor: Math.max(n * largest * largest * 1e-28, squares[n] * 1e-13) };
}
function fitSegment(y, from, to, model) {
  const length = to - from;
  const middle3 = (from + to - 1) / 2;
  let sum2 = 0;
  let cross = 0;
  for (let t = from; t < to; t++) {
    sum2 += y[t];
    cross += y[t] * (t - middle3);
  }
  const slope = model === "mean" || length < 2 ? 0 : 12 * cross / (length * (length * length - 1));
  return { from, to, middle: middle3, level: sum2 / length, slope, variance: segmentRss(y, model)(from, to) / length };
}
function bestPartitions(n, cost, shortest, most4) {
  const room = Math.min(most4, Math.floor(n / shortest) - 1);
  const froms = [];
  let best = Float64Array.from({ length: n + 1 }, (_, j) => j < shortest ? Number.POSITIVE_INFINITY : cost(0, j));
  const found = [{ breaks: [], cost: best[n] }];
  for (let m = 1; m <= room; m++) {
    const { next, from } = oneMore(best, m, m === room, cost, shortest);
    froms.push(from);
    best = next;
    found.push({ breaks: traced(froms, n), cost: best[n] });
  }
  return found;
}
function oneMore(best, m, isLast, cost, shortest) {
  const n = best.length - 1;
  const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n + 1);
  const fill2 = (j) => {
    for (let i = m * shortest; i <= j - shortest; i++) {
      const total2 = best[i] + cost(i, j);
      if (total2 < next[j]) {
        next[j] = total2;
        from[j] = i;
      }
    }
  };
  if (!isLast) for (let j = (m + 1) * shortest; j <= n - shortest; j++) fill2(j);
  fill2(n);
  return { next, from };
}
function traced(froms, n) {
  const breaks = [];
  let at = n;
  for (let m = froms.length - 1; m >= 0; m--) {
    at = froms[m][at];
    breaks.unshift(at);
  }
  return breaks;
}

// src/measures/change-points/change-points.ts
function changePoints(y, options = {}) {
  const { model = "mean", trim = 0.15 } = options;
  const n = y.length;
  for (let t = 0; t < n; t++) if (!Number.isFinite(y[t])) throw new RangeError(`changePoints: value ${t + 1} is not a number`);
  const q = coefficientsOf(model);
  const shortest = Math.max(Math.floor(trim * n), options.shortest ?? q + 1);
  if (n < shortest) return { model, shortest, segmentations: [], byBic: 0, byLwz: 0 };
  const most4 = Math.max(1, Math.ceil(n / shortest) - 2);
  const segmentations = bestPartitions(n, segmentRss(y, model), shortest, most4).map(({ breaks, cost }) => ({
    breaks,
    rss: cost,
    bic: bic(cost, n, q, breaks.length),
    lwz: lwz(cost, n, q, breaks.length)
  }));
  return { model, shortest, segmentations, byBic: least(segmentations, "bic"), byLwz: least(segmentations, "lwz") };
}
function bic(rss, n, q, breaks) {
  return n * (Math.log(rss / n) + 1 + Math.log(2 * Math.PI)) + Math.log(n) * (q + 1) * (breaks + 1);
}
function lwz(rss, n, q, breaks) {
  const p = (breaks + 1) * q + breaks;
  return Math.log(rss / (n - p)) + p * 0.299 * Math.log(n) ** 2.1 / n;
}
function least(segmentations, criterion) {
  let at = 0;
  segmentations.forEach((one, m) => {
    if (one[criterion] < segmentations[at][criterion]) at = m;
  });
  return at;
}

// src/measures/change-points/change-points-interval.ts
init_normal();
function breakIntervals(y, breaks, model, level = 0.9) {
  const ends3 = [0, ...breaks, y.length];
  const fits = breaks.map((_, i) => fitSegment(y, ends3[i], ends3[i + 1], model));
  const last = fitSegment(y, ends3.at(-2), y.length, model);
  return breaks.map((at, i) => around(at, fits[i], fits[i + 1] ?? last, (1 - level) / 2));
}
function around(at, before, after, tail) {
  if (before.variance === 0 && after.variance === 0) return { low: at, high: at };
  const [q1, q2] = [jump(before, after, before), jump(before, after, after)];
  const xi = q2 / q1;
  const phi = xi * after.variance / before.variance;
  const atZero = argmaxCdf(0, xi, phi);
  if (!(atZero >= tail && atZero <= 1 - tail)) return void 0;
  const scale = before.variance / q1;
  const upper = quantileOf(1 - tail, xi, phi) * scale;
  const lower = quantileOf(tail, xi, phi) * scale;
  return { low: at - Math.ceil(upper), high: at - Math.floor(lower) };
}
function jump(before, after, over) {
  const length = over.to - over.from;
  const difference = (t) => after.level + after.slope * (t - after.middle) - before.level - before.slope * (t - before.middle);
  const slope = after.slope - before.slope;
  return difference(over.middle) ** 2 + slope * slope * (length * length - 1) / 12;
}
function argmaxCdf(x, xi, phi) {
  return x < 0 ? leftOf(-x, xi, phi) : 1 - rightOf(x, xi, phi);
}
function leftOf(x, xi, phi) {
  const part2 = xi / phi;
  const root = Math.sqrt(x);
  const far = phi * (phi + 2 * xi) / (xi * (phi + xi));
  const near3 = x / 2 - 2 + (phi + 2 * xi) ** 2 / ((phi + xi) * xi);
  return -Math.exp(Math.log(x) / 2 - x / 8) / Math.sqrt(2 * Math.PI) - far * Math.exp(part2 * (1 + part2) * x / 2 + logNormalCdf(-(0.5 + part2) * root)) + near3 * Math.exp(logNormalCdf(-root / 2));
}
function rightOf(x, xi, phi) {
  const part2 = xi * xi / phi;
  const root = Math.sqrt(x);
  const far = xi * (2 * phi + xi) / (phi * (phi + xi));
  const near3 = (2 * phi + xi) ** 2 / ((phi + xi) * phi) - 2 + part2 * x / 2;
  return -Math.sqrt(part2) * (Math.exp(Math.log(x) / 2 - part2 * x / 8) / Math.sqrt(2 * Math.PI)) - far * Math.exp((phi + xi) * x / 2 + logNormalCdf(-(phi + xi / 2) / Math.sqrt(phi) * root)) + near3 * Math.exp(logNormalCdf(-Math.sqrt(part2) * root / 2));
}
function quantileOf(p, xi, phi) {
  const sign = argmaxCdf(0, xi, phi) < p ? 1 : -1;
  let far = sign;
  while (sign * (argmaxCdf(far, xi, phi) - p) < 0) far *= 2;
  let [low2, high2] = sign > 0 ? [0, far] : [far, 0];
  for (let step = 0; step < 60; step++) {
    const middle3 = (low2 + high2) / 2;
    if (argmaxCdf(middle3, xi, phi) < p) low2 = middle3;
    else high2 = middle3;
  }
  return (low2 + high2) / 2;
}

// src/measures/change-points/change-points-pelt.ts
function pelt(y, options) {
  const { cost: form = "mean", penalty } = options;
  const n = y.length;
  for (let t = 0; t < n; t++) if (!Number.isFinite(y[t])) throw new RangeError(`pelt: value ${t + 1} is not a number`);
  if (!(penalty >= 0)) throw new RangeError("pelt: the penalty is a number from 0");
  const shortest = Math.max(options.shortest ?? 2, form === "mean" ? 1 : 2);
  const rss = segmentRss(y, "mean");
  const cost = form === "mean" ? rss : (i, j) => (j - i) * Math.log(rss(i, j) / (j - i - 1) + 1e-6);
  return traced2(lastBreaks(n, cost, penalty, shortest), n);
}
function lastBreaks(n, cost, penalty, shortest) {
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Int32Array(n + 1);
  best[0] = -penalty;
  let open = [];
  for (let j = shortest; j <= n; j++) {
    const start = j - shortest;
    if (start === 0 || start >= shortest) open.push({ at: start, until: Number.POSITIVE_INFINITY });
    for (const { at } of open) {
      const total2 = best[at] + cost(at, j) + penalty;
      if (total2 < best[j]) {
        best[j] = total2;
        last[j] = at;
      }
    }
    open = stillOpen(open, j, best, cost, shortest);
  }
  return last;
}
function stillOpen(open, j, best, cost, shortest) {
  for (const candidate of open) {
    if (best[candidate.at] + cost(candidate.at, j) >= best[j]) candidate.until = Math.min(candidate.until, j + shortest - 1);
  }
  return open.filter(({ until }) => until > j);
}
function traced2(last, n) {
  const breaks = [];
  for (let at = last[n]; at > 0; at = last[at]) breaks.unshift(at);
  return breaks;
}

// src/measures/change-points/change-points-random-walk.ts
init_normal();
init_random();
function driftShare(y, breaks, model, shortest, options) {
  const { draws: draws3, seed } = options;
  const found = closeness(y, breaks, model, shortest);
  const walks = walksFor({ length: y.length, breaks, model, shortest, draws: draws3, seed });
  const asClose = walks.reduce((count3, walk) => count3 + Number(!(walk > found)), 0);
  const share2 = (1 + asClose) / (1 + draws3);
  return { share: share2, draws: draws3, error: Math.sqrt(share2 * (1 - share2) / draws3) };
}
var keptWalks = /* @__PURE__ */ new Map();
var mostKept3 = 4096;
function walksFor(walks) {
  const key = Object.values(walks).join(" ");
  const kept = keptWalks.get(key);
  if (kept !== void 0) return kept;
  if (keptWalks.size >= mostKept3) keptWalks.clear();
  const found = closenessOfWalks(walks);
  keptWalks.set(key, found);
  return found;
}
function closenessOfWalks({ length, breaks, model, shortest, draws: draws3, seed }) {
  const stream = randomStream(seed, "drift");
  const walk = new Float64Array(length);
  return Float64Array.from({ length: draws3 }, () => {
    let at = 0;
    for (let t = 0; t < length; t++) walk[t] = at += normalQuantile((stream.uint32() + 0.5) / 4294967296);
    return closeness(walk, breaks, model, shortest);
  });
}
function closeness(y, breaks, model, shortest) {
  const n = y.length;
  const drift = model === "trend" ? (y[n - 1] - y[0]) / (n - 1) : 0;
  let steps = 0;
  for (let t = 1; t < n; t++) steps += (y[t] - y[t - 1] - drift) ** 2;
  return bestPartitions(n, segmentRss(y, model), shortest, breaks).at(-1).cost / steps;
}

// src/measures/similarity/bit-planes.ts
function bitPlanes(positions, states2, rollCalls) {
  const words5 = rollCalls.length + 31 >>> 5;
  const all = new Int32Array(states2 * words5 * 3);
  const seen = new Uint8Array(states2);
  for (let r = 0; r < rollCalls.length; r++) {
    const from = rollCalls[r] * states2;
    const bit = 1 << (r & 31);
    const word = (r >>> 5) * 3;
    for (let s = 0; s < states2; s++) {
      const position = positions[from + s];
      if (position === 0) continue;
      all[s * words5 * 3 + word + position - 1] |= bit;
      seen[s] = 1;
    }
  }
  return keepSeen(all, seen, words5);
}
function keepSeen(all, seen, words5) {
  const states2 = Uint16Array.from(Array.from(seen.keys()).filter((s) => seen[s] === 1));
  const size = words5 * 3;
  const bits2 = new Int32Array(states2.length * size);
  states2.forEach((s, place) => {
    bits2.set(all.subarray(s * size, (s + 1) * size), place * size);
  });
  return { states: states2, words: words5, bits: bits2 };
}
var wordsPerSum = 31;
function countCells(planes, a, b, cells3) {
  const { bits: bits2, words: words5 } = planes;
  cells3.fill(0);
  for (let word = 0; word < words5; word += wordsPerSum) {
    countBlock(bits2, (a * words5 + word) * 3, (b * words5 + word) * 3, Math.min(wordsPerSum, words5 - word) * 3, cells3);
  }
}
function countBlock(bits2, atA, atB, size, cells3) {
  let yy = 0;
  let ya = 0;
  let yn = 0;
  let ay = 0;
  let aa = 0;
  let an = 0;
  let ny = 0;
  let na = 0;
  let nn = 0;
  for (let i = 0; i < size; i += 3) {
    const aYes = bits2[atA + i];
    const aAbstain = bits2[atA + i + 1];
    const aNo = bits2[atA + i + 2];
    const bYes = bits2[atB + i];
    const bAbstain = bits2[atB + i + 1];
    const bNo = bits2[atB + i + 2];
    yy += bitsPerByte(aYes & bYes);
    ya += bitsPerByte(aYes & bAbstain);
    yn += bitsPerByte(aYes & bNo);
    ay += bitsPerByte(aAbstain & bYes);
    aa += bitsPerByte(aAbstain & bAbstain);
    an += bitsPerByte(aAbstain & bNo);
    ny += bitsPerByte(aNo & bYes);
    na += bitsPerByte(aNo & bAbstain);
    nn += bitsPerByte(aNo & bNo);
  }
  cells3[0] += sumOfBytes(yy);
  cells3[1] += sumOfBytes(ya);
  cells3[2] += sumOfBytes(yn);
  cells3[3] += sumOfBytes(ay);
  cells3[4] += sumOfBytes(aa);
  cells3[5] += sumOfBytes(an);
  cells3[6] += sumOfBytes(ny);
  cells3[7] += sumOfBytes(na);
  cells3[8] += sumOfBytes(nn);
}
function bitsPerByte(word) {
  const pairs = word - (word >>> 1 & 1431655765);
  const nibbles = (pairs & 858993459) + (pairs >>> 2 & 858993459);
  return nibbles + (nibbles >>> 4) & 252645135;
}
function sumOfBytes(sum2) {
  const halves = (sum2 & 16711935) + (sum2 >>> 8 & 16711935);
  return (halves & 65535) + (halves >>> 16);
}

// src/measures/similarity/all-dyads.ts
function allDyads(votes, options = {}) {
  const chosen = chosenRollCalls(votes, options);
  const positions = readPositions(votes, options);
  const planes = bitPlanes(positions, votes.states, chosen);
  const rows = new Rows(pairsOf(planes.states.length));
  if (options.weights === void 0) fill(rows, planes);
  else fillWeighted(rows, planes, { positions, width: votes.states, chosen, weights: checkedWeights(options.weights, votes.rollCalls) });
  return rows.table();
}
var pairsOf = (states2) => states2 * (states2 - 1) / 2;
var Rows = class {
  count = 0;
  capacity;
  values;
  a;
  b;
  n;
  constructor(capacity) {
    this.capacity = capacity;
    this.values = new Float64Array(capacity * measureNames.length);
    this.a = new Uint16Array(capacity);
    this.b = new Uint16Array(capacity);
    this.n = new Uint32Array(capacity);
  }
  add(a, b, n, cells3) {
    writeSimilarity(cells3, this.values, this.count, this.capacity);
    this.a[this.count] = a;
    this.b[this.count] = b;
    this.n[this.count++] = n;
  }
  table() {
    const { capacity, count: count3 } = this;
    const column = (place) => this.values.subarray(place * capacity, place * capacity + count3);
    return { a: this.a.subarray(0, count3), b: this.b.subarray(0, count3), n: this.n.subarray(0, count3), ...byMeasure(column) };
  }
};
function fill(rows, planes) {
  const { states: states2 } = planes;
  const cells3 = new Float64Array(9);
  for (let i = 0; i < states2.length; i++) {
    for (let j = i + 1; j < states2.length; j++) {
      countCells(planes, i, j, cells3);
      const n = sum9(cells3);
      if (n > 0) rows.add(states2[i], states2[j], n, cells3);
    }
  }
}
function fillWeighted(rows, planes, { positions, width, chosen, weights }) {
  const cells3 = new Float64Array(9);
  const { states: states2 } = planes;
  for (let i = 0; i < states2.length; i++) {
    for (let j = i + 1; j < states2.length; j++) {
      cells3.fill(0);
      let n = 0;
      for (const r of chosen) {
        const row = positions[r * width + states2[i]];
        const column = positions[r * width + states2[j]];
        if (row === 0 || column === 0) continue;
        cells3[row * 3 + column - 4] += weights[r];
        n++;
      }
      if (n > 0) rows.add(states2[i], states2[j], n, cells3);
    }
  }
}
function sum9(c) {
  return c[0] + c[1] + c[2] + c[3] + c[4] + c[5] + c[6] + c[7] + c[8];
}
function checkedWeights(weights, rollCalls) {
  if (weights.length !== rollCalls) throw new RangeError("weights: one per roll call of the votes");
  const checked = Float64Array.from(weights);
  for (const w of checked) if (!(w >= 0 && w < Number.POSITIVE_INFINITY)) throw new RangeError(`weight ${w} is not a number from 0`);
  return checked;
}

// src/measures/similarity/centred-agreement.ts
function centredVotes({ states: states2, rollCalls, positions }) {
  const deviations = new Float64Array(positions.length).fill(Number.NaN);
  const spread = new Float64Array(rollCalls);
  for (let r = 0; r < rollCalls; r++) {
    const row = positions.subarray(r * states2, (r + 1) * states2);
    const mean = meanOf(row);
    let [squares, voted] = [0, 0];
    for (let i = 0; i < states2; i++) {
      if (row[i] === 0) continue;
      const x = row[i] - mean;
      deviations[i * rollCalls + r] = x;
      squares += x * x;
      voted++;
    }
    spread[r] = voted === 0 ? 0 : squares / voted;
  }
  return { states: states2, rollCalls, deviations, spread };
}
function meanOf(row) {
  let [sum2, voted] = [0, 0];
  for (const position of row) {
    if (position === 0) continue;
    sum2 += position;
    voted++;
  }
  return voted === 0 ? 0 : sum2 / voted;
}
function centredSums({ rollCalls, deviations, spread }, i, j) {
  const [a, b] = [i * rollCalls, j * rollCalls];
  let [n, difference, scale] = [0, 0, 0];
  for (let r = 0; r < rollCalls; r++) {
    const [x, y] = [deviations[a + r], deviations[b + r]];
    const apart = x - y;
    if (!(apart * apart >= 0)) continue;
    difference += apart * apart;
    scale += x * x + y * y + spread[r];
    n++;
  }
  return { n, difference, scale };
}
function centredAgreement({ difference, scale }) {
  return scale > 0 ? 1 - difference / scale : Number.NaN;
}
function centredError(parts2, i, j) {
  const sums = parts2.map((part2) => centredSums(part2, i, j));
  const [difference, scale] = [sums.reduce((sum2, one) => sum2 + one.difference, 0), sums.reduce((sum2, one) => sum2 + one.scale, 0)];
  const ratio4 = difference / scale;
  const squares = parts2.reduce((sum2, part2) => sum2 + squaredResiduals(part2, i, j, ratio4), 0);
  return Math.sqrt(squares) / scale;
}
function squaredResiduals({ rollCalls, deviations, spread }, i, j, ratio4) {
  let sum2 = 0;
  for (let r = 0; r < rollCalls; r++) {
    const [x, y] = [deviations[i * rollCalls + r], deviations[j * rollCalls + r]];
    const residual = (x - y) ** 2 - ratio4 * (x * x + y * y + spread[r]);
    if (!Number.isNaN(residual)) sum2 += residual * residual;
  }
  return sum2;
}

// src/measures/similarity/percentile.ts
function rankAmongSorted(sorted2, value) {
  if (Number.isNaN(value)) return Number.NaN;
  const below = firstAtLeast(sorted2, value);
  const equal = firstAbove(sorted2, value) - below;
  return 100 * (below + equal / 2) / sorted2.length;
}
function midRankPercentiles(values) {
  const sorted2 = values.filter((v) => !Number.isNaN(v)).sort();
  return values.map((v) => {
    if (Number.isNaN(v)) return Number.NaN;
    return 50 * (firstAtLeast(sorted2, v) + firstAbove(sorted2, v)) / sorted2.length;
  });
}
function firstAtLeast(sorted2, value) {
  return firstWhere(sorted2, (v) => v >= value);
}
function firstAbove(sorted2, value) {
  return firstWhere(sorted2, (v) => v > value);
}
function firstWhere(sorted2, holds) {
  let low2 = 0;
  let high2 = sorted2.length;
  while (low2 < high2) {
    const middle3 = low2 + high2 >>> 1;
    if (holds(sorted2[middle3])) high2 = middle3;
    else low2 = middle3 + 1;
  }
  return low2;
}

// src/measures/similarity/wilson.ts
var z2 = 1.6448536269514722;
function wilson(share2, n) {
  if (!(n >= 1) || !(share2 >= 0 && share2 <= 1)) throw new RangeError("wilson: a share from 0 to 1 of at least one trial");
  const spread = z2 * Math.sqrt(share2 * (1 - share2) / n + z2 * z2 / (4 * n * n));
  const middle3 = share2 + z2 * z2 / (2 * n);
  const scale = 1 + z2 * z2 / n;
  return { low: Math.max(0, (middle3 - spread) / scale), high: Math.min(1, (middle3 + spread) / scale) };
}

// src/store/indicators/indicators-aid-visits-exercises.ts
var directed = (of) => ({ ...of, relation: "directed" });
var kinds = ["financial", "humanitarian", "military"];
var support = kinds.flatMap((kind) => [
  {
    id: `support-commitments-${kind}`,
    belowZero: true,
    title: `Government support committed, ${kind}`,
    unit: "EUR",
    domain: kind === "military" ? "arms" : "investment",
    higher: "the donor has promised more",
    definition: `Value of ${kind} support that the donor's government has publicly promised; from = donor. A promise, not what was given.`,
    limits: "A promise may be made twice, or never kept, and what is taken back makes a month negative; what is secret is missing, and used arms are valued by rules of the source."
  },
  {
    id: `support-allocations-${kind}`,
    belowZero: true,
    title: `Government support allocated, ${kind}`,
    unit: "EUR",
    domain: kind === "military" ? "arms" : "investment",
    higher: "the donor has set aside or handed over more for named purposes",
    definition: `Value of ${kind} support allocated to a specific purpose or delivered; part of what is committed, never to be added to it; from = donor.`,
    limits: "Earmarked is not delivered, and what is taken back makes a month negative; what is secret is missing, and used arms are valued by rules of the source."
  }
]);
var finance = [
  ...support,
  {
    id: "support-deliveries-military",
    title: "Military support delivered",
    unit: "EUR",
    domain: "arms",
    higher: "more of what was promised has arrived",
    definition: "Value of military support that the source counts as delivered, where it has a value; from = donor.",
    limits: "Only deliveries that somebody made public and the source could price."
  },
  {
    id: "support-disbursements-financial",
    belowZero: true,
    title: "Financial support disbursed",
    unit: "EUR",
    domain: "investment",
    higher: "the donor has paid out more",
    definition: "Money paid out to the budget of the recipient in the period; from = donor.",
    limits: "Budget support only; grants and loans are added up alike, and what is paid back makes a month negative."
  },
  ...["oda", "oof", "vague"].map((flow2) => {
    const name = { oda: "like development aid", oof: "other official flows", vague: "official, kind not known" }[flow2];
    return {
      id: `official-finance-${flow2}`,
      title: `Official finance committed, ${name}`,
      unit: "USD",
      domain: "investment",
      higher: "the lender or donor committed more",
      definition: `Sum of the known amounts of official projects (${name}) by year of commitment, current prices; at least, since many projects have no amount.`,
      limits: "Known projects only, found in reports and the press: a floor, not a total. Commitments, of which some were cancelled."
    };
  }),
  {
    id: "official-finance-projects",
    title: "Official finance projects",
    unit: "projects",
    domain: "investment",
    higher: "more projects were committed",
    definition: "Number of official finance projects committed in the year, with and without a known amount.",
    limits: "Known projects only; a scholarship counts as much as a dam."
  },
  {
    id: "official-finance-unvalued",
    title: "Official finance projects without an amount",
    unit: "projects",
    domain: "investment",
    higher: "less of the finance is in the sums",
    definition: "Number of projects of the year that have no known amount and so are in no sum.",
    limits: "Says how much is not in the sums by number, not by size."
  },
  {
    id: "large-deals",
    title: "Large investments and construction contracts",
    unit: "USD",
    domain: "investment",
    higher: "firms of the first signed larger deals in the second",
    definition: "Value of investments and construction contracts of at least 100 million USD each, by year of agreement, current prices.",
    limits: "Announced deals of at least 100 million USD; smaller ones, loans and purchases of bonds are not in it, and some announced ones fail."
  },
  {
    id: "large-deals-count",
    title: "Number of large investments and construction contracts",
    unit: "deals",
    domain: "investment",
    higher: "firms of the first signed more deals in the second",
    definition: "Number of investments and construction contracts of at least 100 million USD each, by year of agreement.",
    limits: "A deal of 100 million counts as much as one of ten billion; smaller ones are not in it."
  }
];
var contacts = [
  {
    id: "leader-engagements",
    title: "Engagements of leaders",
    unit: "engagements",
    domain: "people",
    higher: "leaders dealt with the other state on more days",
    definition: "Mentions of the state in the public activities of listed leaders, one per day and leader: visits, meetings, calls, messages.",
    limits: "What the press agency reported of a closed list of leaders: a change of the list, or of its habits, changes the count."
  },
  {
    id: "leader-visit-days",
    title: "Days of leaders in the country",
    unit: "days",
    domain: "people",
    higher: "leaders were there on more days",
    definition: "Days of the year on which at least one of the listed leaders was in the other state.",
    limits: "Only listed leaders; stopovers and multilateral summits count like state visits."
  },
  ...[
    ["confucius-institutes", "Confucius Institutes", "institutes", "narrative"],
    ["sister-cities-established", "Sister city agreements made", "agreements", "people"],
    ["government-visits", "Visits of government leaders", "visits", "people"],
    ["military-visits", "Visits of military leaders", "visits", "people"],
    ["elite-visits", "Visits of government and military leaders", "visits", "people"],
    ["ambassador-op-eds", "Articles by the ambassador in the host's press", "articles", "narrative"],
    ["journalist-visits", "Visits of journalists", "visits", "narrative"],
    ["media-partnerships", "Partnerships of media", "partnerships", "narrative"],
    ["students-sent", "Students sent to the country", "students", "people"],
    ["students-received", "Students received from the country", "students", "people"]
  ].map(
    ([id2, title, unit2, domain]) => ({
      id: id2,
      title,
      unit: unit2,
      domain,
      higher: "more public diplomacy of the first towards the second",
      definition: `${title} of the year, as counted by the source in its column of that name; from = the state whose public diplomacy it is.`,
      limits: "A count by one research project from public reports: what was not reported is missing, and none of it says whether it worked."
    })
  )
];
var statecraftIndicators = [
  ...[...finance, ...contacts].map(directed),
  {
    id: "joint-exercises",
    title: "Joint military exercises",
    unit: "exercises",
    relation: "undirected",
    domain: "exercises",
    higher: "the two trained together more often",
    definition: "Number of exercises of the year in which both took part, as the reporter lists them; from = reporter.",
    limits: "What one reporter lists: size, length and content of an exercise do not count, and unannounced ones are missing."
  }
];

// src/store/indicators/indicators-arms.ts
var deliveries = {
  id: "arms-deliveries-tiv",
  title: "Deliveries of major arms",
  unit: "million TIV",
  relation: "directed",
  domain: "arms",
  higher: "the supplier delivered more military capability to the recipient",
  definition: "Volume of major conventional arms delivered in a calendar year in SIPRI trend-indicator values, which weigh capability, not price; from = supplier.",
  limits: "No price and no payment; small arms, ammunition, services and most components are left out. Deliveries of one year swing with single ships and aircraft: compare five years."
};
var expenditure = [
  [
    "military-expenditure",
    "Military expenditure at current prices",
    "USD",
    "a larger military budget at market exchange rates",
    "Military expenditure of a calendar year at current prices, converted at the exchange rate of that year."
  ],
  [
    "military-expenditure-constant",
    "Military expenditure at constant prices",
    "mixed",
    "a larger military budget after inflation",
    "Military expenditure of a calendar year at the prices and exchange rates of one base year; the unit names it (USD of 2022)."
  ],
  [
    "military-expenditure-local",
    "Military expenditure in local currency",
    "mixed",
    "a larger military budget in the state's own money",
    "Military expenditure of a calendar year at current prices in the state's latest currency; the unit is the source's name of it."
  ],
  [
    "military-expenditure-gdp-share",
    "Military expenditure as a share of GDP",
    "share of GDP",
    "more of the economy goes to the military",
    "Military expenditure of a calendar year divided by gross domestic product: 0.02 is 2 %."
  ],
  [
    "military-expenditure-per-head",
    "Military expenditure per head",
    "USD",
    "more is spent on the military for each inhabitant",
    "Military expenditure of a calendar year at current prices and exchange rates, divided by the population."
  ],
  [
    "military-expenditure-government-share",
    "Military expenditure as a share of government spending",
    "share of government spending",
    "more of the public purse goes to the military",
    "Military expenditure of a calendar year divided by general government expenditure: 0.1 is 10 %."
  ]
];
var orders = {
  id: "arms-orders",
  title: "Orders of major arms, one by one",
  table: "events",
  unit: "events",
  relation: "directed",
  domain: "arms",
  higher: "more deals were made",
  definition: "A deal of the trade register: what was ordered and delivered, from the year of the order to the last year of delivery; from = supplier.",
  limits: `A deal may be one missile or forty frigates; numbers and years with "about" are SIPRI's estimates, and orders that nobody made public are missing.`
};
var armsIndicators = [
  deliveries,
  orders,
  ...expenditure.map(
    ([id2, title, unit2, higher, definition]) => ({
      id: id2,
      title,
      unit: unit2,
      relation: "state",
      domain: null,
      higher,
      definition,
      limits: "Military spending has no common definition: pensions, paramilitary forces and research are in some budgets and not in others, and the largest spenders publish least."
    })
  )
];

// src/store/indicators/indicators-capabilities.ts
var nmc = [
  [
    "cinc",
    "Composite index of national capability",
    "share of 1",
    "a larger share of the system's capabilities",
    "Mean of a state's shares of the world's sums of six capabilities: military expenditure and personnel, iron and steel, energy, total and urban people."
  ],
  [
    "military-expenditure-nmc",
    "Military expenditure (Correlates of War)",
    "mixed",
    "more money for the forces",
    "Military expenditure of a year, current prices: pounds sterling to 1913, US dollars from 1914."
  ],
  ["military-personnel-nmc", "Military personnel", "persons", "larger forces", "Troops under the command of the national government."],
  [
    "iron-steel-nmc",
    "Iron and steel production",
    "tonnes",
    "more heavy industry",
    "Production of iron to 1899 and of steel from 1900, in metric tons."
  ],
  [
    "energy-consumption-nmc",
    "Primary energy consumption",
    "tonnes of coal equivalent",
    "more industry and comfort",
    "Consumption of primary energy, all fuels in metric tons of coal that give the same heat."
  ],
  [
    "population-nmc",
    "Population (Correlates of War)",
    "persons",
    "more inhabitants",
    "Total population as the Correlates of War estimate it."
  ],
  [
    "urban-population-nmc",
    "Urban population (Correlates of War)",
    "persons",
    "more people in cities",
    "People living in cities of 100,000 inhabitants or more."
  ]
];
var products = [
  [
    "gdp-estimate",
    "Real GDP, estimated",
    "international USD of 2017, PPP",
    "a larger economy",
    "Mean of the simulated real GDP of a year at purchasing power parities, on the scale of the Penn World Table 10."
  ],
  [
    "gdp-estimate-sd",
    "Real GDP, standard deviation of the estimate",
    "international USD of 2017, PPP",
    "a less certain estimate",
    "Standard deviation of the simulations behind gdp-estimate."
  ],
  [
    "gdp-per-head-estimate",
    "Real GDP per head, estimated",
    "international USD of 2011, PPP",
    "a richer people",
    "Mean of the simulated real GDP per head of a year, on the scale of the Maddison Project."
  ],
  [
    "gdp-per-head-estimate-sd",
    "Real GDP per head, standard deviation of the estimate",
    "international USD of 2011, PPP",
    "a less certain estimate",
    "Standard deviation of the simulations behind gdp-per-head-estimate."
  ],
  ["population-estimate", "Population, estimated", "persons", "more inhabitants", "Mean of the simulated population of a year."],
  [
    "population-estimate-sd",
    "Population, standard deviation of the estimate",
    "persons",
    "a less certain estimate",
    "Standard deviation of the simulations behind population-estimate."
  ],
  [
    "gdp-log",
    "GDP, natural logarithm",
    "ln of USD of 2011",
    "a larger economy",
    "Natural logarithm of the estimated GDP in US dollars of 2011."
  ],
  [
    "gdp-per-head-log",
    "GDP per head, natural logarithm",
    "ln of USD of 2011",
    "a richer people",
    "Natural logarithm of the estimated GDP per head in US dollars of 2011."
  ],
  [
    "surplus-product-log",
    "Surplus domestic product, natural logarithm",
    "ln of USD of 2011",
    "more left over after subsistence",
    "Natural logarithm of the part of GDP beyond about three dollars of 2011 a head and day; 0 stands for no surplus at all."
  ],
  [
    "population-log",
    "Population, natural logarithm",
    "ln of persons",
    "more inhabitants",
    "Natural logarithm of the estimated population."
  ]
];
var regimes = [
  [
    "electoral-democracy",
    "Electoral democracy index",
    "index 0 to 1",
    "freer and fairer elections, with the liberties they need",
    "V-Dem index of electoral democracy (v2x_polyarchy), point estimate."
  ],
  [
    "polity2",
    "Polity score",
    "score -10 to 10",
    "a more democratic constitution",
    "Revised combined Polity score, democracy minus autocracy."
  ],
  [
    "unified-democracy",
    "Extended Unified Democracy Score",
    "standard normal score",
    "a more democratic regime by the verdict of many measures",
    "Latent trait behind many measures of democracy, posterior mean; 0 is the average state-year."
  ],
  [
    "unified-democracy-adjusted",
    "Extended Unified Democracy Score, adjusted",
    "standard normal score",
    "a more democratic regime by the verdict of many measures",
    "The same moved so that 0 is the average point at which the yes-or-no measures among them call a regime democratic."
  ]
];
var belowZero = /-log$|^polity2$|^unified-democracy/;
var capabilityIndicators = [
  ...stateIndicators(
    nmc,
    "Counts heads, steel and fuel of all states alike: quality, technology and the will to use them are not in it. Many early and wartime figures are guesses of the compilers."
  ),
  ...stateIndicators(
    products,
    "A model, not an account: it fills two centuries from sources that overlap in part, and its uncertainty is large before 1950. Never to be mixed with reported GDP."
  ),
  ...stateIndicators(regimes, "A judgement of experts, put into a number: small differences mean nothing, and editions recode the past.")
];
function stateIndicators(entries4, limits2) {
  return entries4.map(([id2, title, unit2, higher, definition]) => ({
    id: id2,
    title,
    unit: unit2,
    relation: "state",
    domain: null,
    higher,
    definition,
    limits: limits2,
    ...belowZero.test(id2) ? { belowZero: true } : {}
  }));
}

// src/store/indicators/indicators-debt.ts
var limits = "Public and publicly guaranteed long-term debt as the debtor reports it: debts of firms without a guarantee, short-term debt and holders of bonds are not in it. Never all that one state owes another.";
var entries = [
  [
    "public-debt-official",
    "Public debt to official bilateral lenders",
    "Public and publicly guaranteed long-term debt at the end of a year to the government of the creditor, its central bank and its public lenders; from = creditor (WLD: all states), to = debtor.",
    true
  ],
  [
    "public-debt-banks",
    "Public debt to commercial banks",
    "Public and publicly guaranteed long-term debt at the end of a year to banks of the creditor; from = creditor (WLD: all), to = debtor."
  ],
  [
    "public-debt-other-private",
    "Public debt to other private lenders",
    "Public and publicly guaranteed long-term debt at the end of a year to manufacturers, exporters and others of the creditor, without banks and bonds; from = creditor (WLD: all), to = debtor."
  ],
  [
    "public-debt-multilateral",
    "Public debt to international organisations",
    "Public and publicly guaranteed long-term debt at the end of a year to the World Bank, regional banks and other organisations of states; from = WLD, to = debtor."
  ],
  [
    "public-debt-bonds",
    "Public debt in bonds",
    "Public and publicly guaranteed long-term debt at the end of a year in bonds, whose holders are not known; from = WLD, to = debtor."
  ],
  [
    "public-debt-unlisted",
    "Public debt whose creditor is not listed",
    "What the totals of official, bank and other private creditors have beyond the creditors that the source lists; from = WLD, to = debtor."
  ]
];
var debtIndicators = entries.map(([id2, title, definition, belowZero2]) => ({
  id: id2,
  title,
  unit: "USD",
  relation: "directed",
  domain: "finance",
  higher: "the debtor owes more",
  definition,
  limits,
  ...belowZero2 === void 0 ? {} : { belowZero: belowZero2 }
}));

// src/store/indicators/indicators-dyads.ts
var kinds2 = [
  ["defence", "to come to its aid when it is attacked"],
  ["offence", "to join it in a war that it has not been drawn into by an attack"],
  ["neutrality", "not to help its enemy"],
  ["nonaggression", "not to use force against it"],
  ["consultation", "to consult it in a crisis"]
];
var alliances = kinds2.map(([kind, duty]) => ({
  id: `alliance-${kind}`,
  title: `Treaty obligation: ${kind}`,
  unit: "0 or 1",
  relation: "directed",
  domain: "alliance",
  higher: `the one is bound by treaty ${duty}`,
  definition: `1 where at some time of the year a treaty bound the first state ${duty}; 0 where they had a treaty that did not.`,
  limits: "The words of treaties, not what was done: promises that nobody would keep count, and ties without a treaty do not. Secret clauses are known late."
}));
var disputes = [
  {
    id: "dispute-onsets",
    title: "Militarized disputes that began",
    unit: "disputes",
    relation: "undirected",
    domain: "conflict",
    higher: "more disputes between the two began",
    definition: "Number of disputes of the year in which one of the two threatened, displayed or used force against the other; from = first of the two by code.",
    limits: "A threat counts as much as a battle; of a dispute between coalitions every pair across is counted."
  },
  {
    id: "dispute-hostility",
    title: "Highest hostility in a militarized dispute",
    unit: "level",
    relation: "undirected",
    domain: "conflict",
    higher: "a more violent act, by either of the two",
    definition: "Highest level of hostility that either reached in a dispute of the year: 1 none, 2 threat, 3 display, 4 use of force, 5 war.",
    limits: "An ordinal level: it is never averaged, and a use of force may be the seizure of a fishing boat."
  }
];
var trade = [
  {
    id: "goods-imports-cow",
    title: "Goods imports as the Correlates of War compile them",
    unit: "USD",
    relation: "directed",
    domain: "trade",
    higher: "the importer took more goods from the exporter",
    definition: "Value of goods that the importer took from the exporter, current prices; from = exporter (WLD: all), to = importer.",
    limits: "Compiled from several providers, whose seams show as jumps; ends in 2014. Zero and missing were told apart by the compilers, not by the states."
  },
  {
    id: "goods-imports-cow-smoothed",
    title: "Goods imports as the Correlates of War smooth them",
    unit: "USD",
    relation: "directed",
    domain: "trade",
    higher: "the importer took more goods from the exporter",
    definition: "A row where the source replaced a figure of goods-imports-cow by a smoothed one; elsewhere the smoothed figure is that figure.",
    limits: "No report of anybody: a filled or smoothed figure, for continuity only."
  },
  {
    id: "goods-exports-cow",
    title: "Total goods exports as the Correlates of War compile them",
    unit: "USD",
    relation: "directed",
    domain: "trade",
    higher: "the state sold more goods abroad",
    definition: "Value of goods that a state sold to all others, current prices; from = exporter, to = WLD.",
    limits: "Total of a state, not the sum of its pairs; compiled from several providers, ends in 2014."
  }
];
var memberships = [
  ["igo-memberships", "full member", "Memberships in intergovernmental organisations"],
  ["igo-memberships-associate", "associate member", "Associate memberships in intergovernmental organisations"],
  ["igo-memberships-observer", "observer", "Seats as an observer in intergovernmental organisations"],
  ["igo-memberships-any", "member, associate or observer", "Ties of any kind to intergovernmental organisations"]
];
var institutions = [
  {
    id: "shared-igos",
    title: "Shared intergovernmental organisations",
    unit: "organisations",
    relation: "undirected",
    domain: "institutions",
    higher: "the two sit together in more organisations",
    definition: "Number of intergovernmental organisations of which both are full members in the year; from is the first of the two by ISO3.",
    limits: "Counts seats, not what is done in them: a shared talking shop weighs as much as the Security Council. Bodies that end or merge lower the number."
  },
  ...memberships.map(
    ([id2, role, title]) => ({
      id: id2,
      title,
      unit: "organisations",
      relation: "state",
      domain: "institutions",
      higher: "the state takes part in more organisations",
      definition: `Number of intergovernmental organisations of which the state is ${role} in the year.`,
      limits: "Counts seats, not what is done in them; which bodies are organisations is a decision of the source."
    })
  )
];
var distances = [
  ["distance", "between the largest cities"],
  ["distance-capitals", "between the capitals"],
  ["distance-weighted", "between all main cities, weighted by their shares of each country's people (arithmetic mean)"],
  ["distance-weighted-ces", "between all main cities, weighted by their shares of each country's people (harmonic mean)"]
];
var links = [
  ["shared-border", "Shared border", "the two share a land border"],
  ["shared-official-language", "Shared official language", "a language is official or primary in both"],
  ["shared-spoken-language", "Shared spoken language", "at least 9 % of the people of each speak the same language"],
  ["colonial-link", "Colonial link", "one was ever a colony of the other"],
  ["common-coloniser", "Common coloniser", "both had the same coloniser after 1945"],
  ["colonial-link-current", "Current colonial link", "one is a colony of the other"],
  ["colonial-link-1945", "Colonial link after 1945", "one was a colony of the other after 1945"],
  ["same-country", "Once one country", "the two are or were one country"]
];
var geography = [
  {
    id: "contiguity",
    title: "Contiguity",
    unit: "type 1 to 5",
    relation: "undirected",
    domain: null,
    higher: "more water lies between the two; a kind, not an amount",
    definition: "1: a land or river border; by water at most 2: 12 miles, 3: 24 miles, 4: 150 miles, 5: 400 miles. From is the first of the two by ISO3.",
    limits: "A border says nothing of how it can be crossed; colonies count for nothing here."
  },
  ...distances.map(
    ([id2, between]) => ({
      id: id2,
      title: `Distance ${between}`,
      unit: "km",
      relation: "directed",
      domain: null,
      higher: "the two lie farther apart",
      definition: `Great-circle distance ${between}.`,
      limits: "As the crow flies, of the cities of one year: no mountains, seas or transport in it. The same in every year."
    })
  ),
  ...links.map(
    ([id2, title, meaning]) => ({
      id: id2,
      title,
      unit: "0 or 1",
      relation: "directed",
      domain: null,
      higher: meaning,
      definition: `1 where ${meaning}, else 0.`,
      limits: "Yes or no, once for all time: when it began or ended, and how much it matters, is not in it."
    })
  ),
  {
    id: "internal-distance",
    title: "Internal distance",
    unit: "km",
    relation: "state",
    domain: null,
    higher: "goods travel farther within the country",
    definition: "Two thirds of the radius of a disk of the area of the country: two thirds of the root of area over pi.",
    limits: "A formula of the area alone; mountains and empty land do not show."
  },
  {
    id: "internal-distance-weighted",
    title: "Internal distance, weighted by people",
    unit: "km",
    relation: "state",
    domain: null,
    higher: "people live farther apart within the country",
    definition: "Mean distance between the main cities of the country, weighted by their shares of its people.",
    limits: "Rests on the cities of one year; people who moved since do not show."
  },
  {
    id: "area",
    title: "Area",
    unit: "km2",
    relation: "state",
    domain: null,
    higher: "a larger country",
    definition: "Area of the country in square kilometres, land and inland waters.",
    limits: "As one atlas draws the country; disputed land is given to one side without a word."
  },
  {
    id: "landlocked",
    title: "Landlocked",
    unit: "0 or 1",
    relation: "state",
    domain: null,
    higher: "the country has no coast",
    definition: "1 where the country has no coast, else 0.",
    limits: "A river to the sea counts for nothing; so does a canal."
  }
];
var dyadIndicators = [...alliances, ...disputes, ...trade, ...institutions, ...geography];

// src/store/indicators/indicators-events.ts
var eventIndicators = [
  {
    id: "coded-events",
    title: "Events coded from news reports",
    unit: "events",
    relation: "state",
    domain: null,
    higher: "more events were coded on that day, mostly because more reports were read",
    definition: "Number of all events that the source coded on a day and placed in the country (or anywhere: WLD); a divisor, not a measure.",
    limits: "Grows with the press and with the software, not with the world: only shares of it can be compared over time."
  },
  {
    id: "documents-naming-both",
    title: "News documents that name places in both states",
    unit: "documents",
    relation: "undirected",
    domain: "narrative",
    higher: "the two are more often named in one document",
    definition: "Number of documents of a day in which the source found places in both states; from and to in the order of the alphabet.",
    limits: "Naming two states in one document is no relation between them: a list of medals names many."
  }
];

// src/store/indicators/indicators-people.ts
var people = [
  {
    id: "migrant-stock",
    title: "People born in one state who live in another",
    unit: "persons",
    relation: "directed",
    domain: "people",
    higher: "more people born in the first live in the second",
    definition: "Number of people born in the first state (in some registers: its citizens) who live in the second at mid-year; from = origin.",
    limits: "A stock, not the arrivals of a year. Estimated between censuses; refugees are counted unevenly, and an origin that a list does not name is unknown."
  },
  {
    id: "visa-rule",
    title: "Visa rule for a short visit",
    unit: "of 5",
    relation: "directed",
    domain: "people",
    higher: "less is to be done before the journey",
    definition: "Rule for holders of an ordinary passport of the first state who visit the second, as a code: 0 no admission, 1 visa required, 2 e-visa, 3 electronic travel authorisation, 4 visa on arrival, 5 no visa; from = passport.",
    limits: "A code, not a score: never averaged. The rule of one day; how strictly it is applied, and rules for work, are not told."
  },
  {
    id: "visa-free-days",
    title: "Days of a visit without a visa",
    unit: "days",
    relation: "directed",
    domain: "people",
    higher: "a visitor may stay longer without a visa",
    definition: "Days that a holder of an ordinary passport of the first state may stay in the second without a visa; from = passport.",
    limits: "Only where the source states the days; a right to settle, as in the EU, is told by days as well or by none."
  },
  {
    id: "leaders-received",
    title: "Visits of heads of state and government",
    unit: "visits",
    relation: "directed",
    domain: "people",
    higher: "leaders of the first came to the second more often",
    definition: "Entries of the year in the list of visits by foreign heads of state and government; from = the leader\u2019s state, to = host = reporter.",
    limits: "The list of one host. A visit of state and a stop for a funeral count alike."
  },
  {
    id: "leaders-travelled",
    title: "Visits of the President and the Secretary of State of the United States",
    unit: "visits",
    relation: "directed",
    domain: "people",
    higher: "the two officials went there more often",
    definition: "Entries of the year in the lists of travels abroad of the President and the Secretary of State; from = the United States.",
    limits: "Many visits are to a conference that the state hosts; one journey may have several entries."
  },
  {
    id: "visit-events",
    title: "Visits of leaders, one by one",
    table: "events",
    unit: "events",
    relation: "directed",
    domain: "people",
    higher: "leaders met more often",
    definition: "A visit of a leader to another state, with person, first and last day; from = the visitor\u2019s state.",
    limits: "Only the leaders and hosts that the list follows; what was said is not told."
  }
];
var representation = [
  {
    id: "embassy",
    title: "Embassy in the other state",
    unit: "0 or 1",
    relation: "directed",
    domain: "diplomacy",
    higher: "the first has an embassy in the second",
    definition: "Whether the source lists an embassy, high commission or nunciature of the first state in the second, accredited to it.",
    limits: "A list of volunteers: what it lacks may exist, and what has closed may linger."
  },
  {
    id: "embassy-elsewhere",
    title: "Embassy elsewhere that covers the other state",
    unit: "0 or 1",
    relation: "directed",
    domain: "diplomacy",
    higher: "an ambassador in a third state covers the second",
    definition: "Whether the source lists an embassy of the first state in a third one as accredited to the second, and none in the second.",
    limits: "A list of volunteers: what it lacks may exist."
  },
  {
    id: "consulates",
    title: "Consulates in the other state",
    unit: "consulates",
    relation: "directed",
    domain: "diplomacy",
    higher: "the first has more consulates in the second",
    definition: "Number of consulates and consulates general of the first state in the second that the source lists, without honorary ones.",
    limits: "A list of volunteers: at least so many."
  },
  {
    id: "representation-level",
    title: "Level of diplomatic representation",
    unit: "of 6",
    relation: "directed",
    domain: "diplomacy",
    higher: "a representative of higher rank",
    definition: "Rank of the representative of the first state in the second, as the source codes it: 6 ambassador, 5 lower envoy, 4 charg\xE9 d\u2019affaires, 0 withdrawn, recalled or expelled.",
    limits: "Coded from a yearbook that comes a year or more late. A code, not a score."
  },
  {
    id: "us-missions",
    title: "Mission of the United States, by status and day",
    table: "events",
    unit: "status from day to day",
    relation: "directed",
    domain: "diplomacy",
    higher: "no order: the status in words",
    definition: "Status of the mission of the United States in a state from one day to another: embassy, legation, interests section or none.",
    limits: "One side only: the mission of the other state in Washington is not told."
  }
];
var forces = [
  {
    id: "us-forces",
    title: "Members of the forces of the United States in the country",
    unit: "persons",
    relation: "directed",
    domain: "alliance",
    higher: "more members of the US forces serve there",
    definition: "Active members of the US forces who are assigned to the country, as the Department of Defense counts them; from = the United States.",
    limits: "Guards and attach\xE9s of the embassy count; rotations and operations mostly do not. Presence says nothing of consent or of a commitment."
  }
];
var peopleIndicators = [...people, ...representation, ...forces];

// src/store/indicators/quoted-fuels.ts
var gas = "Gas by pipeline is told by where it was produced by some and by the border that it crosses by others.";
var quotedFuels = [
  {
    id: "crude-oil",
    name: "crude oil",
    limits: "Some count gas condensate in; customs tell origins as declared, those who follow tankers as seen."
  },
  { id: "oil", name: "crude oil and oil products", limits: "Crude oil and what is made of it are one here." },
  { id: "diesel", name: "diesel and gasoil", limits: "Much of it is sent on from where it is landed." },
  { id: "gas", name: "natural gas by pipeline and liquefied", limits: gas },
  { id: "pipeline-gas", name: "natural gas by pipeline", limits: gas },
  { id: "lng", name: "liquefied natural gas", limits: "Some count it where it is landed, others by whose it is in the end." },
  { id: "coal", name: "coal", limits: "Some count lignite in, and some coking coal apart." },
  { id: "uranium", name: "natural uranium", limits: "What utilities had delivered; where it was enriched is told apart." }
];
var quotedMeasuresByFuel = {
  "crude-oil": ["deliveries", "import-share", "export-share", "supplier-place", "buyer-place"],
  oil: ["deliveries", "import-share", "export-share", "supplier-place", "buyer-place"],
  diesel: ["deliveries", "supplier-place", "buyer-place"],
  gas: ["deliveries", "import-share", "export-share", "supplier-place"],
  "pipeline-gas": ["deliveries", "import-share", "supplier-place"],
  lng: ["deliveries", "import-share", "export-share", "supplier-place", "buyer-place"],
  coal: ["deliveries", "import-share", "supplier-place"],
  uranium: ["import-share", "supplier-place"]
};
var quotedEnergyIds = quotedFuels.flatMap((fuel) => (quotedMeasuresByFuel[fuel.id] ?? []).map((measure) => ({ id: `${fuel.id}-${measure}`, fuel, measure })));

// src/store/indicators/indicators-energy-quoted.ts
var told = {
  deliveries: (name) => ({
    title: `Deliveries of ${name}, as texts print them`,
    unit: "mixed",
    higher: "more of it went from the first to the second",
    definition: `Amount of ${name} that went from the first to the second in the time, in tonnes, cubic metres or barrels a day as the text tells it; from = where it comes from.`,
    limits: "Tonnes, cubic metres and barrels a day are never turned into one another here."
  }),
  "import-share": (name) => ({
    title: `Supplier's share in the buyer's imports of ${name}`,
    unit: "share",
    higher: "more of what the buyer imports comes from this supplier",
    definition: `Share of the first in all ${name} that the second imports in the time, as a text prints it; from = supplier.`,
    limits: "By amount, or by value where the note of the row says so; of imports, not of what is used."
  }),
  "export-share": (name) => ({
    title: `Buyer's share in the supplier's exports of ${name}`,
    unit: "share",
    higher: "more of what the supplier exports goes to this buyer",
    definition: `Share of the second in all ${name} that the first exports in the time, as a text prints it; from = supplier.`,
    limits: "By amount, or by value where the note of the row says so."
  }),
  "supplier-place": (name) => ({
    title: `Supplier's place among the buyer's suppliers of ${name}`,
    unit: "place",
    higher: "others supply the buyer with more",
    definition: `Place of the first among those who supply the second with ${name} in the time, as a text tells it: 1 is the largest; from = supplier.`,
    limits: "By amount, or by value where the note of the row says so; who is on the list is not told."
  }),
  "buyer-place": (name) => ({
    title: `Buyer's place among the supplier's buyers of ${name}`,
    unit: "place",
    higher: "others buy more from the supplier",
    definition: `Place of the second among those who buy ${name} from the first in the time, as a text tells it: 1 is the largest; from = supplier.`,
    limits: "By amount, or by value where the note of the row says so; who is on the list is not told."
  })
};
var indicatorOf = (id2, { name, limits: limits2 }, measure) => {
  const one = told[measure](name);
  return { ...one, id: id2, relation: "directed", domain: "energy", limits: `${one.limits} ${limits2}` };
};
var quotedEnergyIndicators = quotedEnergyIds.map(({ id: id2, fuel, measure }) => indicatorOf(id2, fuel, measure));

// src/store/indicators/indicators-quoted.ts
var entries2 = [
  [
    "arms-deliveries-five-years",
    "Deliveries of major arms in five years",
    "million TIV",
    "arms",
    "the supplier delivered more military capability to the recipient",
    "Volume of major conventional arms delivered in five calendar years in SIPRI trend-indicator values, quoted as a single fact; from = supplier.",
    "Capability, not price or payment; small arms, ammunition and most components are left out."
  ],
  [
    "arms-import-share",
    "Supplier's share in the recipient's arms imports",
    "share",
    "arms",
    "more of what the recipient takes comes from this supplier",
    "Share of the supplier in the volume of the recipient's imports of major arms in five calendar years, by SIPRI; from = supplier.",
    "A share of imports says nothing of what the recipient makes itself, and a high share of little is little."
  ],
  [
    "arms-export-share",
    "Recipient's share in the supplier's arms exports",
    "share",
    "arms",
    "more of what the supplier sells goes to this recipient",
    "Share of the recipient in the volume of the supplier's exports of major arms in five calendar years, by SIPRI; from = supplier.",
    "A high share of little is little."
  ],
  [
    "direct-investment-stock",
    "Stock of direct investment",
    "USD",
    "investment",
    "firms of the first own more in the second",
    "Position of direct investment of the first state in the second at the end of a year or on a day, as the reporter counts it; from = investor.",
    "Reporters value it differently and see the last stop of the money only: what goes through a third place is booked there."
  ],
  [
    "settlement-own-currencies",
    "Settlement in the two states' own currencies",
    "share",
    "finance",
    "more of the trade between the two is paid in their own money, and less in a third state's",
    "Share of the payments for trade between the two that is made in either's currency, as an official of one of them states it.",
    "A statement of an official, not a statistic: what is counted is seldom said, and no series stands behind it.",
    "undirected"
  ],
  [
    "loans-outstanding",
    "Loans outstanding",
    "USD",
    "finance",
    "the debtor owes the creditor more",
    "Loans of the first state and its banks to the public sector of the second that are outstanding on a day; from = creditor.",
    "What is guaranteed by the state and what is not are drawn together or apart by different compilers; deposits of central banks may be missing."
  ],
  [
    "treasury-securities-held",
    "Treasury securities of the United States held",
    "USD",
    "finance",
    "more of the savings of the first are lent to the government of the second",
    "Treasury securities of the United States held in the first state at the end of a month, as the Treasury reports; from = holder.",
    "By the place of the custodian: holdings through London, Brussels or the Caymans are booked there."
  ]
];
var commonLimits = "Military spending has no common definition, and the fact sheets of later years revise the earlier ones.";
var spending = [
  {
    id: "military-expenditure-real-growth",
    title: "Military expenditure, change on the year before in real terms",
    unit: "percent",
    relation: "state",
    domain: null,
    higher: "military spending grew faster than prices did",
    definition: "Change of military expenditure on the calendar year before at constant prices, as SIPRI prints it: 9.4 is 9.4 %.",
    belowZero: true,
    limits: commonLimits
  },
  {
    id: "defence-expenditure-nato-gdp-share",
    title: "Defence expenditure as a share of GDP, as NATO counts it",
    unit: "share of GDP",
    relation: "state",
    domain: null,
    higher: "more of the economy goes to defence as NATO defines it",
    definition: "Defence expenditure by NATO's definition divided by gross domestic product: 0.02 is 2 %.",
    limits: `Estimates of a year that is not over are plans. NATO counts pensions and leaves out some police forces. ${commonLimits}`
  }
];
var quoted2 = entries2.map(([id2, title, unit2, domain, higher, definition, limits2, relation]) => ({
  id: id2,
  title,
  unit: unit2,
  relation: relation ?? "directed",
  // a stock of direct investment is net of what the firms owe each other in return
  ...id2 === "direct-investment-stock" ? { belowZero: true } : {},
  domain,
  higher,
  definition,
  limits: limits2
}));
var quotedIndicators = [...quoted2, ...spending, ...quotedEnergyIndicators];

// src/store/indicators/indicators-sales.ts
var entries3 = [
  ["fuel-sales", "Sales of fuels, by input-output tables", "energy", "coal, oil, gas and refined fuels"],
  ["electronics-sales", "Sales of electronics, by input-output tables", "technology", "computers, electronic and optical goods"],
  [
    "services-sales",
    "Sales of services, by input-output tables",
    "trade",
    "services of all kinds, with transport and the margins of traders"
  ]
];
var salesIndicators = entries3.map(([id2, title, domain, what]) => ({
  id: id2,
  title,
  unit: "USD",
  relation: "directed",
  domain,
  higher: "more of the seller\u2019s output went to the buyer",
  definition: `Value at basic prices of ${what} that the seller's industries sell to the buyer, for use and as inputs, as the tables balance it; from = seller (WLD: all others), to = buyer.`,
  limits: "A table that was made to balance: single cells are estimates, and what no survey covers is shared out by proportion. Basic prices, without what only passes through: no figure of customs."
}));

// src/store/indicators/indicators-technology.ts
var sectorGoods = [
  { id: "semiconductors", layer: "semiconductors", indicator: "semiconductors-flow", name: "semiconductors and solar cells" },
  { id: "batteries", layer: "batteries", indicator: "batteries-flow", name: "batteries" },
  { id: "critical-minerals", layer: "critical_minerals", indicator: "critical-minerals-flow", name: "critical minerals" },
  { id: "medicines", layer: "pharma_apis", indicator: "medicines-flow", name: "ingredients of medicines" },
  { id: "aerospace", layer: "aerospace", indicator: "aerospace-flow", name: "aircraft, spacecraft and their engines" }
];
var contents = {
  semiconductors: "Semiconductor devices, integrated circuits, solar cells and the machines that make them (HS 8541, 8542, 8486)",
  batteries: "Accumulators and their lithium compounds (HS 8507, 2825.20, 2836.91)",
  "critical-minerals": "Graphite, rare earths, rare and refractory metals and their compounds, and permanent magnets (44 codes of HS)",
  medicines: "Organic compounds of which medicines are made: heterocycles, vitamins, hormones, antibiotics and others (81 codes of HS 29)",
  aerospace: "Turbojets, gas turbines, aircraft and spacecraft (14 codes of HS 8411 and 8802)"
};
var technologyIndicators = sectorGoods.map(({ id: id2, indicator: indicator6, name }) => ({
  id: indicator6,
  title: `Trade in ${name}, both reports reconciled`,
  unit: "USD",
  relation: "directed",
  domain: "technology",
  higher: "the importer took more of these goods from the exporter",
  definition: `${contents[id2]}: value from exporter to importer, free on board, after the source weighed both sides' reports; no reporter.`,
  limits: "A code of customs is wider than a technology: solar cells stand with chips, civil with military aircraft. A value says nothing of how easily another seller is found."
}));

// src/store/indicators/indicators-trade.ts
var flow = { relation: "directed", domain: "trade", unit: "USD" };
var gas2 = { relation: "directed", domain: "energy" };
var addedTradeIndicators = [
  {
    ...flow,
    id: "goods-services-flow",
    belowZero: true,
    title: "Flow of goods and services, both reports reconciled",
    higher: "more goods and services of the exporter went to the importer",
    definition: "Value at basic prices of goods and services from exporter to importer, as an input-output table balances it; no reporter.",
    limits: "A table that was made to balance: single cells are estimates, and what no survey covers is shared out by proportion."
  },
  {
    ...flow,
    id: "goods-services-flow-intermediate",
    title: "Flow of goods and services that become inputs",
    higher: "more of the exporter's output went into the importer's production",
    definition: "The part of goods-services-flow that the importer's industries use up.",
    limits: "The split by use is an assumption of proportion for most importers."
  },
  {
    ...flow,
    id: "goods-services-flow-final",
    belowZero: true,
    title: "Flow of goods and services for final use",
    higher: "more of the exporter's output was consumed or invested in the importer",
    definition: "The part of goods-services-flow that the importer consumes, invests or adds to its stocks (which may fall: it can be negative).",
    limits: "The split by use is an assumption of proportion for most importers; changes of stocks make it negative in places."
  },
  {
    id: "gross-output",
    title: "Gross output",
    unit: "USD",
    relation: "state",
    domain: null,
    higher: "industries of the state produced more, inputs counted again at each step",
    definition: "Output of all industries of a state at basic prices and market exchange rates, intermediate inputs included.",
    limits: "Counts the same value at every stage of processing: no measure of income."
  },
  {
    ...flow,
    id: "sanctioned-goods-exports",
    title: "Exports of goods that the EU has put under export sanctions against Russia",
    unit: "EUR",
    higher: "the exporter reports that it sold the partner more of these goods",
    definition: "Value, free on board, of exports whose eight-digit code stands in the annexes of EU export sanctions of January 2023, in every year and to every partner alike; from = exporter = reporter.",
    limits: "A fixed list of January 2023: goods put on it later, and what is traded under another code, are not in it; before the sanctions the trade was lawful."
  },
  ...[
    { id: "all-gas", title: "natural gas, by pipeline and liquefied" },
    { id: "lng", title: "liquefied natural gas, as gas" }
  ].flatMap(({ id: id2, title }) => [
    {
      ...gas2,
      id: `fossil-imports-${id2}-m3`,
      title: `Imports of ${title}, by volume`,
      unit: "m3",
      higher: "the importer takes more of it from the exporter",
      definition: `Volume of ${title} that the importer reports as coming from the exporter; from = exporter, to = importer = reporter.`,
      limits: "Only what the importer tells of the partner; gas through a third state may be booked to that state."
    },
    {
      ...gas2,
      id: `fossil-imports-${id2}-terajoules`,
      title: `Imports of ${title}, by energy`,
      unit: "TJ",
      higher: "the importer takes more of it from the exporter",
      definition: `Energy (gross calorific value) of ${title} that the importer reports as coming from the exporter; from = exporter, to = importer = reporter.`,
      limits: "Only what the importer tells of the partner; gas through a third state may be booked to that state."
    }
  ])
];

// src/store/indicators/indicators-with-own-table.ts
var assembly = [
  {
    id: "un-votes",
    title: "Votes in the UN General Assembly",
    table: "roll_calls",
    unit: "position: yes, abstain, no, or none recorded",
    relation: "state",
    domain: "diplomacy",
    higher: "the state was for the text",
    definition: "Position of each member on each recorded vote of the General Assembly and its special sessions, packed in the order of `voters`.",
    limits: "Recorded votes only: most resolutions pass without one, and what is put to a vote is chosen by its sponsors. Absent and not taking part are one and the same here."
  },
  {
    id: "un-votes-issues",
    title: "Issues of votes in the UN General Assembly",
    table: "roll_calls",
    unit: "tags: me, nu, di, hr, co, ec",
    relation: "none",
    domain: "diplomacy",
    higher: "more issues touch the vote",
    definition: "Which of six issues a recorded vote is about: the Middle East, nuclear matters, disarmament, human rights, colonialism, economic development.",
    limits: "Tagged by Voeten until 2019 and by a rule of ours on titles and subjects after it; votes on anything else have no tag."
  },
  {
    id: "un-votes-important",
    title: "Votes that the US State Department lists as important",
    table: "roll_calls",
    unit: "0 or 1",
    relation: "none",
    domain: "diplomacy",
    higher: "the vote mattered to the United States",
    definition: "Whether the report of the US State Department to Congress lists the vote as important.",
    limits: "The choice of one state, made after the vote: agreement on these votes is agreement on what Washington picked."
  },
  {
    id: "cited-roll-calls",
    title: "Votes in the UN General Assembly, one by one from public texts",
    table: "cited_roll_calls",
    unit: "position: yes, abstain, no, or none recorded",
    relation: "state",
    domain: "diplomacy",
    higher: "the state was for the text",
    definition: "Who voted how on single texts of the General Assembly that the data sets of its votes lack.",
    limits: "Chosen by us because texts speak of them: claims are held against them, and no measure of agreement or position rests on them."
  },
  {
    id: "un-ideal-points",
    title: "Ideal points that others published",
    table: "ideal_points",
    unit: "scale of its edition",
    relation: "state",
    domain: "diplomacy",
    higher: "the state stands nearer to one end of the dimension on which votes divide; which end, the edition says",
    definition: "Estimated position of a state on one dimension that explains its votes best, by session or year, with quantiles where published.",
    limits: "One dimension of many. Scale and sign differ between editions; held to be compared with, never an input here."
  },
  {
    id: "estimated-ideal-points",
    title: "Ideal points estimated from recorded votes",
    table: "estimated_points",
    unit: "scale of its specification",
    relation: "state",
    domain: "diplomacy",
    higher: "the state stands nearer to the United States on the dimension on which votes divide",
    definition: "Position of a state in a session on the one dimension that explains recorded votes best, with its standard deviation, under each of fourteen specifications.",
    limits: "One dimension of many, and consensus leaves no trace in it. Scales differ between specifications; a position of one session rests on those of the others too."
  },
  {
    id: "un-speeches",
    title: "Speeches in the General Debate",
    table: "speeches",
    unit: "text",
    relation: "state",
    domain: "narrative",
    higher: "the state spoke at greater length",
    definition: "Text of what a state said in the General Debate of a session, in English, with its number of words.",
    limits: "One speech a year, many of them translations and scans; who speaks, a minister or a king, changes the tone."
  },
  {
    id: "speech-similarity",
    title: "Similarity of speeches in the General Debate",
    table: "speech_similarities",
    unit: "index",
    relation: "undirected",
    domain: "narrative",
    higher: "the two speak more of the same things",
    definition: "Cosine of the weighted word rates of two speeches of one session, less those of a typical speech, freed of their length; with its standard error.",
    limits: "Words tell what is spoken of, not on which side: two states at war speak of the same war. One speech a year, many of them translations."
  },
  {
    id: "speech-themes",
    title: "Themes of speeches in the General Debate",
    table: "speech_themes",
    unit: "mentions",
    relation: "state",
    domain: "narrative",
    higher: "the state speaks more of the theme",
    definition: "How often a speech mentions each of our themes, by a reviewed list of words, with the number of its words.",
    limits: "A list of words misses what is said in others, and does not tell praise from blame."
  },
  {
    id: "un-speakers",
    title: "Who spoke in the General Debate",
    table: "speakers",
    unit: "name and post",
    relation: "state",
    domain: "diplomacy",
    higher: "no order: who came is told by the post",
    definition: "Speaker and post for each state and session; a state may have two.",
    limits: "Posts are as the records print them, in several spellings; many early ones are missing."
  }
];
var council = [
  {
    id: "un-sc-outcomes",
    title: "Outcomes of meetings of the UN Security Council",
    table: "council_outcomes",
    unit: "outcome, with totals of votes",
    relation: "none",
    domain: "diplomacy",
    higher: "no order: a kind",
    definition: "What a meeting came to: a resolution, a statement, a veto, a draft that failed, or nothing; with the totals for, against and abstaining.",
    limits: "Totals only: who voted how is not told. What was settled before a meeting, and drafts never put to the vote, leave no trace."
  },
  {
    id: "un-sc-vetoes",
    title: "Vetoes in the UN Security Council",
    table: "vetoes",
    unit: "vetoes",
    relation: "state",
    domain: "diplomacy",
    higher: "the member stopped more drafts",
    definition: "Drafts that failed by the vote of a permanent member, one row for each such member.",
    limits: "Vetoes that were only threatened do not show, and they shape most drafts. Two lists tell of the same vetoes: count one of them."
  }
];
var commitments = [
  {
    id: "bloc-membership",
    title: "Membership of blocs",
    table: "memberships",
    unit: "member from day to day",
    relation: "state",
    domain: "institutions",
    higher: "no order: member, observer, partner ... by day",
    definition: "When a state belonged to a bloc, and in which role, with the citation of each date.",
    limits: "Belonging is not acting: suspended, absent and paying nothing all count as members. Only the blocs of our list."
  },
  {
    id: "alliance-commitments",
    title: "Commitments of alliance treaties",
    table: "commitments",
    unit: "obligations",
    relation: "state",
    domain: "alliance",
    higher: "the treaty binds the party to more",
    definition: "Which of five obligations (defence, offence, neutrality, nonaggression, consultation) a treaty lays on a party, from day to day.",
    limits: "The words of treaties in a list of our own that is not complete: a pair without a row is unknown, not without commitment."
  },
  {
    id: "dated-relations",
    title: "Dated deeds between states",
    table: "dated_relations",
    unit: "deeds with dates",
    relation: "undirected",
    domain: "diplomacy",
    higher: "no order: kind and date of each deed",
    definition: "When two states took up, broke off or restored diplomatic relations, signed or put into force a trade or defence agreement, declared a strategic partnership, or one applied to a bloc.",
    limits: "A list of our own from public texts, far from complete: a pair without a row is unknown. A date is as fine as the text tells it."
  }
];
var standing = [
  {
    id: "interstate-relations",
    title: "War, peace and missing relations between states",
    table: "interstate_relations",
    unit: "spells in force",
    relation: "undirected",
    domain: "conflict",
    higher: "no order: kind and form of each spell",
    definition: "From when to when two states fought, were in a state of war, under an armistice or bound by a peace, had no or lowered diplomatic relations, or one denied the other statehood or declared it an enemy.",
    limits: "A list of our own from public texts, not complete: a pair without a row is unknown. Fighting through armed groups counts only where the note says so."
  },
  {
    id: "territorial-claims",
    title: "Territorial claims between states",
    table: "territorial_claims",
    unit: "claims that stand",
    relation: "undirected",
    domain: "conflict",
    higher: "more claims stand between the two",
    definition: "Land, rivers, islands and waters of one state that the government of another claims, from when to when, and what ended the claim.",
    limits: "A list of our own, not complete for sea boundaries and small stretches. A claim may be dormant for decades and still stand."
  },
  {
    id: "institution-memberships",
    title: "Membership of common institutions",
    table: "institution_memberships",
    unit: "member from day to day",
    relation: "state",
    domain: "institutions",
    higher: "no order: member or suspended, by day",
    definition: "When a state belonged to an institution of free movement, free trade, union, region or security that is no bloc of the record.",
    limits: "Only the institutions of our list. Belonging is not acting."
  }
];
var agreements = [
  {
    id: "agreements-and-restrictions",
    title: "Swap lines, payments, missions in space, and restrictions on suppliers",
    table: "agreements_and_restrictions",
    unit: "agreements and restrictions in force",
    relation: "undirected",
    domain: "finance",
    higher: "no order: the kind says what it is",
    definition: "Swap lines of central banks with their ceilings, agreements on payments in own currencies, links of payment systems, joint missions in space, and restrictions on the other side\u2019s suppliers of telecommunications, with their days.",
    limits: "Not complete. A ceiling is not what was drawn, and an agreement says nothing of its use."
  }
];
var sanctions = [
  {
    id: "sanctions-regimes",
    title: "Embargoes and sanctions regimes",
    table: "sanctions",
    unit: "regimes in force",
    relation: "directed",
    domain: "sanctions",
    higher: "more regimes of the sender hold against the target",
    definition: "Regimes by sender, target and day, with the kinds of measures, from a list of our own with the citation of each.",
    limits: "Whether they bite is not told: a travel ban on one person and an oil embargo are each one regime. The list is not complete."
  },
  {
    id: "sanctions-cases",
    title: "Cases of sanctions as research projects count them",
    table: "sanctions",
    unit: "cases",
    relation: "directed",
    domain: "sanctions",
    higher: "more cases of the sender against the target",
    definition: "Cases by sender, target and year or day, with the kinds of measures, as the data set codes them.",
    limits: "What one case is differs between data sets, so their counts do not compare; most ends are known to the year only."
  }
];
var cells2 = [
  {
    id: "events",
    title: "Events coded from news reports",
    table: "events",
    unit: "events",
    relation: "directed",
    domain: "diplomacy",
    higher: "more was reported of what the one did to the other; whether kind or hostile is told by the code",
    definition: "What one actor did to another on a day, by CAMEO code, read from news reports by software.",
    limits: "Reports, not deeds: the English-language press, its growth and its repetitions make most of the numbers. Machine coding is wrong in a large part of single events; divide by coded-events."
  },
  {
    id: "engagement-events",
    title: "Engagements of leaders, one by one",
    table: "events",
    unit: "events",
    relation: "directed",
    domain: "people",
    higher: "leaders dealt with the other state more often",
    definition: "A day, a leader and a state in the public activities of listed leaders, by kind: visit, meeting at home or in a third place, contact.",
    limits: "The kind is told by a rule on the text of the source; a summit has a row for each state that was named."
  },
  {
    id: "exercise-events",
    title: "Joint military exercises, one by one",
    table: "events",
    unit: "events",
    relation: "undirected",
    domain: "exercises",
    higher: "the two trained together more often",
    definition: "An exercise and a partner that took part, as the reporter lists them; from = reporter.",
    limits: "Known to the year only; size, length and content do not count, and unannounced exercises are missing."
  },
  {
    id: "goods-by-product",
    title: "Goods trade by product",
    table: "product_flows",
    unit: "mixed",
    relation: "directed",
    domain: "trade",
    higher: "more of the product went from the exporter to the importer",
    definition: "Value, and weight where known, of a flow of goods by product code of a nomenclature; as a reporter says, or reconciled.",
    limits: "Codes change with the edition of the nomenclature, and secret trade is booked under codes of its own: products do not add up to totals everywhere."
  },
  {
    id: "sector-flows",
    title: "Cells of input-output tables",
    table: "sector_flows",
    unit: "USD",
    relation: "directed",
    domain: "trade",
    higher: "the user takes more from the supplying sector",
    definition: "What a sector of one economy supplies to the industries and final users of another, with gross output and inputs of each sector.",
    limits: "Made to balance: cells are estimates, and the rest of the world is a remainder. Final use may be negative where stocks fell."
  },
  {
    id: "product-lists",
    title: "Lists of products under a measure",
    table: "product_lists",
    unit: "product codes",
    relation: "none",
    domain: "sanctions",
    higher: "more goods are on the list",
    definition: "Product codes that a list holds, such as goods under an export sanction.",
    limits: "A list of one day: codes were added before and after it, and a code is wider than the goods that the law names."
  }
];
var conflicts = [
  {
    id: "armed-conflict",
    title: "Armed conflict of two states",
    table: "conflicts",
    unit: "1 from 25, 2 from 1,000 battle-related deaths in the year",
    relation: "undirected",
    domain: "conflict",
    higher: "more were killed in a conflict in which the two were on opposing sides",
    definition: "Years in which the two were on opposing sides of an armed conflict with 25 or more battle-related deaths: between states, or of a government with armed opponents on whose side the other state took part.",
    limits: "Deaths are those of the whole conflict, and below 25 in a year nothing counts. In a coalition not every state fought each of the other side; support without troops is not in it."
  }
];
var recordTableIndicators = [
  ...assembly,
  ...council,
  ...commitments,
  ...standing,
  ...agreements,
  ...sanctions,
  ...conflicts,
  ...cells2
];

// src/store/indicators/indicators.ts
var fossilFuels = [
  { id: "coal", title: "Coal" },
  { id: "coke", title: "Coke" },
  { id: "crude", title: "Crude oil" },
  { id: "products", title: "Oil products" },
  { id: "gas", title: "Natural gas by pipeline" },
  { id: "lng", title: "Liquefied natural gas" },
  { id: "tar", title: "Coal tar" },
  { id: "coal-gas", title: "Coal gas" }
];
var sizes2 = [
  {
    id: "gdp",
    title: "GDP at current prices",
    unit: "USD",
    relation: "state",
    domain: null,
    higher: "a larger economy at market exchange rates",
    definition: "Gross domestic product of a calendar year at current prices and market exchange rates.",
    limits: "Current prices at market exchange rates: years and states compare only through the rates of the day, and national accounts are revised for years."
  },
  {
    id: "gdp-imf",
    title: "GDP at current prices, IMF, with projections",
    unit: "USD",
    relation: "state",
    domain: null,
    higher: "a larger economy at market exchange rates",
    definition: "Gross domestic product of a calendar year at current prices and market exchange rates, as the IMF estimates or projects it.",
    limits: "Recent years are estimates and coming ones projections at assumed exchange rates; never to be mixed with reported GDP."
  },
  {
    id: "gdp-growth",
    title: "Growth of real GDP",
    unit: "percent",
    relation: "state",
    domain: null,
    higher: "an economy that grew faster than in the year before",
    definition: "Change of gross domestic product at constant prices of the own currency, in per cent of the calendar year before.",
    belowZero: true,
    limits: "Revised for years, by half a point as a rule and by several at times; each edition keeps its own figure. It says nothing of GDP in dollars, of a quarter, or of output per head."
  },
  {
    id: "population",
    title: "Population",
    unit: "persons",
    relation: "state",
    domain: null,
    higher: "more inhabitants",
    definition: "De facto population at mid-year.",
    limits: "An estimate between censuses; refugees and people without papers are counted unevenly."
  }
];
var trade2 = [
  {
    id: "goods-exports",
    title: "Goods exports, exporter's report",
    unit: "mixed",
    relation: "directed",
    domain: "trade",
    higher: "the exporter says it sold more goods to the partner",
    definition: "Value of goods that the exporter reports as sent to the partner, free on board; from = exporter = reporter.",
    limits: "One side's account. Re-exports, free zones and secrecy are treated differently by each reporter; the importer reports more by freight and insurance."
  },
  {
    id: "goods-imports",
    title: "Goods imports, importer's report",
    unit: "mixed",
    relation: "directed",
    domain: "trade",
    higher: "the importer says it bought more goods from the partner",
    definition: "Value of goods that the importer reports as coming from the partner, cost, insurance and freight; from = exporter, to = importer = reporter.",
    limits: "One side's account, with freight and insurance in it (by custom 3 to 10 %); origin and last port are not told apart by all reporters."
  },
  {
    id: "goods-trade-flow",
    title: "Goods trade flow, both reports reconciled",
    unit: "USD",
    relation: "directed",
    domain: "trade",
    higher: "more goods went from the exporter to the importer",
    definition: "Value of goods from exporter to importer, free on board, after the source weighed both sides' reports; no reporter.",
    limits: "An estimate: where the two reports disagree, the method of the source decides, and revises it with each edition."
  },
  {
    id: "goods-trade",
    title: "Goods trade, both directions",
    unit: "mixed",
    relation: "undirected",
    domain: "trade",
    higher: "more goods passed between the two",
    definition: "Exports plus imports of goods of the pair as one figure, as one reporter counts them; from = reporter.",
    limits: "Adds what is valued free on board to what has freight in it, so it lies a few per cent above either side's exports taken twice."
  },
  {
    id: "goods-services-exports",
    title: "Exports of goods and services, exporter's report",
    unit: "USD",
    relation: "directed",
    domain: "trade",
    higher: "the exporter says it sold more to the partner",
    definition: "Value of goods and services together that the exporter reports as sold to the partner; from = exporter = reporter.",
    limits: "Goods and services cannot be told apart in it, and services are known worse than goods."
  },
  {
    id: "goods-services-imports",
    title: "Imports of goods and services, importer's report",
    unit: "USD",
    relation: "directed",
    domain: "trade",
    higher: "the importer says it bought more from the partner",
    definition: "Value of goods and services together that the importer reports as bought from the partner; from = exporter, to = importer = reporter.",
    limits: "Goods and services cannot be told apart in it, and services are known worse than goods."
  }
];
var energy = [
  {
    id: "fossil-imports",
    title: "Imports of fossil fuels",
    unit: "EUR",
    relation: "directed",
    domain: "energy",
    higher: "the importer pays the exporter more for fossil fuels",
    definition: "Value of coal, oil, oil products and gas that the importer takes from the exporter; from = exporter, to = importer.",
    limits: "A value moves with prices: a higher figure may be less fuel. Where the fuel came from is what was declared, and blends and transit hide it."
  },
  {
    id: "fossil-imports-tonnes",
    title: "Imports of fossil fuels by weight",
    unit: "tonnes",
    relation: "directed",
    domain: "energy",
    higher: "the importer takes more fossil fuels from the exporter",
    definition: "Weight of all fossil fuels together that the importer takes from the exporter; says nothing of their mix.",
    limits: "A tonne of gas and a tonne of coal are added up; the mix is not told."
  },
  ...fossilFuels.flatMap((fuel) => [
    {
      id: `fossil-imports-${fuel.id}`,
      title: `Imports of ${fuel.title.toLowerCase()}`,
      unit: "EUR",
      relation: "directed",
      domain: "energy",
      higher: "the importer pays the exporter more for this fuel",
      definition: `Value of ${fuel.title.toLowerCase()} that the importer takes from the exporter; from = exporter, to = importer.`,
      limits: "A value moves with prices: a higher figure may be less fuel. Where the fuel came from is what was declared, and blends and transit hide it."
    },
    {
      id: `fossil-imports-${fuel.id}-tonnes`,
      title: `Imports of ${fuel.title.toLowerCase()} by weight`,
      unit: "tonnes",
      relation: "directed",
      domain: "energy",
      higher: "the importer takes more of this fuel from the exporter",
      definition: `Weight of ${fuel.title.toLowerCase()} that the importer takes from the exporter; from = exporter, to = importer.`,
      limits: "Where the fuel came from is what was declared; blends, transit and trade by ship-to-ship transfer hide it."
    }
  ])
];
var indicators = [
  ...sizes2,
  ...trade2,
  ...energy,
  ...dyadIndicators,
  ...capabilityIndicators,
  ...addedTradeIndicators,
  ...armsIndicators,
  ...eventIndicators,
  ...quotedIndicators,
  ...statecraftIndicators,
  ...peopleIndicators,
  ...debtIndicators,
  ...technologyIndicators,
  ...salesIndicators,
  ...recordTableIndicators
];
var byId = new Map(indicators.map((indicator6) => [indicator6.id, indicator6]));
function indicatorOf2(id2) {
  return byId.get(id2);
}

// src/assessments/rows/conditions.ts
function inList(texts) {
  return `(${[...texts].map(sqlLiteral).join(", ")})`;
}
function sqlLiteral(text) {
  return `'${text.replaceAll("'", "''")}'`;
}
function inForceCondition(day2) {
  return `start_date <= '${day2}' and coalesce(end_date, '9999') >= '${day2}'`;
}
function votesCondition(columns) {
  return [...columns].sort((x, y) => x - y).map((column) => `votes[${column + 1}] <> '.'`).join(" and ");
}
function ledgerItemsById({ a, b }, items) {
  return `data/ledgers/${a.toLowerCase()}-${b.toLowerCase()}.json where id in ${inList(items.map(({ id: id2 }) => id2))}`;
}

// src/assessments/rows/snapshot-cache.ts
var recency = /* @__PURE__ */ new WeakMap();
var mostKept4 = 4096;
function cachedBySnapshot(make, keyOf4 = (...about6) => about6) {
  const own = /* @__PURE__ */ new WeakMap();
  const keyed = (about6) => JSON.stringify(keyOf4(...about6));
  const orMake = (snapshot2, about6, makeAnswer) => {
    const answers = own.get(snapshot2) ?? /* @__PURE__ */ new Map();
    own.set(snapshot2, answers);
    return recalled(snapshot2, answers, keyed(about6), makeAnswer);
  };
  return Object.assign(
    (snapshot2, ...about6) => orMake(snapshot2, about6, () => make(snapshot2, ...about6)),
    { has: (snapshot2, ...about6) => own.get(snapshot2)?.has(keyed(about6)) ?? false, orMake }
  );
}
function recalled(snapshot2, answers, key, make) {
  const kept = recency.get(snapshot2) ?? /* @__PURE__ */ new Set();
  recency.set(snapshot2, kept);
  const known3 = answers.get(key);
  if (known3 !== void 0) {
    kept.delete(known3);
    kept.add(known3);
    return known3.answer;
  }
  if (kept.size >= mostKept4) kept.values().next().value.forget();
  const made = {
    answer: make(),
    forget: () => {
      kept.delete(made);
      if (answers.get(key) === made) answers.delete(key);
    }
  };
  answers.set(key, made);
  kept.add(made);
  made.answer.catch(made.forget);
  return made.answer;
}

// src/assessments/rows/shared-texts.ts
async function sharedTexts(snapshot2, table2, columns) {
  const each = columns.map(
    (name) => `SELECT '${name}' AS name, text FROM (SELECT DISTINCT ${name} AS text FROM ${table2} WHERE ${name} IS NOT NULL)`
  );
  const found = await snapshot2.rows(`${each.join(" UNION ALL ")} ORDER BY ALL`);
  return columns.map((name) => {
    const texts = found.filter((row) => row["name"] === name).map(({ text }) => `'${String(text).replaceAll("'", "''")}'`);
    return texts.length === 0 ? name : `CAST(${table2}.${name} AS ENUM(${texts.join(", ")})) AS ${name}`;
  });
}

// src/assessments/record/rows-in-memory.ts
var held = /* @__PURE__ */ new Set([
  ...indicators.map(({ id: id2 }) => id2).filter((id2) => id2.startsWith("fossil-imports")),
  ...[
    "goods-trade-flow",
    "goods-imports",
    "goods-exports",
    "goods-trade",
    "goods-imports-cow",
    "gdp",
    "sanctioned-goods-exports",
    "joint-exercises",
    "dispute-onsets",
    "dispute-hostility"
  ],
  ...["arms-deliveries-tiv", "arms-deliveries-five-years", "arms-import-share", "arms-export-share"],
  ...["support-allocations-military", "support-allocations-financial", "support-allocations-humanitarian"],
  ...["direct-investment-stock", "large-deals", "large-deals-count", "official-finance-oda", "official-finance-oof"],
  ...["official-finance-vague", "official-finance-projects", "official-finance-unvalued"],
  ...["settlement-own-currencies", "loans-outstanding", "treasury-securities-held"],
  ...["migrant-stock", "population", "visa-rule", "visa-free-days", "us-forces", "students-sent", "students-received"],
  ...["embassy", "embassy-elsewhere", "consulates", "representation-level"],
  ...indicators.map(({ id: id2 }) => id2).filter((id2) => id2.startsWith("public-debt")),
  ...sectorGoods.map(({ indicator: indicator6 }) => indicator6),
  ...["fuel-sales", "electronics-sales", "services-sales", "gdp-imf"]
]);
function isLoadedIndicator(indicator6) {
  return held.has(indicator6);
}
var asked = /* @__PURE__ */ new WeakMap();
async function loadedRows(bench) {
  if (bench.held !== void 0) return bench.held;
  const { a, b, to } = bench.dyad;
  const found = asked.get(bench) ?? ofPair(bench.snapshot, a.iso3, b.iso3, to);
  asked.set(bench, found);
  return found;
}
async function ofPair(snapshot2, a, b, to) {
  const { rows, orders: orders2, events, commitments: commitments2 } = await heldOfPair(snapshot2, a, b);
  return indexedHoldings({
    rows: rows.filter(({ end }) => end <= to),
    orders: orders2.filter((order2) => String(order2.end_date ?? order2.date) <= to),
    events: events.filter(({ date: date2 }) => date2 <= to),
    commitments: commitments2
  });
}
var endOfTime = "9999-12-31";
var heldOfPair = cachedBySnapshot((snapshot2, a, b) => readHeld(snapshot2, endOfTime, [a, b]));
async function loadRows(snapshot2, to, scope) {
  return indexedHoldings(await readHeld(snapshot2, to, scope));
}
async function readHeld(snapshot2, to, scope) {
  const [rows, orders2, events, commitments2] = await Promise.all([
    observationsOf(snapshot2, to, scope),
    ordersOf(snapshot2, to, scope),
    eventsOf(snapshot2, to, scope),
    commitmentsOf(snapshot2, scope)
  ]);
  return { rows, orders: orders2, events, commitments: commitments2 };
}
function indexedHoldings({ rows, orders: orders2, events, commitments: commitments2 }) {
  const pairs = indexed(rows.filter(isOfPair), ({ from, to: other }) => pairKey(from, other));
  const wholes = indexed(rows.filter(isOfOne), ({ from, to: other }) => from === "WLD" || from === "EU" ? other : from);
  const byPair = indexed(orders2, (order2) => pairKey(String(order2.from_id), String(order2.to_id)));
  const eventsByPair = indexed(events, ({ from, to: other }) => pairKey(from, other));
  const byState2 = indexed(commitments2, (commitment) => String(commitment["state"]));
  return {
    between: (a, b) => pairs.get(pairKey(a, b)) ?? [],
    of: (state) => wholes.get(state) ?? [],
    orders: (a, b) => byPair.get(pairKey(a, b)) ?? [],
    events: (a, b) => eventsByPair.get(pairKey(a, b)) ?? [],
    commitments: (state) => byState2.get(state) ?? []
  };
}
function pairKey(a, b) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
function isOfPair({ from, to }) {
  return to !== "" && to !== "WLD" && from !== "WLD";
}
function isOfOne({ from, to }) {
  return from === "EU" || to === "" || to === "WLD" || from === "WLD";
}
function indexed(rows, key) {
  const index = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const own = index.get(key(row));
    if (own === void 0) index.set(key(row), [row]);
    else own.push(row);
  }
  return index;
}
var isPair = (scope) => scope !== "all" && scope.length === 2;
function scoped(scope, condition) {
  return isPair(scope) ? { where: condition, parameters: { a: scope[0], b: scope[1] } } : { where: "true", parameters: {} };
}
var repeated = ["indicator", "from_id", "to_id", "reporter", "start_date", "end_date", "unit", "valuation", "status", "source", "vintage"];
var orderedBy = [
  ...["end_date", "start_date", "source", "indicator", "from_id", "reporter", "locator", "to_id", "unit", "valuation", "vintage", "value"]
];
async function observationsOf(snapshot2, to, scope) {
  const own = "((from_id IN ($a, $b) AND (to_id IN ($a, $b, 'WLD') OR to_id IS NULL)) OR (to_id IN ($a, $b) AND from_id IN ('WLD', 'EU')))";
  const { where: where2, parameters } = scope === "all" || isPair(scope) ? scoped(scope, own) : { where: "($a IN (from_id, to_id) OR to_id IS NULL OR to_id = 'WLD' OR from_id IN ('WLD', 'EU'))", parameters: { a: scope[0] } };
  const listed2 = !isPair(scope) ? [...await sharedTexts(snapshot2, "observations", repeated), "value", "locator"] : ["*"];
  const found = await snapshot2.columns(
    `SELECT ${listed2.join(", ")} FROM observations WHERE indicator IN (${[...held].map((id2) => `'${id2}'`).join(", ")})
       AND value IS NOT NULL AND end_date <= $to AND ${where2}
     ORDER BY ${orderedBy.map((name) => `observations.${name}`).join(", ")}`,
    { to, ...parameters }
  );
  return heldRows(found);
}
function heldRows(columns) {
  const of = (name) => columns[name];
  const text = (name) => of(name);
  const [indicator6, from, to, reporter] = [text("indicator"), text("from_id"), of("to_id"), of("reporter")];
  const [start, end, value, unit2, valuation] = [text("start_date"), text("end_date"), of("value"), text("unit"), of("valuation")];
  const [status, source10, vintage, locator] = [text("status"), text("source"), text("vintage"), text("locator")];
  return indicator6.map((id2, i) => ({
    indicator: id2,
    from: from[i],
    to: to[i] === null ? "" : String(to[i]),
    reporter: reporter[i],
    start: start[i],
    end: end[i],
    value: value[i],
    unit: unit2[i],
    valuation: valuation[i],
    status: status[i] === "observed" ? "observed" : "estimated",
    source: source10[i],
    vintage: String(vintage[i]),
    locator: String(locator[i])
  }));
}
async function ordersOf(snapshot2, to, scope) {
  if ((snapshot2.manifest.tables.events ?? []).length === 0) return [];
  const { where: where2, parameters } = scoped(scope, "from_id IN ($a, $b) AND to_id IN ($a, $b)");
  const rows = await snapshot2.rows(
    `SELECT date, end_date, from_id, to_id, code, source, locator FROM events WHERE kind = 'order' AND coalesce(end_date, date) <= $to AND ${where2}
     ORDER BY date DESC, end_date DESC, code, locator`,
    { to, ...parameters }
  );
  return rows;
}
async function eventsOf(snapshot2, to, scope) {
  if ((snapshot2.manifest.tables.events ?? []).length === 0) return [];
  const { where: where2, parameters } = scoped(scope, "from_id IN ($a, $b) AND to_id IN ($a, $b)");
  const rows = await snapshot2.rows(
    `SELECT date, end_date, from_id, to_id, from_name, kind, code, source, locator FROM events WHERE kind IN ('visit', 'mission') AND date <= $to AND ${where2}
     ORDER BY date, end_date, source, from_id, locator`,
    { to, ...parameters }
  );
  return rows.map((row) => ({
    ...{ date: String(row["date"]), end: row["end_date"], from: String(row["from_id"]), to: String(row["to_id"]) },
    ...{ name: String(row["from_name"]), kind: row["kind"], code: String(row["code"]) },
    ...{ source: String(row["source"]), locator: String(row["locator"]) }
  }));
}
async function commitmentsOf(snapshot2, scope) {
  const { where: where2, parameters } = scoped(scope, "state IN ($a, $b)");
  return snapshot2.rows(`SELECT * FROM commitments WHERE ${where2} ORDER BY start_date, treaty, end_date, citation`, parameters);
}

// src/assessments/record/pair-observations.ts
var sumInOrder = "sum(value ORDER BY end_date, start_date, indicator, reporter, locator)";
var fewest = 10;
async function pairRows(bench, indicators5) {
  const missed = indicators5.find((indicator6) => !isLoadedIndicator(indicator6));
  if (missed !== void 0) throw new RangeError(`pairRows: ${missed} is not among the indicators of holdings.ts`);
  const held2 = (await loadedRows(bench)).between(bench.dyad.a.iso3, bench.dyad.b.iso3);
  return held2.filter(({ indicator: indicator6 }) => indicators5.includes(indicator6));
}
function coversCalendarYear(row) {
  return row.start.endsWith("-01-01") && row.end === `${row.start.slice(0, 4)}-12-31`;
}
function periodOf(start, end) {
  if (start === end) return start;
  const whole3 = start.endsWith("-01-01") && end.endsWith("-12-31");
  const [first, last] = whole3 ? [start.slice(0, 4), end.slice(0, 4)] : [start, end];
  return first === last ? first : `${first}/${last}`;
}
function evidenceFor(row, span2, count3) {
  return {
    source: row.source,
    vintage: row.vintage,
    rows: `observations where source = '${row.source}' and indicator = '${row.indicator}' and from_id = '${row.from}' and to_id = '${row.to}' and start_date >= '${span2.start}' and end_date <= '${span2.end}'`,
    count: count3
  };
}
function rowAsFigure(row, id2, label) {
  return {
    state: row.status,
    id: id2,
    label,
    unit: row.unit,
    period: periodOf(row.start, row.end),
    value: row.value,
    interval: "exact",
    certainty: / \(more than /.test(row.locator) ? "at least" : "one report",
    method: `as ${row.source} gives it: ${row.locator}`,
    evidence: [evidenceFor(row, row, 1)]
  };
}
async function percentileOf(bench, level, row, indicators5, exact = false) {
  const [start, end] = spanOf2(level.period);
  const { totals: peers, count: count3 } = await sumsByPair(bench.snapshot, row.source, indicators5, start, end, exact);
  if (peers.length < fewest || level.value <= 0) return [];
  return [
    {
      ...level,
      id: `${level.id}.percentile`,
      label: `percentile among the ${peers.length} pairs that ${row.source} has`,
      unit: "percentile",
      value: rankAmongSorted(peers, level.value),
      method: `mid-rank among the ${peers.length} pairs, from one state to another, for which ${row.source} has more than nothing in ${level.period}`,
      evidence: [
        {
          source: row.source,
          vintage: row.vintage,
          rows: `observations where source = '${row.source}' and indicator in ${inList(indicators5)} and ${exact ? `start_date = '${start}' and end_date = '${end}'` : `start_date >= '${start}' and end_date <= '${end}'`} and from_id not in ('WLD', 'EU') and to_id <> 'WLD' qualify sum(value) over (partition by from_id, to_id) > 0`,
          count: count3
        }
      ]
    }
  ];
}
var sumsByPair = cachedBySnapshot(
  async (snapshot2, source10, indicators5, start, end, exact) => {
    const when = exact ? "start_date = $start AND end_date = $end" : "start_date >= $start AND end_date <= $end";
    const found = await snapshot2.columns(
      `SELECT ${sumInOrder} AS total, count(*)::INTEGER AS rows FROM observations WHERE source = $source AND indicator IN ${inList(indicators5)} AND ${when}
       AND from_id NOT IN ('WLD', 'EU') AND to_id <> 'WLD' GROUP BY from_id, to_id HAVING total > 0 ORDER BY total`,
      { source: source10, start, end }
    );
    const rows = found["rows"];
    return { totals: Float64Array.from(found["total"]), count: rows.reduce((sum2, count3) => sum2 + count3, 0) };
  }
);
function spanOf2(period) {
  const [first, last = first] = period.split("/");
  return [first.length === 4 ? `${first}-01-01` : first, last.length === 4 ? `${last}-12-31` : last];
}
function rankWords(estimates, id2) {
  const rank4 = estimates.find((one) => one.id === `${id2}.percentile` && "value" in one);
  return rank4 === void 0 ? "" : `, above ${formatPercentile(rank4.value)} % of the pairs that have any`;
}
function figureItems(rows) {
  return [...rows].reverse().map((row) => ({
    kind: "figure",
    date: row.end,
    text: `${periodOf(row.start, row.end).replace("/", " to ")}, ${sides(row)}, ${titleOf(row)}: ${amountOf(row)}${row.status === "estimated" ? " (est.)" : ""} (${row.source})`,
    source: row.source,
    citation: row.locator
  }));
}
function sides({ indicator: indicator6, from, to }) {
  return indicatorOf2(indicator6)?.relation === "undirected" ? `${from} and ${to}` : `${from} to ${to}`;
}
function titleOf({ indicator: indicator6 }) {
  const title = indicatorOf2(indicator6)?.title ?? indicator6;
  return `${title[0].toLowerCase()}${title.slice(1)}`;
}
function amountOf({ value, unit: unit2 }) {
  return formatFigure(value, unit2 === "exercises" ? "count" : unit2);
}

// src/assessments/people/found.ts
var nothingFound = { estimates: [], sentences: [], items: [], notes: [] };
function together(all) {
  return {
    estimates: all.flatMap((one) => one.estimates),
    sentences: all.flatMap((one) => one.sentences),
    items: all.flatMap((one) => one.items),
    notes: all.flatMap((one) => one.notes)
  };
}
var months = "January February March April May June July August September October November December".split(" ");
function dayInWords(day2) {
  const [year, month, date2] = day2.split("-");
  return `${Number(date2)} ${months[Number(month) - 1]} ${year}`;
}

// src/assessments/people/stationed-forces.ts
var indicator = "us-forces";
var beyondEmbassy = 100;
async function stationedForces(bench) {
  const { a, b } = bench.dyad;
  if (a.iso3 !== "USA" && b.iso3 !== "USA") return nothingFound;
  const rows = await pairRows(bench, [indicator]);
  const row = rows.at(-1);
  if (row === void 0) return nothingFound;
  const host = a.iso3 === "USA" ? b : a;
  const level = rowAsFigure(
    row,
    `us-forces-${a.iso3 === "USA" ? "a-in-b" : "b-in-a"}`,
    `members of the US forces in ${inSentence(host.name)}`
  );
  const early = rows.find(({ start, source: source10 }) => source10 === row.source && Number(start.slice(0, 4)) === Number(row.start.slice(0, 4)) - 10);
  const change5 = early === void 0 ? [] : [
    {
      ...level,
      id: `${level.id}.change`,
      label: "change in ten years",
      period: `${periodOf(early.start, early.end)}/${level.period}`,
      value: row.value - early.value,
      method: `less ${early.value.toLocaleString("en-US")} of ${periodOf(early.start, early.end)}`,
      evidence: [evidenceFor(row, row, 1), evidenceFor(early, early, 1)]
    }
  ];
  const ranks = await percentileOf(bench, level, row, [indicator], true);
  const estimates = [level, ...ranks, ...change5];
  const [rank4] = ranks;
  const covered2 = bench.cards.get(row.source)?.coverage.find((one) => one.indicator === indicator);
  const old = covered2 !== void 0 && row.end < covered2.to && row.end.slice(0, 4) < bench.dyad.to.slice(0, 4);
  const told3 = row.value < beyondEmbassy ? [] : [
    `In ${level.period} the Pentagon counted up to ${counted(row.value, "member", "members")} of the US forces in ${inSentence(host.name)}${rank4 === void 0 ? "" : `, more than in ${formatPercentile(rank4.value)} % of the states where it counted any`}${old ? "; no later count is published" : ""}.`
  ];
  return {
    estimates,
    sentences: told3,
    items: [],
    notes: [
      "Members of the US forces are those assigned to the country, guards and attach\xE9s of the embassy among them; rotations and operations are mostly not counted. They show presence, not a commitment."
    ]
  };
}
function withForces(domain, found) {
  return {
    ...domain,
    summary: [domain.summary, ...found.sentences].join(" "),
    estimates: [...domain.estimates, ...found.estimates],
    notes: [...domain.notes, ...found.notes]
  };
}

// src/assessments/record/table-recall.ts
var leastRecall = 0.5;
var mostMissed = 0.05;
var rarelyMissed = 0.01;
var againstAtop = `
defence 1946-1959 6799/9521 3.38
defence 1960-1974 13330/15321 0.86
defence 1975-1989 22181/23810 0.47
defence 1990-2018 68746/77349 0.89
offence 1946-1959 0/398 0.45
offence 1960-1974 0/248 0.10
offence 1975-1989 0/50 0.01
offence 1991-2018 0/0 0.00
neutrality 1946-1959 0/114 0.13
neutrality 1960-1974 8/110 0.04
neutrality 1975-1989 30/136 0.03
neutrality 1990-2018 114/2890 0.27
nonaggression 1946-1959 7232/9538 2.87
nonaggression 1960-1974 13674/16250 1.11
nonaggression 1975-1989 21124/22938 0.55
nonaggression 1990-2018 104246/110108 0.69
consultation 1946-1959 7278/9898 3.27
consultation 1960-1974 13756/16314 1.10
consultation 1975-1989 22142/23468 0.38
consultation 1990-2018 66026/73728 0.79
`;
var againstGsdb = `
0/52 0.70: EU
199/545 19.93: USA
1/166 8.51: LIE
9/168 8.23: ALB NOR
9/167 8.18: MNE
179/315 7.93: GBR
9/155 7.56: ISL
1/141 7.22: MKD
9/131 6.32: CAN
0/114 5.88: ARM
0/113 5.82: MDA
0/108 5.57: BIH
10/117 5.55: CHE
221/313 5.43: ESP
221/309 5.20: DEU FRA
0/100 5.15: SRB
221/305 4.96: DNK SWE
221/304 4.90: AUT BEL BGR CYP CZE EST FIN GRC HRV IRL ITA LTU LUX LVA MLT NLD PRT ROU SVK SVN
0/94 4.85: TUR
221/303 4.84: HUN POL
0/80 4.12: GEO
9/87 4.04: AUS
1/57 2.89: UKR
71/89 1.12: RUS
3/24 1.08: BFA
0/20 1.03: AZE
1/19 0.93: KOR
19/36 0.88: JPN
3/18 0.77: BEN CIV CPV GHA GMB LBR NER NGA SEN SLE TGO
1/16 0.77: GIN
2/17 0.77: MLI
9/21 0.62: NZL
0/11 0.57: ERI
6/16 0.52: CHN
0/9 0.46: BLR
0/5 0.26: AGO BDI BWA CMR COD COG ETH GAB GNQ KEN LSO MOZ MUS MWI NAM RWA SSD STP SWZ SYC TCD TZA UGA ZAF ZMB ZWE
20/25 0.26: COM DJI DZA LBY MRT SDN SOM TUN
25/30 0.26: EGY
3/8 0.26: GNB
0/4 0.21: ARG BRA MDG MEX VNM
1/4 0.15: TWN
0/2 0.10: IND UZB
25/27 0.10: SAU
0/1 0.05: CAF XKX
25/25 0.00: ARE BHR
20/20 0.00: IRQ JOR KWT LBN MAR OMN QAT YEM
1/1 0.00: SGP
`;
var againstGsdbOfUn = "125/146 1.16";
var csceStates = new Set(
  "ALB AND ARM AUT AZE BEL BGR BIH BLR CAN CHE CSK CYP CZE DDR DEU DNK ESP EST FIN FRA GBR GEO GRC HRV HUN IRL ISL ITA KAZ KGZ LIE LTU LUX LVA MCO MDA MKD MLT MNE MNG NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE TJK TKM TUR UKR USA UZB YUG".split(" ")
);
function areBothCsce(a, b, day2) {
  return day2 >= "1975-08-01" && csceStates.has(a) && csceStates.has(b);
}
function counted2(fraction2, missed) {
  const [found = 0, of = 0] = fraction2.split("/").map(Number);
  return { found, of, missed: Number(missed) / 100 };
}
var linesOf = (table2) => table2.split("\n").filter((line) => line !== "");
var alliances2 = linesOf(againstAtop).map((line) => {
  const [obligation = "", span2 = "", fraction2 = "", missed = ""] = line.split(" ");
  const [from = 0, to = 0] = span2.split("-").map(Number);
  return { obligation, reference: "ATOP", years: [from, to], ...counted2(fraction2, missed) };
});
var gsdbYears = [2013, 2022];
var senders = new Map(
  linesOf(againstGsdb).flatMap((line) => {
    const [counts = "", codes = ""] = line.split(": ");
    const [fraction2 = "", missed = ""] = counts.split(" ");
    return codes.split(" ").map((iso3) => [iso3, { reference: "GSDB", years: gsdbYears, ...counted2(fraction2, missed) }]);
  })
);
function allianceRecall(obligation, day2) {
  const year = Number(day2.slice(0, 4));
  return alliances2.findLast((one) => one.obligation === obligation && one.years[0] <= year);
}
function sanctionsRecall(sender, day2) {
  if (day2 < `${gsdbYears[0]}-01-01`) return void 0;
  return senders.get(sender) ?? { reference: "GSDB", years: gsdbYears, found: 0, of: 0, missed: 0 };
}
function unSanctionsRecall(day2) {
  const [fraction2 = "", missed = ""] = againstGsdbOfUn.split(" ");
  return day2 < `${gsdbYears[0]}-01-01` ? void 0 : { reference: "GSDB", years: gsdbYears, ...counted2(fraction2, missed) };
}
function isNoneEstimated({ found, of, missed }) {
  return missed <= mostMissed && (of === 0 || found / of >= leastRecall);
}
function isNoSanctionEstimated(recall) {
  return recall.missed <= rarelyMissed || isNoneEstimated(recall);
}
function recallWords({ reference, years: years4, found, of, missed }, what) {
  const when = `(${years4[0]} to ${years4[1]})`;
  if (of === 0) return `${reference} lists no ${what} ${when}`;
  if (found / of < leastRecall) return missedWords({ reference, years: years4, missed }, what);
  return `our table has ${Math.round(100 * found / of)} % of the ${what} that ${reference} lists ${when}`;
}
function missedWords({ reference, years: years4, missed }, what) {
  return `${reference} lists ${what} for ${formatShare2(missed)} of the pairs for which our table has none (${years4[0]} to ${years4[1]})`;
}
var formatShare2 = (share2) => `${Number((100 * share2).toPrecision(share2 < 0.01 ? 1 : 2))} %`;

// src/assessments/domains/alliance.ts
var source = "alliance-commitments";
var obligations = ["defence", "offence", "neutrality", "nonaggression", "consultation"];
var words = {
  defence: "defence",
  offence: "offence",
  neutrality: "neutrality",
  nonaggression: "non-aggression",
  consultation: "consultation"
};
var pacts = {
  defence: "defence pacts",
  offence: "pacts to join an attack",
  neutrality: "neutrality pacts",
  nonaggression: "non-aggression pacts",
  consultation: "consultation pacts"
};
async function assessAlliance(bench) {
  return withForces(await writtenCommitments(bench), await stationedForces(bench));
}
async function writtenCommitments(bench) {
  const { to } = bench.dyad;
  const all = await sharedTreaties(bench);
  const inForce2 = all.filter((treaty) => treaty.end === null || treaty.end >= to);
  const ended2 = all.filter((treaty) => treaty.end !== null && treaty.end < to);
  const owed = await owedToAnybody(bench);
  const estimates = obligations.flatMap((obligation) => estimatesOf(bench, obligation, inForce2, owed));
  const isEstimated = estimates.some(({ state }) => state === "estimated");
  return {
    id: "alliance",
    title: "Alliance",
    state: inForce2.length > 0 ? "observed" : isEstimated ? "estimated" : "unknown",
    summary: inForce2.length > 0 ? bound(bench, inForce2) : nothing(bench),
    estimates,
    items: [...inForce2, ...ended2].map(itemOf),
    notes: [
      "Alliance here means a written commitment: defence, offence, neutrality, non-aggression or consultation; partnerships without one are not counted.",
      ...inForce2.length === 0 ? recallNotes(bench) : []
    ],
    ...inForce2.length > 0 || isEstimated ? {} : { wouldFill: "The ATOP data (atopdata.org), all commitments 1815 to 2018; they may not be passed on with the record." }
  };
}
function recallOfNone(bench, obligation) {
  const { a, b, to } = bench.dyad;
  const covered2 = bench.cards.get(source)?.coverage[0];
  if (covered2 === void 0 || to > covered2.to || obligation === "nonaggression" && areBothCsce(a.iso3, b.iso3, to)) return void 0;
  const recall = allianceRecall(obligation, to);
  return recall !== void 0 && isNoneEstimated(recall) ? recall : void 0;
}
async function owedToAnybody(bench) {
  const { a, b, to } = bench.dyad;
  const held2 = await loadedRows(bench);
  return [a, b].flatMap(({ iso3 }) => held2.commitments(iso3)).filter((row) => String(row["start_date"]) <= to && (row["end_date"] === null || String(row["end_date"]) >= to));
}
async function sharedTreaties(bench) {
  const { a, b, to } = bench.dyad;
  const held2 = await loadedRows(bench);
  const theirs = held2.commitments(b.iso3);
  const shared3 = held2.commitments(a.iso3).flatMap((own) => theirs.filter((other) => other["treaty"] === own["treaty"]).map((other) => sharedTreaty(own, other)));
  return shared3.filter(({ start, end }) => start <= to && (end === null || start <= end)).sort((x, y) => x.start !== y.start ? x.start < y.start ? -1 : 1 : x.treaty < y.treaty ? -1 : Number(x.treaty > y.treaty));
}
function sharedTreaty(own, other) {
  const starts2 = [own["start_date"], other["start_date"]].filter((day2) => day2 !== null).map(String);
  const ends3 = [own["end_date"], other["end_date"]].filter((day2) => day2 !== null).map(String);
  const owed = (row) => new Set(obligations.filter((obligation) => row[obligation] === true));
  return {
    treaty: String(own["treaty"]),
    name: String(own["name"]),
    start: starts2.sort().at(-1) ?? "",
    end: ends3.sort()[0] ?? null,
    citation: String(own["citation"]),
    daySure: !`${own["note"] ?? ""} ${other["note"] ?? ""}`.includes("not checked"),
    owedByA: owed(own),
    owedByB: owed(other),
    rows: [own, other]
  };
}
function bound(bench, inForce2) {
  const { a, b, to } = bench.dyad;
  const owed = (side) => obligations.filter((obligation) => inForce2.some((treaty) => treaty[side].has(obligation)));
  const [byA, byB] = [owed("owedByA"), owed("owedByB")];
  const mutual = byA.filter((obligation) => byB.includes(obligation));
  const named6 = joinedWords(inForce2.map((treaty) => `${treaty.name} (${treaty.start.slice(0, 4)})`));
  const both = mutual.length === 0 ? "" : `On ${to} ${inSentence(a.name)} and ${inSentence(b.name)} owe one another ${inWords(mutual)}, by ${named6}.`;
  const single = [
    only(inSentence(a.name), inSentence(b.name), byA, mutual),
    only(inSentence(b.name), inSentence(a.name), byB, mutual)
  ].filter((sentence) => sentence !== "");
  const alone = mutual.length === 0 ? `On ${to}, by ${named6}: ${single.join(" ")}` : single.join(" ");
  const defence = byA.includes("defence") || byB.includes("defence") ? "" : `${inForce2.length === 1 ? "It does not commit" : "None of these commits"} either to defend the other.`;
  return [both, alone, defence].filter((sentence) => sentence !== "").join(" ");
}
function inWords(owed) {
  return joinedWords(owed.map((obligation) => words[obligation]));
}
function only(debtor, creditor, owed, mutual) {
  const alone = owed.filter((obligation) => !mutual.includes(obligation));
  return alone.length === 0 ? "" : `${debtor} alone owes ${creditor} ${inWords(alone)}.`;
}
function nothing(bench) {
  const { a, b, to } = bench.dyad;
  const known3 = obligations.filter((obligation) => (recallOfNone(bench, obligation)?.of ?? 0) > 0);
  if (known3.length === 0)
    return `Unknown: the record's table of commitments is not complete enough on ${to} to conclude that there is none.`;
  return `No treaty of defence, non-aggression or consultation between ${inSentence(a.name)} and ${inSentence(b.name)} was found for ${to}.`;
}
function recallNotes(bench) {
  const known3 = obligations.flatMap((obligation) => {
    const recall = recallOfNone(bench, obligation);
    return recall === void 0 || recall.of === 0 ? [] : [{ obligation, recall }];
  });
  const [first] = known3;
  if (first === void 0) return [];
  const { reference, years: years4 } = first.recall;
  const shares = known3.map(({ obligation, recall }) => `${Math.round(100 * recall.found / recall.of)} % of the ${pacts[obligation]}`);
  const open = obligations.filter((obligation) => recallOfNone(bench, obligation) === void 0);
  const unknownOnes = open.length === 0 ? "" : ` A duty of ${open.map((obligation) => words[obligation]).join(" or ")} is unknown where none is named.`;
  return [`Our table of treaties has ${joinedWords(shares)} that ${reference} lists (${years4[0]} to ${years4[1]}).${unknownOnes}`];
}
function estimatesOf(bench, obligation, inForce2, owed) {
  const [a, b] = [inSentence(bench.dyad.a.name), inSentence(bench.dyad.b.name)];
  const [byA, byB] = [
    inForce2.filter((treaty) => treaty.owedByA.has(obligation)),
    inForce2.filter((treaty) => treaty.owedByB.has(obligation))
  ];
  const figure = (suffix, label, treaties) => {
    const subject2 = { id: `commitment-${obligation}${suffix}`, label, unit: "count", period: bench.dyad.to };
    return treaties.length > 0 ? countOf(bench, subject2, treaties) : noneFound(bench, subject2, obligation, owed);
  };
  const same = byA.length === byB.length && byA.every((treaty) => byB.includes(treaty));
  if (same) return [figure("", `treaties of the record that bind both to ${words[obligation]}`, byA)];
  return [
    figure("-a", `treaties that bind ${a} to ${words[obligation]} of ${b}`, byA),
    figure("-b", `treaties that bind ${b} to ${words[obligation]} of ${a}`, byB)
  ];
}
function countOf(bench, subject2, treaties) {
  const { a, b, to } = bench.dyad;
  const behind = new Set(treaties.flatMap(({ rows: rows2 }) => rows2));
  const rows = `commitments where treaty in ${inList(new Set(treaties.map(({ treaty }) => treaty)))} and state in ${inList([a.iso3, b.iso3])} and ${inForceCondition(to)}`;
  return {
    ...subject2,
    state: "observed",
    value: treaties.length,
    interval: "exact",
    certainty: "at least",
    method: `count of treaties of the record in force on ${to}; a treaty that the record lacks is not counted`,
    evidence: [{ source, vintage: vintageOf(bench.cards, source), rows, count: behind.size }]
  };
}
function noneFound(bench, subject2, obligation, owed) {
  const { a, b, to } = bench.dyad;
  const recall = recallOfNone(bench, obligation);
  if (recall === void 0) return unknown(subject2, whyUnknown(bench, obligation));
  return {
    ...subject2,
    state: "estimated",
    value: 0,
    interval: { level: 0.9, low: 0, high: 0, kind: "binomial" },
    method: `none among the treaties of the record in force on ${to}; ${recallWords(recall, pacts[obligation])}`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `commitments where state in ${inList([a.iso3, b.iso3])} and ${obligation} and ${inForceCondition(to)}`,
        count: owed.filter((row) => row[obligation] === true).length
      }
    ],
    note: `None found; ${recallWords(recall, pacts[obligation])}.`
  };
}
function whyUnknown({ dyad: { a, b, to } }, obligation) {
  if (obligation === "nonaggression" && areBothCsce(a.iso3, b.iso3, to))
    return "no treaty of the record says so; the Helsinki Final Act of 1975, which both follow, is a political pledge and is not counted";
  const recall = allianceRecall(obligation, to);
  return recall === void 0 ? `the recall of the table on ${to} is not known` : `no treaty of the record says so, but ${shareKnown(recall, obligation)}`;
}
function shareKnown(recall, obligation) {
  const { found, of, reference, years: years4 } = recall;
  if (of === 0) return recallWords(recall, pacts[obligation]);
  return `our table has only ${Math.round(100 * found / of)} % of the ${pacts[obligation]} that ${reference} lists (${years4[0]} to ${years4[1]})`;
}
function itemOf(treaty) {
  const owed = obligations.filter((obligation) => treaty.owedByA.has(obligation) || treaty.owedByB.has(obligation));
  const marked = owed.map(
    (obligation) => `${words[obligation]}${treaty.owedByA.has(obligation) && treaty.owedByB.has(obligation) ? "" : " (one side)"}`
  );
  const day2 = (date2) => treaty.daySure ? date2 : `about ${date2.slice(0, 4)}`;
  const end = treaty.end === null ? "in force" : `to ${day2(treaty.end)}`;
  return {
    kind: "treaty",
    date: treaty.daySure ? treaty.start : treaty.start.slice(0, 4),
    text: `${treaty.name}: ${joinedWords(marked)}; from ${day2(treaty.start)}, ${end}`,
    source,
    citation: treaty.citation
  };
}

// src/assessments/forms/ledger-item.ts
var ledgerIndicators = [
  { id: "confidence-building", title: "Confidence-building measures", stage: "early" },
  { id: "consultation", title: "Regular consultation", stage: "early" },
  { id: "technical-cooperation", title: "Military-technical cooperation and exchange of personnel", stage: "moderate" },
  { id: "joint-exercises", title: "Regular joint exercises", stage: "moderate" },
  { id: "interoperability", title: "Interoperability and integrated command", stage: "advanced" },
  { id: "troop-placement", title: "Joint troop placement and exchange of bases", stage: "advanced" },
  { id: "defence-policy", title: "Common defence policy", stage: "advanced" },
  { id: "treaty-depth", title: "Depth of treaty", stage: "treaty" },
  { id: "economic", title: "Economic dimension", stage: "parallel" },
  { id: "diplomatic", title: "Diplomatic dimension", stage: "parallel" }
];
var ledgerKinds = [
  "treaty",
  "agreement",
  "statement",
  "summit",
  "consultation",
  "exercise",
  "patrol",
  "arms-transfer",
  "technology",
  "energy-contract",
  "trade",
  "investment",
  "finance",
  "sanctions",
  "vote",
  "deployment",
  "incident",
  "law",
  "programme"
];

// src/assessments/forms/ledger-check.ts
var day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
var date = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
function ledgerProblem(value) {
  if (!isObject(value)) return { what: "a ledger is an object with a, b, from, to, reviewed and items" };
  const head = headProblem(value);
  if (head !== void 0) return { what: head };
  const items = value["items"];
  const pair = [value["a"], value["b"]];
  const ids = /* @__PURE__ */ new Map();
  for (const [i, item] of items.entries()) {
    const what = isObject(item) ? itemProblem(item, pair, value["reviewed"]) : "an item is an object";
    if (what !== void 0) return { what: `${isObject(item) ? `item ${String(item["id"])}: ` : ""}${what}`, item: i };
    const id2 = item.id;
    if (ids.has(id2)) return { what: `item ${id2} stands twice`, item: i };
    ids.set(id2, i);
  }
  return void 0;
}
function headProblem(value) {
  if (value["schemaVersion"] !== 1) return "schemaVersion must be 1";
  const unknown2 = ["a", "b"].find((side) => typeof value[side] !== "string" || stateOf(value[side]) === void 0);
  if (unknown2 !== void 0) return `"${unknown2}" must be the ISO3 code of a state, not ${JSON.stringify(value[unknown2])}`;
  if (value["a"] === value["b"]) return "a and b are the same state";
  const bad = ["from", "to", "reviewed"].find((name) => typeof value[name] !== "string" || !day.test(value[name]));
  if (bad !== void 0) return `"${bad}" must be a day YYYY-MM-DD`;
  if (value["from"] > value["to"]) return "from is after to";
  if (value["to"] > value["reviewed"]) return "the ledger covers days after its review";
  return Array.isArray(value["items"]) ? void 0 : '"items" must be a list';
}
function itemProblem(item, pair, reviewed) {
  return idProblem(item) ?? dateProblem(item, pair, reviewed) ?? codingProblem(item) ?? placeProblem(item) ?? sourceProblem(item["sources"]) ?? actorProblem(item["actors"]);
}
function idProblem(item) {
  const { id: id2, sentence } = item;
  if (typeof id2 !== "string" || !/^[a-z0-9-]{8,70}$/.test(id2)) return "id must be 8 to 70 of a-z, 0-9 and -";
  if (typeof sentence !== "string" || !/^.{30,320}$/su.test(sentence)) return "sentence must be one of 30 to 320 characters";
  return void 0;
}
function dateProblem(item, pair, reviewed) {
  const { date: begins, until } = item;
  if (typeof begins !== "string" || !date.test(begins)) return `date must be YYYY, YYYY-MM or YYYY-MM-DD, not ${JSON.stringify(begins)}`;
  if (until !== null && (typeof until !== "string" || !date.test(until))) return "until must be null or a date";
  if (firstDay(begins) > reviewed) return `date ${begins} is after the review of ${reviewed}: a ledger holds no future`;
  if (until !== null && lastDay(until) < firstDay(begins)) return `until ${until} is before ${begins}`;
  const absent = pair.map((iso3) => stateOf(iso3)).find((state) => state !== void 0 && !existedIn2(state, begins));
  return absent === void 0 ? void 0 : `${absent.name} did not exist on ${begins}`;
}
function codingProblem(item) {
  const { level, direction } = item;
  const choices = [
    ["form", ["act", "standing"]],
    ["kind", ledgerKinds],
    ["indicator", ledgerIndicators.map(({ id: id2 }) => id2)],
    ["direction", ["supports", "contradicts"]],
    ["confidence", ["high", "moderate", "low"]],
    ["checked", ["read", "excerpt"]],
    ["level", [0, 1, 2, 3]]
  ];
  const wrong2 = choices.find(([name, allowed]) => !allowed.includes(item[name]));
  if (wrong2 !== void 0) return `${wrong2[0]} must be one of ${wrong2[1].join(", ")}, not ${JSON.stringify(item[wrong2[0]])}`;
  return level === 0 && direction === "supports" ? "an item cannot support level 0" : void 0;
}
function placeProblem({ place, kind }) {
  if (place === void 0) return void 0;
  if (kind !== "exercise" && kind !== "patrol") return `a place is for exercises and patrols, not for ${JSON.stringify(kind)}`;
  if (!isObject(place) || !isText(place["name"])) return "a place needs name, lat, lon and within";
  const { lat, lon, within } = place;
  if (!isBetween(lat, -90, 90) || !isBetween(lon, -180, 180))
    return `the place ${place["name"]} needs lat (-90 to 90) and lon (-180 to 180)`;
  return isBetween(within, 1, 3e3) ? void 0 : `the place ${place["name"]} needs within, 1 to 3000 km`;
}
function isBetween(value, low2, high2) {
  return typeof value === "number" && value >= low2 && value <= high2;
}
function sourceProblem(sources3) {
  if (!Array.isArray(sources3) || sources3.length === 0) return "it has no source";
  const wrong2 = sources3.find(
    (source10) => !isObject(source10) || !isText(source10["title"]) || !isText(source10["publisher"]) || !isDated(source10["date"])
  );
  if (wrong2 !== void 0) return "a source needs title, publisher and date (or null)";
  return sources3.every((source10) => /^https?:\/\/\S+$/.test(String(source10["url"]))) ? void 0 : "a source needs an address (url)";
}
function actorProblem(actors) {
  if (!Array.isArray(actors) || actors.length === 0) return "it names nobody";
  const sorts = ["state", "bloc", "organisation", "person"];
  const wrong2 = actors.find(
    (actor) => !isObject(actor) || !isText(actor["name"]) || !isText(actor["role"]) || !sorts.includes(String(actor["kind"]))
  );
  if (wrong2 !== void 0) return "an actor needs name, role and kind (state, bloc, organisation, person)";
  const stranger = actors.find((actor) => actor["kind"] === "state" && stateOf(actor["name"]) === void 0);
  return stranger === void 0 ? void 0 : `"${stranger["name"]}" is no state: give its ISO3 code`;
}
function firstDay(partial) {
  return partial + "-01-01".slice(partial.length - 4);
}
function lastDay(partial) {
  return partial + "-12-31".slice(partial.length - 4);
}
function existedIn2(state, partial) {
  return existedOn(state, firstDay(partial)) || existedOn(state, lastDay(partial));
}
function isDated(value) {
  return value === null || typeof value === "string" && date.test(value);
}
function isText(value) {
  return typeof value === "string" && value !== "";
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/assessments/record/ledger-domain.ts
function ledgerDomain(bench, about6, found, counts = []) {
  const { id: id2, title, kinds: kinds5, on, lead, reason, wouldFill: wouldFill3 } = about6;
  const { to } = bench.dyad;
  const items = ledgerItems(bench, kinds5);
  const leading = found.estimates.find(isKnown);
  if (leading === void 0 && items.length === 0) {
    const seen = found.estimates.length === 0 ? [] : found.estimates;
    const plain2 = unknownDomain(id2, title, to, `${reason}${emptyLedger(bench, on)}`, wouldFill3);
    return { ...plain2, estimates: [...plain2.estimates, ...seen], notes: found.notes };
  }
  const blank = unknown({ id: id2, label: lead.label, unit: lead.unit, period: to }, reason, wouldFill3);
  return {
    id: id2,
    title,
    state: leading === void 0 ? "observed" : leading.state,
    summary: [...found.sentences, ...counts.length === 0 ? itemSentences(items, on) : []].join(" "),
    estimates: [...leading === void 0 ? [blank] : [], ...found.estimates, ...counts],
    items: [...found.items, ...items.map(eventOf)],
    notes: [
      ...found.notes,
      ...leading === void 0 && counts.length === 0 ? [`No figure is held: ${reason} What would tell: ${wouldFill3}`] : [],
      ...items.length === 0 ? [] : [ledgerNote(bench)]
    ],
    wouldFill: wouldFill3
  };
}
function ledgerNote({ ledger, dyad: dyad2 }) {
  const end = ledger !== void 0 && dyad2.to > ledger.to ? ` The ledger ends on ${ledger.to}.` : "";
  return `Items of the ledger are dated facts that a reviewer chose and sourced; + speaks for a closer tie, \u2212 against it. They do not add up to a measure.${end}`;
}
function ledgerItems(bench, kinds5) {
  const { ledger, dyad: dyad2 } = bench;
  if (ledger === void 0) return [];
  const past = dyad2.to < ledger.to;
  return ledger.items.filter((item) => kinds5.includes(item.kind) && lastDay(item.date) <= dyad2.to && !(past && tellsLater(item.sentence, dyad2.to))).sort((x, y) => lastDay(y.date) < lastDay(x.date) ? -1 : lastDay(y.date) > lastDay(x.date) ? 1 : x.id < y.id ? -1 : 1);
}
function tellsLater(sentence, to) {
  return (sentence.match(/\b(19|20)\d\d\b/g) ?? []).some((year) => year > to.slice(0, 4));
}
function eventOf(item) {
  const told3 = item.sources.map(({ publisher, title, date: date2 }) => [publisher, title, date2].filter((part2) => part2 !== null).join(", "));
  return {
    kind: "event",
    date: item.date,
    text: item.sentence,
    source: "ledger",
    citation: told3.join("; "),
    address: item.sources[0].url,
    direction: item.direction,
    confidence: item.confidence
  };
}
function itemSentences(items, on) {
  if (items.length === 0) return [];
  const against = items.filter((item) => item.direction === "contradicts");
  const years4 = items.map((item) => item.date.slice(0, 4)).sort();
  const span2 = years4[0] === years4.at(-1) ? years4[0] : `${years4[0]} to ${years4.at(-1)}`;
  const some = against.length === items.length ? "" : `${against.length} of them `;
  const split = against.length === 0 ? "" : `, ${some}against a closer tie`;
  const first = `The ledger of this pair has ${counted(items.length, "item", "items")} on ${on} of ${span2}${split}.`;
  return [`${first} The latest (${items[0].date}): ${items[0].sentence}`];
}
function emptyLedger(bench, on) {
  const { ledger, dyad: dyad2 } = bench;
  if (ledger === void 0 || dyad2.to < ledger.from) return "";
  return ` The ledger of this pair, ${ledger.from} to ${ledger.to}, has no item on ${on} by ${dyad2.to}.`;
}

// src/assessments/rows/grouped.ts
function grouped(values, key) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const value of values) {
    const name = key(value);
    const group = groups2.get(name);
    if (group === void 0) groups2.set(name, [value]);
    else group.push(value);
  }
  return groups2;
}

// src/assessments/record/quoted-figures.ts
function quotedFigures(bench, rows, of) {
  const { a, b } = bench.dyad;
  const own = rows.filter((row) => row.indicator === of.indicator);
  const groups2 = [...grouped(own, (row) => `${row.from} ${row.source} ${row.unit}`).values()];
  const aFirst = groups2.sort((x, y) => Number(x[0].from !== a.iso3) - Number(y[0].from !== a.iso3));
  return aFirst.flatMap((group) => {
    const last = group.at(-1);
    const way = last.from === a.iso3 ? "a-to-b" : "b-to-a";
    const [from, to] = way === "a-to-b" ? [a, b] : [b, a];
    const level = rowAsFigure(last, of.id(way), of.label(from.name, to.name));
    const early = group.find((row) => tenYearsApart(row, last) && row.reporter === last.reporter);
    return early === void 0 ? [level] : [level, changeFrom(early, last, level)];
  });
}
function tenYearsApart(early, late) {
  const back = (day2) => `${Number(day2.slice(0, 4)) - 10}${day2.slice(4)}`;
  return early.start === back(late.start) && early.end === back(late.end);
}
function changeFrom(early, late, level) {
  const before = level.unit === "share" ? formatShare(early.value) : String(early.value);
  return {
    ...level,
    state: early.status === "observed" && late.status === "observed" ? "observed" : "estimated",
    id: `${level.id}.change`,
    label: "change in ten years",
    period: `${periodOf(early.start, early.end)} to ${level.period}`,
    value: late.value - early.value,
    method: `less ${before} of ${periodOf(early.start, early.end)}`,
    evidence: [evidenceFor(late, late, 1), evidenceFor(early, early, 1)]
  };
}

// src/assessments/domains/arms-transfers.ts
var sources = ["sipri-register", "sipri-tiv-table"];
var deliveriesIndicator = "arms-deliveries-tiv";
async function transfersOf(bench, supplier, recipient) {
  for (const source10 of sources) {
    const found = await transfersIn(bench, source10, supplier, recipient);
    if (found !== void 0) return found;
  }
  return void 0;
}
async function transfersIn(bench, source10, supplier, recipient) {
  const [one, other] = [supplier.iso3, recipient.iso3];
  const window3 = bench.cards.has(source10) ? await windowOf(bench.snapshot, source10, bench.dyad.to) : void 0;
  if (window3 === void 0) return void 0;
  const held2 = await loadedRows(bench);
  const ofSource = (rows2) => rows2.filter((row) => row.indicator === deliveriesIndicator && row.source === source10);
  const imports = ofSource(held2.of(other)).filter((row) => row.from === "WLD");
  const exports = ofSource(held2.of(one)).filter((row) => row.to === "WLD");
  const all = source10 === "sipri-register" && window3.world;
  const asked3 = source10 === "sipri-register" ? all || imports.length > 0 || exports.length > 0 : window3.listed.has(other);
  const rows = ofSource(held2.between(one, other)).filter((row) => row.from === one);
  if (!asked3 && rows.length === 0) return void 0;
  const { first, last, vintage } = window3;
  return { source: source10, vintage, supplier, recipient, first, last, rows, imports, exports, all };
}
var windowOf = cachedBySnapshot(async (snapshot2, source10, to) => {
  const [row] = await snapshot2.rows(
    `SELECT min(start_date) AS first, max(end_date) AS last, max(vintage) AS vintage, coalesce(bool_or(from_id = 'WLD' AND to_id = 'WLD'), false) AS world,
         string_agg(DISTINCT to_id, ' ') FILTER (from_id <> 'WLD') AS listed
       FROM observations WHERE indicator = '${deliveriesIndicator}' AND source = $source AND end_date <= $to`,
    { source: source10, to }
  );
  if (row === void 0 || row["first"] === null) return void 0;
  const [first, last] = [row["first"], row["last"]].map((day2) => Number(String(day2).slice(0, 4)));
  const listed2 = new Set(String(row["listed"] ?? "").split(" "));
  return { first, last, vintage: String(row["vintage"]), world: row["world"] === true, listed: listed2 };
});
function transfersBetween(rows, first, last) {
  return rows.filter((row) => Number(row.start.slice(0, 4)) >= first && Number(row.end.slice(0, 4)) <= last);
}
function totalVolume(rows) {
  return rows.reduce((sum2, row) => sum2 + row.value, 0);
}

// src/assessments/domains/arms-figures.ts
var years = 5;
async function armsFigures(bench, way, transfers) {
  const level = volume(way, transfers);
  const rank4 = transfers.all ? await percentileOf(bench, level, someRow(transfers), [deliveriesIndicator]) : [];
  return [
    level,
    ...rank4,
    change(way, transfers, level),
    ...share(`arms-import-share-${way.recipient}`, importLabel(transfers), transfers, transfers.imports),
    ...share(`arms-export-share-${way.supplier}`, exportLabel(transfers), transfers, transfers.exports)
  ];
}
function importLabel({ supplier, recipient }) {
  return `${possessive(supplier.name)} share in ${possessive(recipient.name)} imports of major arms`;
}
function exportLabel({ supplier, recipient }) {
  return `${possessive(recipient.name)} share in ${possessive(supplier.name)} exports of major arms`;
}
function span(transfers, back = 0) {
  const last = transfers.last - back;
  return [Math.max(transfers.first, last - years + 1), last];
}
function volume(way, transfers) {
  const [first, last] = span(transfers);
  const rows = transfersBetween(transfers.rows, first, last);
  const { supplier, recipient } = transfers;
  return {
    state: rows.some((row) => row.status === "estimated") ? "estimated" : "observed",
    id: `arms-${way.id}`,
    label: `major arms from ${inSentence(supplier.name)} to ${inSentence(recipient.name)}`,
    unit: "million TIV",
    period: `${first}/${last}`,
    value: totalVolume(rows),
    interval: "exact",
    certainty: "one report",
    method: `sum of ${last - first + 1} calendar years (${transfers.source}), trend-indicator values: capability, not price${rows.length === 0 ? "; the export covers the pair and has no delivery in these years" : ""}`,
    evidence: [evidence(transfers, first, last, rows.length)]
  };
}
function evidence({ source: source10, vintage, supplier, recipient }, first, last, count3) {
  const pair = `from_id = '${supplier.iso3}' and to_id = '${recipient.iso3}'`;
  return {
    source: source10,
    vintage,
    rows: `observations where source = '${source10}' and indicator = '${deliveriesIndicator}' and ${pair} and start_date >= '${first}-01-01' and end_date <= '${last}-12-31'`,
    count: count3
  };
}
function change(way, transfers, level) {
  const [first, last] = span(transfers, 10);
  const about6 = { id: `arms-${way.id}.change`, label: "change in ten years", unit: level.unit, period: level.period };
  if (first !== last - years + 1 || transfers.first > first) return unknown(about6, `the export begins in ${transfers.first}`);
  const rows = transfersBetween(transfers.rows, first, last);
  const before = totalVolume(rows);
  return {
    ...level,
    ...about6,
    period: `${first}/${last} to ${level.period}`,
    value: level.value - before,
    method: `${formatFigure(level.value, level.unit)} of ${level.period} less ${formatFigure(before, level.unit)} of ${first}/${last}`,
    evidence: [...level.evidence, evidence(transfers, first, last, rows.length)]
  };
}
function share(id2, label, transfers, wholes) {
  const now = ratio2(transfers, wholes, span(transfers));
  if (now === void 0) return [];
  const [first, last] = span(transfers);
  const level = {
    state: now.estimated ? "estimated" : "observed",
    id: id2,
    label,
    unit: "share",
    period: `${first}/${last}`,
    value: now.value,
    interval: "exact",
    certainty: "one report",
    method: `${formatFigure(now.part, "million TIV")} of ${formatFigure(now.whole, "million TIV")} (${transfers.source})`,
    evidence: [partAndWhole(transfers, wholes, first, last)]
  };
  const past = span(transfers, 10);
  const before = past[0] === past[1] - years + 1 ? ratio2(transfers, wholes, past) : void 0;
  if (now.part === 0 && (before?.part ?? 0) === 0) return [];
  if (before === void 0) return [level];
  return [
    level,
    {
      ...level,
      id: `${id2}.change`,
      label: "change in ten years",
      period: `${past[0]}/${past[1]} to ${level.period}`,
      value: now.value - before.value,
      method: `${formatShare(now.value)} less ${formatShare(before.value)} of ${past[0]}/${past[1]}`,
      evidence: [...level.evidence, partAndWhole(transfers, wholes, ...past)]
    }
  ];
}
function partAndWhole(transfers, wholes, first, last) {
  const { supplier, recipient, rows } = transfers;
  const own = evidence(transfers, first, last, transfersBetween(rows, first, last).length + transfersBetween(wholes, first, last).length);
  const [end, state] = wholes === transfers.imports ? ["from_id", supplier.iso3] : ["to_id", recipient.iso3];
  return { ...own, rows: own.rows.replace(`${end} = '${state}'`, `${end} in ('${state}', 'WLD')`) };
}
function ratio2(transfers, wholes, [first, last]) {
  const [parts2, all] = [transfersBetween(transfers.rows, first, last), transfersBetween(wholes, first, last)];
  const [part2, whole3] = [totalVolume(parts2), totalVolume(all)];
  if (whole3 <= 0) return void 0;
  return { value: part2 / whole3, part: part2, whole: whole3, estimated: [...parts2, ...all].some((row) => row.status === "estimated") };
}
function someRow({ source: source10, vintage, supplier, recipient }) {
  const none = {
    indicator: deliveriesIndicator,
    from: supplier.iso3,
    to: recipient.iso3,
    reporter: null,
    start: "",
    end: "",
    value: 0,
    unit: "million TIV"
  };
  return { ...none, status: "estimated", source: source10, vintage, locator: "" };
}

// src/assessments/domains/main-suppliers.ts
var named = 3;
var indicator2 = "arms-import-share";
async function mainSuppliersOf(bench, recipient) {
  return (await mainSuppliers(bench.snapshot, bench.dyad.to)).get(recipient.iso3);
}
var mainSuppliers = cachedBySnapshot(async (snapshot2, to) => {
  const rows = await snapshot2.rows(
    `SELECT from_id, to_id, start_date, end_date, value, source, vintage FROM observations
       WHERE indicator = '${indicator2}' AND value IS NOT NULL AND to_id IS NOT NULL AND end_date <= $to
       ORDER BY end_date, start_date, source, value DESC, from_id`,
    { to }
  );
  const groups2 = grouped(rows, (row) => ["to_id", "start_date", "end_date", "source"].map((name) => String(row[name])).join(" "));
  const whole3 = [...groups2.values()].filter((group) => group.length >= named);
  return new Map(
    whole3.map((group) => {
      const [first] = group;
      const text = (name) => String(first[name]);
      const shares = group.map((row) => ({ id: String(row["from_id"]), share: Number(row["value"]) }));
      return [
        text("to_id"),
        { start: text("start_date"), end: text("end_date"), source: text("source"), vintage: text("vintage"), shares }
      ];
    })
  );
});
async function supplierLimit(bench, supplier, recipient, recipientSide) {
  const suppliers = await mainSuppliersOf(bench, recipient);
  if (suppliers === void 0 || suppliers.shares.some(({ id: id2 }) => id2 === supplier.iso3)) return [];
  const { start, end, source: source10, vintage, shares } = suppliers;
  const figure = {
    state: "estimated",
    id: `arms-import-share-at-most-${recipientSide}`,
    label: `share of any supplier but the main ones in ${possessive(recipient.name)} imports of major arms`,
    unit: "share",
    period: periodOf(start, end),
    value: thirdShare(suppliers),
    interval: "exact",
    certainty: "at most",
    method: `the share of the third supplier, as ${inSentence(supplier.name)} is not among the main ones: ${shares.map(({ id: id2, share: share2 }) => `${id2} ${formatShare(share2)}`).join(", ")}`,
    evidence: [
      {
        source: source10,
        vintage,
        rows: `observations where source = '${source10}' and indicator = '${indicator2}' and to_id = '${recipient.iso3}' and start_date = '${start}' and end_date = '${end}'`,
        count: shares.length
      }
    ]
  };
  return [{ recipient, figure, suppliers }];
}
function thirdShare({ shares }) {
  return shares[named - 1].share;
}
function mainOf(suppliers) {
  return suppliers.shares.filter(({ share: share2 }) => share2 >= thirdShare(suppliers));
}
function limitSentence(limits2) {
  const [one, other] = limits2;
  if (one === void 0) return [];
  const from = (limit2) => `From ${limit2.figure.period.replace("/", " to ")}`;
  const whose = (limit2) => possessive(limit2.recipient.name);
  const most4 = (limit2) => formatShare(limit2.figure.value);
  const who = ({ suppliers }) => joinedWords(mainOf(suppliers).map(({ id: id2 }) => nameOf(id2)));
  if (other === void 0 || other.figure.period !== one.figure.period)
    return limits2.map(
      (limit2) => `${from(limit2)} ${whose(limit2)} main suppliers of major arms were ${who(limit2)}; no other state supplied more than ${most4(limit2)} (SIPRI).`
    );
  return [
    `${from(one)} ${whose(one)} main suppliers of major arms were ${who(one)}, and ${whose(other)} were ${who(other)}; no other state supplied more than ${most4(one)} of ${whose(one)} imports or ${most4(other)} of ${whose(other)} (SIPRI).`
  ];
}
function nameOf(iso3) {
  return inSentence(stateOf(iso3)?.name ?? iso3);
}

// src/assessments/domains/support-figures.ts
async function supportFigures(bench, kinds5) {
  const indicators5 = kinds5.map((kind) => `support-allocations-${kind}`);
  const rows = await pairRows(bench, indicators5);
  const longest = [...grouped(rows, (row) => `${row.indicator} ${row.from}`).values()].map(wholeOf);
  const found = await Promise.all(longest.map((row) => figuresOf(bench, row)));
  return { estimates: found.flat(), sentences: found.map(([level]) => sentenceOf(bench, level)) };
}
function wholeOf(rows) {
  const days = (row) => Date.parse(row.end) - Date.parse(row.start);
  return rows.reduce((best, row) => days(row) >= days(best) ? row : best);
}
async function figuresOf(bench, row) {
  const [from, to] = row.from === bench.dyad.a.iso3 ? [bench.dyad.a, bench.dyad.b] : [bench.dyad.b, bench.dyad.a];
  const kind = row.indicator.split("-").at(-1);
  const level = rowAsFigure(row, `support-${kind}`, `${kind} support of ${inSentence(from.name)} for ${inSentence(to.name)}, allocated`);
  return [level, ...await percentileOf(bench, level, row, [row.indicator], true)];
}
function sentenceOf(bench, level) {
  const { a, b } = bench.dyad;
  const donor = level.label.includes(`of ${inSentence(a.name)} for`) ? [a, b] : [b, a];
  const kind = level.id.replace("support-", "");
  const [from, to] = level.period.split("/");
  return `From ${from} to ${to} ${inSentence(donor[0].name)} allocated ${formatFigure(level.value, level.unit)} of ${kind} support to ${inSentence(donor[1].name)}.`;
}

// src/assessments/domains/arms.ts
var about = {
  id: "arms",
  title: "Arms",
  kinds: ["arms-transfer"],
  on: "arms",
  lead: { label: "deliveries of major arms", unit: "million TIV" },
  reason: "the record holds no arms transfers of the pair; SIPRI does not allow its register to be passed on.",
  wouldFill: "SIPRI's trade register (armstransfers.sipri.org, export all suppliers and recipients to CSV), then visavis add sipri-register FILE: deliveries by pair and year, 1950 on."
};
var quoted3 = [
  {
    indicator: "arms-deliveries-five-years",
    id: (way) => `arms-${way}`,
    label: (from, to) => `major arms from ${inSentence(from)} to ${inSentence(to)}`
  },
  {
    indicator: "arms-import-share",
    id: (way) => `arms-import-share-${way === "a-to-b" ? "b" : "a"}`,
    label: (from, to) => `${possessive(from)} share in ${possessive(to)} imports of major arms`
  },
  {
    indicator: "arms-export-share",
    id: (way) => `arms-export-share-${way === "a-to-b" ? "a" : "b"}`,
    label: (from, to) => `${possessive(to)} share in ${possessive(from)} exports of major arms`
  }
];
var ways = [
  { id: "a-to-b", supplier: "a", recipient: "b" },
  { id: "b-to-a", supplier: "b", recipient: "a" }
];
async function assessArms(bench) {
  const { a, b } = bench.dyad;
  const [aToB, bToA, support3, orders2, rows] = await Promise.all([
    transfersOf(bench, a, b),
    transfersOf(bench, b, a),
    supportFigures(bench, ["military"]),
    armsOrders(bench),
    pairRows(
      bench,
      quoted3.map(({ indicator: indicator6 }) => indicator6)
    )
  ]);
  const brought = [aToB, bToA];
  const figures = await Promise.all(ways.map((way, i) => brought[i] === void 0 ? [] : armsFigures(bench, way, brought[i])));
  const left = rows.filter((row) => brought[row.from === a.iso3 ? 0 : 1] === void 0);
  const told3 = [...figures.flat(), ...quoted3.flatMap((of) => quotedFigures(bench, left, of))];
  const [mains, limits2] = await Promise.all([
    Promise.all(ways.map((way) => mainSuppliersOf(bench, bench.dyad[way.recipient]))),
    limitsOf(bench, brought, told3)
  ]);
  const estimates = [...told3, ...limits2.map(({ figure }) => figure), ...support3.estimates];
  return ledgerDomain(bench, about, {
    estimates,
    sentences: [
      ...byShare(told3).flatMap((way) => waySentences(bench, way, estimates, mains[ways.indexOf(way)])),
      // a figure of the pair's own says more than who the main suppliers are
      ...told3.some(isKnown) ? [] : limitSentence(limits2),
      ...support3.sentences
    ],
    items: [...figureItems(yearsOf(brought)), ...figureItems(left), ...orders2],
    notes: [...notesOn(brought, estimates), ...limitNotes(limits2)]
  });
}
async function limitsOf(bench, brought, told3) {
  const open = ways.filter(
    ({ recipient }, i) => brought[i] === void 0 && !told3.some((one) => isKnown(one) && one.id === `arms-import-share-${recipient}`)
  );
  const found = await Promise.all(
    open.map(({ supplier, recipient }) => supplierLimit(bench, bench.dyad[supplier], bench.dyad[recipient], recipient))
  );
  return found.flat().reverse();
}
function yearsOf(brought) {
  const rows = brought.flatMap((one) => one === void 0 ? [] : one.rows.filter((row) => Number(row.start.slice(0, 4)) > one.last - 10));
  return rows.sort((x, y) => x.start < y.start ? -1 : x.start > y.start ? 1 : 0);
}
function byShare(told3) {
  const share2 = ({ recipient }) => told3.filter(isKnown).find(({ id: id2 }) => id2 === `arms-import-share-${recipient}`)?.value ?? -1;
  return [...ways].sort((x, y) => share2(y) - share2(x));
}
function waySentences(bench, way, estimates, main) {
  const known3 = (id2) => estimates.filter(isKnown).find((one) => one.id === id2);
  const [supplier, recipient] = [bench.dyad[way.supplier], bench.dyad[way.recipient]];
  const level = known3(`arms-${way.id}`);
  const [imports, exports] = [known3(`arms-import-share-${way.recipient}`), known3(`arms-export-share-${way.supplier}`)];
  const volume2 = level === void 0 ? [] : [levelSentence(level, supplier, recipient, rankWords(estimates, level.id), known3(`${level.id}.change`))];
  if (level !== void 0 && level.value === 0) return volume2;
  const supplied = imports === void 0 ? [] : [suppliedSentence(supplier, recipient, imports, known3(`${imports.id}.change`), isLargest(supplier, imports, main))];
  return [...supplied, ...exports === void 0 ? [] : [takenSentence(supplier, recipient, exports, imports === void 0)], ...volume2];
}
function isLargest({ iso3 }, imports, main) {
  if (imports.value > 0.5) return true;
  if (main === void 0 || imports.period !== periodOf(main.start, main.end)) return false;
  return main.shares[0].id === iso3;
}
function levelSentence(level, supplier, recipient, rank4, change5) {
  const span2 = level.period.replace("/", " to ");
  const [from, to] = [inSentence(supplier.name), inSentence(recipient.name)];
  const before = change5 === void 0 ? void 0 : level.value - change5.value;
  const past = before === void 0 ? "" : `, against ${before === 0 ? "nothing" : formatFigure(before, level.unit)} ten years before`;
  if (level.value === 0)
    return `From ${span2} SIPRI names no delivery of major arms from ${from} to ${to}${before === 0 ? ", nor ten years before" : past}.`;
  return `From ${span2} ${from} delivered major arms of ${formatFigure(level.value, level.unit)} to ${to}${rank4}${past}.`;
}
function suppliedSentence(supplier, recipient, imports, change5, isLargest2) {
  const most4 = isLargest2 ? ", more than any other" : "";
  const before = change5 === void 0 ? "" : `; ten years before it was ${formatShare(imports.value - change5.value)}`;
  return `${inSentence(supplier.name)} supplied ${formatShare(imports.value)} of the major arms that ${inSentence(recipient.name)} imported from ${imports.period.replace("/", " to ")} (SIPRI, trend-indicator values)${most4}${before}.`;
}
function takenSentence(supplier, recipient, exports, namesSource) {
  const by = namesSource ? " (SIPRI, trend-indicator values)" : "";
  return `${inSentence(recipient.name)} took ${formatShare(exports.value)} of the major arms that ${inSentence(supplier.name)} exported from ${exports.period.replace("/", " to ")}${by}.`;
}
function limitNotes(limits2) {
  return limits2.length === 0 ? [] : [
    "On record are the three main suppliers of each of the forty states that imported most; what any other supplied is known only to be less. With SIPRI\u2019s register every pair has its own figure."
  ];
}
function notesOn(brought, estimates) {
  if (!estimates.some((one) => one.unit === "million TIV" || one.id.startsWith("arms-"))) return [];
  const spread = brought.some((one) => one?.source === "sipri-register");
  const absent = brought.some((one) => one !== void 0 && one.rows.length === 0);
  return [
    "TIV is a volume of capability by SIPRI, not money: it cannot be set against trade. Small arms, ammunition and most components are not in it.",
    ...spread ? [
      "The register gives the years of a deal and not the number of each: each deal is spread over its years in equal parts, so yearly figures are estimated."
    ] : [],
    ...absent ? ["A pair without a row inside an export of all suppliers counts as no delivery that SIPRI identified."] : []
  ];
}
async function armsOrders(bench) {
  const { a, b } = bench.dyad;
  const rows = (await loadedRows(bench)).orders(a.iso3, b.iso3);
  return rows.map((row) => ({
    kind: "order",
    date: String(row["date"]).slice(0, 4),
    text: `${row["from_id"]} to ${row["to_id"]}, ${row["code"]} (${row["source"]})`,
    source: String(row["source"]),
    citation: String(row["locator"])
  }));
}

// src/assessments/record/conflict-rows.ts
var wholeLists = ["ucdp-acd", "ucdp-dyadic"];
var laterRows = "ucdp-2025";
function conflictCoverage(cards) {
  for (const source10 of wholeLists) {
    const card2 = cards.get(source10);
    const [window3] = card2?.coverage ?? [];
    if (card2 === void 0 || window3 === void 0) continue;
    return { source: source10, vintage: card2.vintage, from: Number(window3.from.slice(0, 4)), to: Number(window3.to.slice(0, 4)) };
  }
  return void 0;
}
var heldConflicts = cachedBySnapshot(async (snapshot2) => {
  const covered2 = conflictCoverage(new Map(snapshot2.manifest.sources.map((card2) => [card2.id, card2])));
  const found = await snapshot2.rows("SELECT * FROM conflicts ORDER BY year, conflict, state_a, state_b");
  const all = found.filter(({ source: source10, year }) => source10 === covered2?.source || source10 === laterRows && year > (covered2?.to ?? 0));
  const byPair = grouped(all, ({ state_a, state_b }) => `${state_a} ${state_b}`);
  return { all, between: (a, b) => byPair.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? [] };
});
function knownBy({ year, episode_began }, day2) {
  return `${year}-12-31` <= day2 || episode_began.startsWith(`${year}-`) && episode_began <= day2;
}
function yearsCovered({ from, to }, [a, b], day2) {
  const year = Number(day2.slice(0, 4));
  const last = Math.min(to, day2.endsWith("-12-31") ? year : year - 1);
  const other = yearsOfState(b);
  return yearsOfState(a).filter((one) => one >= from && one <= last && other.includes(one));
}
var ofStates = /* @__PURE__ */ new Map();
function yearsOfState(iso3) {
  const state = stateOf(iso3);
  const known3 = ofStates.get(iso3) ?? Array.from({ length: 100 }, (_, i) => 1946 + i).filter((year) => existedIn(state, year));
  ofStates.set(iso3, known3);
  return known3;
}
function conflictEvidence({ source: source10, vintage }, rows, condition) {
  const groups2 = grouped(rows, (row) => row.source);
  if (!groups2.has(source10)) groups2.set(source10, []);
  return [...groups2].map(([id2, own]) => ({
    source: id2,
    vintage: own[0]?.vintage ?? vintage,
    rows: `conflicts where source = '${id2}' and ${condition}`,
    count: own.length
  }));
}

// src/assessments/record/relation-rows.ts
var storedRelations = cachedBySnapshot(async (snapshot2) => {
  const [relations, claims] = await Promise.all([
    snapshot2.rows("SELECT * FROM interstate_relations ORDER BY start_date, kind, name"),
    snapshot2.rows("SELECT * FROM territorial_claims ORDER BY start_date, territory")
  ]);
  const key = ({ state_a, state_b }) => `${state_a} ${state_b}`;
  const [byPair, claimsByPair] = [grouped(relations, key), grouped(claims, key)];
  const inOrder2 = (a, b) => a < b ? `${a} ${b}` : `${b} ${a}`;
  return {
    relations: (a, b) => byPair.get(inOrder2(a, b)) ?? [],
    claims: (a, b) => claimsByPair.get(inOrder2(a, b)) ?? []
  };
});
function begunBy({ start_date }, day2) {
  return start_date <= day2;
}
function inForceOn({ start_date, end_date }, day2) {
  return start_date <= day2 && (end_date === null || end_date >= day2);
}

// src/assessments/relations/conflict-sentences.ts
var mostStretches = 4;
function conflictLead(pair, afterFighting) {
  const parties = pair.rows.filter(({ role_a, role_b }) => role_a === 1 && role_b === 1);
  const own = new Set(parties.map(({ year }) => year));
  const others2 = pair.rows.filter((row) => !parties.includes(row) && !own.has(row.year));
  const supported = [...grouped(others2, (row) => supportWords(pair, row)).entries()];
  const between = parties.length === 0 ? [] : afterFighting ? [countSentence(parties)] : partySentences(pair, parties);
  return [...between, ...supported.slice(-2).map(([words5, rows]) => supportSentence(pair, words5, rows))];
}
function countSentence(rows) {
  const when = whenWords(yearsOf2(rows));
  return `${when[0].toUpperCase()}${when.slice(1)} UCDP counts ${intensityWords(rows)}.`;
}
function noConflict({ covered: covered2 }) {
  return `No armed conflict between the two with 25 or more battle-related deaths in a year is recorded, ${spanWords(covered2)} (UCDP).`;
}
function partySentences(pair, rows) {
  const both = `${inSentence(pair.a.name)} and ${inSentence(pair.b.name)}`;
  const years4 = yearsOf2(rows);
  if (!isCurrent(pair, rows))
    return [`${both} fought each other ${whenWords(years4)} (${intensityWords(rows)}, UCDP)${sinceWords(pair, years4.at(-1))}.`];
  const recent2 = rows.filter(({ year }) => year >= sameIntensitySince(rows));
  const before = rows.filter(({ year }) => year < sameIntensitySince(rows));
  const state = deathsIn(rows, years4.at(-1)) === 2 ? "at war" : "in armed conflict";
  return [
    `${both} were ${state} ${whenWords(yearsOf2(recent2))}${lastWords(pair, recent2)} (${intensityWords(recent2)}, UCDP).`,
    ...before.length === 0 ? [] : [`Before that they fought each other ${whenWords(yearsOf2(before))} (${intensityWords(before)}).`]
  ];
}
function sameIntensitySince(rows) {
  const last = yearsOf2(rows).at(-1);
  let first = last;
  while (rows.some(({ year }) => year === first - 1) && deathsIn(rows, first - 1) === deathsIn(rows, last)) first--;
  return first;
}
function supportSentence(pair, words5, rows) {
  return `${words5} ${whenWords(yearsOf2(rows))}${isCurrent(pair, rows) ? lastWords(pair, rows) : ""} (${intensityWords(rows)}, UCDP).`;
}
function supportWords({ a, b }, row) {
  const nameOf4 = (iso3) => {
    const own = [a, b].find((state) => state.iso3 === iso3);
    return inSentence(own?.name ?? nameOn(stateOf(iso3), `${row.year}-12-31`));
  };
  const sideOf = (codes) => joinedWords(codes.split(" ").map(nameOf4));
  if (row.role_a === 2 && row.role_b === 2)
    return `${nameOf4(a.iso3)} and ${nameOf4(b.iso3)} took part in the armed conflict between ${sideOf(row.side_a)} and ${sideOf(row.side_b)}, on opposing sides,`;
  const [helper, party] = row.role_a === 2 ? [row.state_a, row.state_b] : [row.state_b, row.state_a];
  const begins = `${nameOf4(helper)} took part in an armed conflict against`;
  if (row.kind === "internal") return `${begins} the government of ${nameOf4(party)}, in support of its armed opponents,`;
  return `${begins} ${nameOf4(party)}, in support of ${sideOf(row.side_a.split(" ").includes(party) ? row.side_b : row.side_a)},`;
}
function isCurrent({ rows: all, covered: covered2 }, rows) {
  const last = yearsOf2(rows).at(-1);
  return last >= Math.max(covered2.at(-1) ?? 0, ...yearsOf2(all)) && rows.some(({ year, episode_ended }) => year === last && episode_ended === null);
}
function lastWords({ complete }, rows) {
  return yearsOf2(rows).at(-1) >= complete ? ", the last year on record" : "";
}
function sinceWords({ covered: covered2 }, last) {
  const since = covered2.filter((year) => year > last);
  return since.length === 0 ? "" : `; no armed conflict between them is recorded ${since.length === 1 ? "in" : "from"} ${spanWords(since)}`;
}
function deathsIn(rows, year) {
  return rows.some((row) => row.year === year && row.intensity === 2) ? 2 : 1;
}
function deathWords(intensity) {
  return intensity === 2 ? "1,000 or more battle-related deaths" : "25 to 999 battle-related deaths";
}
function intensityWords(rows) {
  const years4 = yearsOf2(rows);
  const wars = years4.filter((year) => deathsIn(rows, year) === 2);
  const each = years4.length === 1 ? "" : " a year";
  if (wars.length === 0) return `${deathWords(1)}${each}`;
  if (wars.length === years4.length) return `${deathWords(2)}${each}`;
  return `25 or more battle-related deaths a year, 1,000 or more ${whenWords(wars)}`;
}
function whenWords(years4) {
  const stretches = stretchesOf(years4);
  if (stretches.length > mostStretches) return `in ${years4.length} years between ${years4[0]} and ${years4.at(-1)}`;
  const [[first, last]] = stretches;
  if (stretches.length === 1 && last > first + 1) return `from ${first} to ${last}`;
  return `in ${joinedWords(stretches.flatMap(([from, to]) => to === from ? [`${from}`] : to === from + 1 && stretches.length === 1 ? [`${from}`, `${to}`] : [`${from}\u2013${to}`]))}`;
}
function stretchesOf(years4) {
  const found = [];
  for (const year of years4) {
    const last = found.at(-1);
    if (last !== void 0 && last[1] === year - 1) last[1] = year;
    else found.push([year, year]);
  }
  return found;
}
function spanWords(years4) {
  const [first, last] = [years4[0], years4.at(-1)];
  return first === last ? `${first}` : `${first} to ${last}`;
}
function yearsOf2(rows) {
  return [...new Set(rows.map(({ year }) => year))].sort((x, y) => x - y);
}

// src/assessments/relations/dispute-figures.ts
var lists = ["gml-mid", "cow-mid"];
var hostilityWords = ["", "no", "threat", "display", "use", "war"];
async function disputeFigures(bench) {
  const source10 = lists.find((id2) => bench.cards.has(id2));
  const window3 = bench.cards.get(source10 ?? "")?.coverage[0];
  if (source10 === void 0 || window3 === void 0 || window3.from > bench.dyad.to) return { estimates: [], sentences: [] };
  const rows = (await pairRows(bench, ["dispute-onsets", "dispute-hostility"])).filter((row) => row.source === source10);
  const to = window3.to < bench.dyad.to ? window3.to : bench.dyad.to;
  const [onsets, levels2] = ["dispute-onsets", "dispute-hostility"].map((id2) => rows.filter(({ indicator: indicator6 }) => indicator6 === id2));
  const begun = onsets.reduce((sum2, { value }) => sum2 + value, 0);
  const shared3 = { state: "observed", interval: "exact", period: periodOf(window3.from, to), method: `as ${source10} codes them` };
  const count3 = {
    ...{ ...shared3, id: "disputes", label: `militarized disputes that began, by ${source10}`, unit: "count", value: begun },
    evidence: [evidenceOf(bench, source10, "dispute-onsets", to, onsets.length)]
  };
  if (levels2.length === 0)
    return { estimates: [count3], sentences: [`${source10} has no militarized dispute of the two to ${to.slice(0, 4)}.`] };
  const highest = Math.max(...levels2.map(({ value }) => value));
  const level = {
    ...{
      ...shared3,
      id: "dispute-hostility",
      label: "highest hostility in them (2 threat, 3 display, 4 use of force, 5 war)",
      unit: "count",
      value: highest
    },
    evidence: [evidenceOf(bench, source10, "dispute-hostility", to, levels2.length)]
  };
  const last = levels2.at(-1).end.slice(0, 4);
  const force = highest === 5 ? "war" : `${hostilityWords[highest]}${highest === 3 || highest === 4 ? " of force" : ""}`;
  return {
    estimates: [count3, level],
    sentences: [
      `${source10} has ${begun} militarized ${begun === 1 ? "dispute" : "disputes"} of the two to ${to.slice(0, 4)}, the last in ${last}; the highest hostility was ${force}.`
    ]
  };
}
function evidenceOf({ dyad: { a, b }, cards }, source10, indicator6, to, count3) {
  const [from, other] = [a.iso3, b.iso3].sort();
  const rows = `observations where source = '${source10}' and indicator = '${indicator6}' and from_id = '${from}' and to_id = '${other}' and end_date <= '${to}'`;
  return { source: source10, vintage: cards.get(source10).vintage, rows, count: count3 };
}

// src/assessments/forms/told-date-words.ts
var months2 = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
function toldDateWords(date2) {
  const [year, month, day2] = date2.split("-");
  if (month === void 0) return year;
  const name = `${months2[Number(month) - 1]} ${year}`;
  return day2 === void 0 ? name : `${Number(day2)} ${name}`;
}
function toldPeriodWords(first, last) {
  if (last === null) return `since ${toldDateWords(first)}`;
  if (first === last) return `${first.length === 10 ? "on" : "in"} ${toldDateWords(first)}`;
  const sameYear = first.slice(0, 4) === last.slice(0, 4) && first.length > 4 && last.length > 4;
  return `from ${sameYear ? toldDateWords(first).slice(0, -5) : toldDateWords(first)} to ${toldDateWords(last)}`;
}

// src/assessments/relations/relation-sentences.ts
var mostClaims = 3;
function latestFighting({ relations, day: day2 }) {
  const fights = relations.filter((row) => row.kind === "hostilities" && row.form !== "clash" && begunBy(row, day2));
  return fights.sort((x, y) => endOn(x, day2) < endOn(y, day2) || endOn(x, day2) === endOn(y, day2) && x.start_date < y.start_date ? -1 : 1).at(-1);
}
function endOn({ end_date }, day2) {
  return end_date === null || end_date > day2 ? "9999-12-31" : end_date;
}
function isOngoing(row, day2) {
  return endOn(row, day2) === "9999-12-31";
}
function fightingSentence({ a, b, day: day2 }, row) {
  const both = `${inSentence(a.name)} and ${inSentence(b.name)}`;
  if (isOngoing(row, day2)) {
    const name = row.name === null ? "" : ` (${row.name})`;
    const state = row.form === "war" ? "are at war" : "are fighting each other";
    return `${both} ${state}, since ${toldDateWords(row.start_told)}${name}.`;
  }
  const ended2 = row.ended_by === null ? [] : [`ended by ${row.ended_by}`];
  const about6 = [...row.name === null ? [] : [row.name], ...ended2].join("; ");
  const note = row.note === null ? "" : ` ${row.note[0].toUpperCase()}${row.note.slice(1)}.`;
  return `The last fighting on record between ${both} was ${toldPeriodWords(row.start_told, row.end_told)}${about6 === "" ? "" : ` (${about6})`}.${note}`;
}
function afterWarSentences({ a, b, day: day2, relations }) {
  const inForce2 = relations.filter((row) => inForceOn(row, day2));
  const war = inForce2.find(({ kind }) => kind === "state-of-war");
  const armistice = inForce2.findLast(({ kind }) => kind === "armistice");
  const peace2 = inForce2.findLast(({ kind }) => kind === "peace");
  return [
    ...war === void 0 ? [] : [stateOfWarSentence(a, b, war)],
    ...armistice === void 0 ? [] : [agreementSentence(armistice, `${armistice.form === "armistice" ? "an" : "a"} ${armistice.form}`)],
    ...peace2 === void 0 ? [] : [peaceSentence(peace2)]
  ];
}
var peaceWords = {
  treaty: "a peace treaty",
  agreement: "an agreement on peace",
  declaration: "a declaration of peace"
};
function stateOfWarSentence(a, b, row) {
  const actor = [a, b].find(({ iso3 }) => iso3 === row.actor);
  const since = toldPeriodWords(row.start_told, null);
  if (actor === void 0) return `A state of war between the two has been in force ${since}.`;
  const other = actor === a ? b : a;
  const verb = row.form === "declared" ? "has been in a declared state of war" : "has held itself to be in a state of war";
  return `${inSentence(actor.name)} ${verb} with ${inSentence(other.name)} ${since}.`;
}
function peaceSentence(row) {
  const words5 = peaceWords[row.form];
  if (words5 !== void 0) return agreementSentence(row, words5);
  return `A peace agreement was initialled on ${toldDateWords(row.start_told)}${aboutWords([row.name, row.note])} and is not in force.`;
}
function agreementSentence(row, what) {
  return `They have had ${what} since ${toldDateWords(row.start_told)}${aboutWords([row.name, row.note])}.`;
}
function aboutWords(parts2) {
  const about6 = parts2.filter((part2) => part2 !== null).join("; ");
  return about6 === "" ? "" : ` (${about6})`;
}
function clashSentence({ relations, day: day2 }) {
  const clashes = relations.filter((row) => row.kind === "hostilities" && row.form === "clash" && begunBy(row, day2));
  const last = clashes.at(-1);
  if (last === void 0) return [];
  const name = last.name === null ? "" : ` (${last.name})`;
  return [
    `${clashes.length === 1 ? "A clash is" : `${clashes.length} clashes are`} on record${clashes.length === 1 ? "" : ", the last"} ${toldPeriodWords(last.start_told, last.end_told)}${name}.`
  ];
}
function claimSentence({ a, b, day: day2, claims }) {
  const standing2 = claims.filter((row) => inForceOn(row, day2));
  if (standing2.length === 0) return [];
  const named6 = standing2.slice(0, mostClaims).map((row) => {
    const claimant = claimantOf(a, b, row);
    return `${claimant === void 0 ? "both states\u2019" : possessive(claimant.name)} to ${territoryWords(row)}`;
  });
  const more = standing2.length - named6.length;
  const rest = more === 0 ? [] : [`${more} more`];
  return [`Territorial claims that stand: ${[...named6, ...rest].join("; ")}.`];
}
function claimWords(a, b, row) {
  const claimant = claimantOf(a, b, row);
  return `${claimant === void 0 ? "both claim" : `${inSentence(claimant.name)} claims`} ${territoryWords(row)}`;
}
function claimantOf(a, b, { claimant }) {
  return [a, b].find(({ iso3 }) => iso3 === claimant);
}
function territoryWords({ territory }) {
  return territory.replace(/^The /, "the ");
}
function missingRelationsSentences({ a, b, day: day2, relations }) {
  const inForce2 = relations.filter((row) => inForceOn(row, day2));
  const nameOf4 = (iso3) => {
    const found = [a, b].find((state) => state.iso3 === iso3);
    return found === void 0 ? void 0 : inSentence(found.name);
  };
  const missing = inForce2.findLast(({ kind }) => kind === "no-relations");
  const lowered2 = inForce2.filter(({ kind }) => kind === "lower-relations");
  const unrecognised = inForce2.filter(({ kind, actor }) => kind === "non-recognition" && nameOf4(actor) !== void 0);
  return [
    ...missing === void 0 ? [] : [missingSentence(a, b, missing, nameOf4(missing.actor))],
    ...missing !== void 0 ? [] : lowered2.map((row) => loweredSentence(row, nameOf4(row.actor))),
    ...unrecognised.map(({ actor }) => `${nameOf4(actor)} does not recognise ${nameOf4(actor === a.iso3 ? b.iso3 : a.iso3)} as a state.`)
  ];
}
function missingSentence(a, b, row, actor) {
  const both = `${inSentence(a.name)} and ${inSentence(b.name)} have no diplomatic relations`;
  const by = actor === void 0 ? "" : ` by ${actor}`;
  if (row.form === "never") return `${both}; they never had any${row.name === null ? "" : ` (${row.name})`}.`;
  const verb = row.form === "suspended" ? "suspended" : row.form === "moved" ? "ended" : "broken off";
  const when = `${row.start_told.length === 10 ? "on" : "in"} ${toldDateWords(row.start_told)}`;
  return `${both}: they were ${verb}${by} ${when}${row.name === null ? "" : ` (${row.name})`}.`;
}
function loweredSentence(row, actor) {
  const by = actor === void 0 ? "" : ` by ${actor}`;
  return `Their diplomatic relations have been lowered ${toldPeriodWords(row.start_told, null)}${by}: ${row.form}${aboutWords([row.name])}.`;
}

// src/assessments/relations/relation-items.ts
var ofConflict = {
  hostilities: "fighting",
  "state-of-war": "state of war",
  armistice: "armistice",
  peace: "peace",
  enmity: "enmity"
};
var ofDiplomacy = {
  "no-relations": "no diplomatic relations",
  "lower-relations": "lowered diplomatic relations",
  "non-recognition": "statehood not recognised"
};
function relationItems(pair) {
  return [...itemsOf(pair, ofConflict), ...newestFirst2(pair.claims.map((row) => claimItem(pair, row)))];
}
function diplomaticItems(pair) {
  return itemsOf(pair, ofDiplomacy);
}
function itemsOf(pair, words5) {
  return newestFirst2(pair.relations.flatMap((row) => words5[row.kind] === void 0 ? [] : [relationItem(pair, row, words5[row.kind])]));
}
function newestFirst2(items) {
  return [...items].sort((x, y) => x.date < y.date ? 1 : -1);
}
function relationItem(pair, row, word) {
  const actor = actorName(pair, row.actor);
  const form = row.form === word ? "" : ` (${row.form})`;
  const about6 = [...row.name === null ? [] : [row.name], ...actor === void 0 ? [] : [`by ${actor}`], ...endedAndNote(row)];
  return {
    kind: "relation",
    date: row.start_date,
    text: `${sentenceStart(toldPeriodWords(row.start_told, row.end_told))}: ${word}${form}${about6.length === 0 ? "" : `; ${about6.join("; ")}`}`,
    source: row.source,
    citation: row.locator
  };
}
function claimItem(pair, row) {
  const about6 = endedAndNote(row);
  return {
    kind: "claim",
    date: row.start_date,
    text: `${sentenceStart(toldPeriodWords(row.start_told, row.end_told))}: ${claimWords(pair.a, pair.b, row)}${about6.length === 0 ? "" : `; ${about6.join("; ")}`}`,
    source: row.source,
    citation: row.locator
  };
}
function endedAndNote({ ended_by, note }) {
  return [...ended_by === null ? [] : [`ended by ${ended_by}`], ...note === null ? [] : [note]];
}
function actorName({ a, b }, actor) {
  const found = [a, b].find(({ iso3 }) => iso3 === actor);
  return found === void 0 ? void 0 : inSentence(found.name);
}
function sentenceStart(text) {
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}

// src/assessments/domains/conflict.ts
var sameParty = { SRB: "YUG", YEM: "YAR" };
var wouldFill = "UCDP/PRIO Armed Conflict Dataset (ucdp.uu.se/downloads), then visavis add ucdp-acd FILE.";
async function assessConflict(bench) {
  const { to } = bench.dyad;
  const { found, relations, lead } = await gathered(bench);
  const disputes3 = await disputeFigures(bench);
  const items = [...itemsOf2(found?.rows ?? []), ...relationItems(relations)];
  const covered2 = found !== void 0 && (found.covered.length > 0 || found.rows.length > 0);
  if (!covered2 && items.length === 0 && disputes3.estimates.length === 0) {
    const reason = found === void 0 ? "the record has no list of armed conflicts." : `the list of armed conflicts covers no year by ${to} in which both were states.`;
    return unknownDomain("conflict", "Conflict", to, reason, wouldFill);
  }
  const none = covered2 && found.rows.length === 0 ? [noConflict(found)] : [];
  const after = lead.length === 0 ? afterWarSentences(relations) : [];
  return {
    id: "conflict",
    title: "Conflict",
    state: "observed",
    summary: [...lead, ...none, ...after, ...clashSentence(relations), ...disputes3.sentences, ...claimSentence(relations)].join(" "),
    estimates: [
      ...covered2 ? figuresOf2(found) : [
        unknown(
          { id: "conflict-years", label: yearsLabel, unit: "count", period: to },
          "no list of armed conflicts covers the pair",
          wouldFill
        )
      ],
      ...disputes3.estimates
    ],
    items,
    notes: [
      ...covered2 ? notesOn2(found) : [],
      ...items.some(({ source: source10 }) => source10 !== "ucdp-acd") ? ["Tables of fighting, armistices and claims are not complete: a pair without an entry is unknown."] : []
    ]
  };
}
async function firstOnConflict(bench) {
  const { lead } = await gathered(bench);
  return lead.length === 0 ? [] : [lead.join(" ")];
}
var asked2 = /* @__PURE__ */ new WeakMap();
function gathered(bench) {
  const found = asked2.get(bench) ?? gather(bench);
  asked2.set(bench, found);
  return found;
}
async function gather(bench) {
  const [found, relations, former] = await Promise.all([conflictsOf(bench), relationsOf(bench), formerLead(bench)]);
  const fighting = latestFighting(relations);
  const told3 = fighting !== void 0 && isLater(fighting, found, relations.day);
  const fought = [
    ...told3 ? [fightingSentence(relations, fighting)] : [],
    ...found === void 0 ? [] : conflictLead(found, told3),
    ...former
  ];
  return { found, relations, lead: fought.length === 0 ? [] : [...fought, ...afterWarSentences(relations)] };
}
function isLater(fighting, found, day2) {
  if (found === void 0 || isOngoing(fighting, day2)) return true;
  const year = Number(fighting.end_date.slice(0, 4));
  return year > found.coverage.to || year > Math.max(0, ...yearsOf2(found.rows));
}
async function relationsOf({ dyad: dyad2, snapshot: snapshot2 }) {
  const { a, b, to } = dyad2;
  const stored = await storedRelations(snapshot2);
  const [relations, claims] = [stored.relations(a.iso3, b.iso3), stored.claims(a.iso3, b.iso3)].map(
    (rows) => rows.filter((row) => begunBy(row, to))
  );
  return { a, b, day: to, relations, claims };
}
async function conflictsOf(bench, pair = [bench.dyad.a, bench.dyad.b]) {
  const coverage2 = conflictCoverage(bench.cards);
  if (coverage2 === void 0) return void 0;
  const [a, b] = pair;
  const rows = (await heldConflicts(bench.snapshot)).between(a.iso3, b.iso3).filter((row) => knownBy(row, bench.dyad.to));
  return { a, b, rows, covered: yearsCovered(coverage2, [a.iso3, b.iso3], bench.dyad.to), complete: coverage2.to, coverage: coverage2 };
}
async function formerLead(bench) {
  const { a, b } = bench.dyad;
  const pairs = [
    ...sameParty[a.iso3] === void 0 ? [] : [[stateOf(sameParty[a.iso3]), b, a]],
    ...sameParty[b.iso3] === void 0 ? [] : [[a, stateOf(sameParty[b.iso3]), b]]
  ];
  const told3 = await Promise.all(
    pairs.map(async ([one, other, heir]) => {
      const found = await conflictsOf(bench, [one, other]);
      const lead = found === void 0 ? [] : conflictLead(found, false);
      const former = one.iso3 === a.iso3 ? other : one;
      return lead.length === 0 ? [] : [...lead, `UCDP counts ${inSentence(former.name)} and ${inSentence(heir.name)} as one party.`];
    })
  );
  return told3.flat();
}
function figuresOf2(found) {
  const years4 = yearsOf2(found.rows);
  const wars = yearsOf2(found.rows.filter(({ intensity }) => intensity === 2));
  const all = [.../* @__PURE__ */ new Set([...found.covered, ...years4])].sort((x, y) => x - y);
  const [first, last] = [all[0], all.at(-1)];
  const [one, other] = [found.a.iso3, found.b.iso3].sort();
  const evidence2 = conflictEvidence(found.coverage, found.rows, `state_a = '${one}' and state_b = '${other}' and year <= ${last}`);
  const shared3 = { state: "observed", interval: "exact", evidence: evidence2 };
  const span2 = { ...shared3, unit: "count", period: first === last ? `${first}` : `${first}/${last}` };
  const method = "years of the UCDP/PRIO list, which has every armed conflict with 25 or more battle-related deaths in a year";
  const level = {
    ...{ ...shared3, id: "conflict-intensity", label: "armed conflict in the latest year (0 none, 1 from 25 deaths, 2 from 1,000)" },
    ...{
      unit: "count",
      period: `${last}`,
      value: intensityIn(found.rows, last),
      method: `${method}; deaths are those of the whole conflict`
    }
  };
  const lastYear = years4.length === 0 ? { state: "not-applicable", ...lastYearLabel, period: span2.period, reason: "no armed conflict between the two is recorded" } : { ...shared3, ...lastYearLabel, period: span2.period, value: years4.at(-1), method };
  return [
    { ...span2, id: "conflict-years", label: yearsLabel, value: years4.length, method },
    { ...span2, id: "war-years", label: "of these, years with 1,000 or more battle-related deaths", value: wars.length, method },
    lastYear,
    level,
    ...years4.length === 0 ? [] : all.map((year) => ({
      ...level,
      id: "conflict-intensity.series",
      label: "armed conflict in the year",
      period: `${year}`,
      value: intensityIn(found.rows, year)
    }))
  ];
}
var yearsLabel = "years on opposing sides of an armed conflict";
var lastYearLabel = { id: "last-conflict-year", label: "last year on opposing sides of an armed conflict", unit: "year" };
function intensityIn(rows, year) {
  return Math.max(0, ...rows.filter((row) => row.year === year).map(({ intensity }) => intensity));
}
function itemsOf2(rows) {
  const items = [...grouped(rows, (row) => `${row.conflict} ${row.role_a} ${row.role_b}`).values()].flatMap(
    (group) => stretchesOf(yearsOf2(group)).map(([from, to]) => itemOf2(group.filter(({ year }) => year >= from && year <= to)))
  );
  return items.sort((x, y) => x.date < y.date ? 1 : -1);
}
function itemOf2(rows) {
  const [row, last] = [rows[0], rows.at(-1)];
  const [from, to] = [row.year, last.year];
  const name = (codes) => joinedWords(codes.split(" ").map((iso3) => inSentence(nameOn(stateOf(iso3), `${from}-12-31`))));
  const sides2 = row.side_b === null ? `armed opponents of the government of ${name(row.side_a)}` : `${name(row.side_a)} against ${name(row.side_b)}`;
  const helpers = [...row.role_a === 2 ? [row.state_a] : [], ...row.role_b === 2 ? [row.state_b] : []].join(" ");
  const support3 = helpers === "" ? "" : row.side_b === null ? `, with ${name(helpers)} on their side` : `, with support of ${name(helpers)}`;
  return {
    kind: "conflict",
    date: last.episode_ended ?? `${to}-12-31`,
    text: `${from === to ? from : `${from} to ${to}`}: ${sides2}${support3}${row.territory === null ? "" : `; territory: ${row.territory}`}; ${intensityWords(rows)}`,
    source: last.source,
    citation: rows.length === 1 ? last.locator : `${row.locator} to ${last.locator}`
  };
}
function notesOn2({ rows, coverage: coverage2, a, b }) {
  return [
    `Clashes with fewer than 25 battle-related deaths in a year are not in the list, nor are conflicts with armed groups; it is complete to ${coverage2.to}.`,
    ...rows.some(({ side_a, side_b }) => side_a.includes(" ") || side_b?.includes(" ") === true) ? ["Deaths are counted for the conflict as a whole: of two coalitions, not every state fought each state of the other side."] : [],
    ...[a.iso3, b.iso3].includes("YEM") && rows.some(({ year }) => year >= 2015) ? ["From 2015 on UCDP takes the authorities in Sanaa (Ansarallah) for the government of Yemen."] : []
  ];
}

// src/assessments/forms/ten-years-before.ts
function tenYearsBefore(date2) {
  const year = String(Number(date2.slice(0, 4)) - 10);
  return date2.endsWith("-02-29") ? `${year}-02-28` : `${year}${date2.slice(4)}`;
}

// src/assessments/people/representation.ts
var indicators2 = ["embassy", "embassy-elsewhere", "consulates", "representation-level"];
var list = "embassies-wikidata";
async function withRepresentation(bench, domain) {
  const found = await representation2(bench);
  if (found.estimates.length === 0 && found.sentences.length === 0) return domain;
  const listed2 = found.estimates.some((one) => one.state === "observed");
  const silent5 = domain.state === "unknown" || domain.state === "not-applicable";
  return {
    ...domain,
    state: silent5 && listed2 ? "observed" : domain.state,
    // a mission is known where votes are not, so the domain is not unknown
    summary: [listed2 ? domain.summary.replace(/^Unknown: /, "Votes are unknown: ") : domain.summary, ...found.sentences].join(" "),
    estimates: silent5 && listed2 ? [...found.estimates, ...domain.estimates] : [...domain.estimates, ...found.estimates],
    items: [...domain.items, ...found.items],
    notes: [...domain.notes, ...found.notes]
  };
}
async function representation2(bench) {
  const { a, b, to } = bench.dyad;
  const [rows, held2] = await Promise.all([pairRows(bench, indicators2), loadedRows(bench)]);
  const missions = held2.events(a.iso3, b.iso3).filter(({ kind }) => kind === "mission");
  const ways3 = [
    ["a-in-b", a, b],
    ["b-in-a", b, a]
  ].map(([id2, from, host]) => {
    const own = rows.filter((row) => row.from === from.iso3);
    return { id: id2, from, to: host, rows: own, mission: currentMission(missions.filter((one) => one.from === from.iso3)) };
  });
  const covered2 = bench.cards.get(list)?.coverage[0];
  const inList2 = covered2 !== void 0 && to >= covered2.from;
  if (!inList2 && ways3.every((way) => way.rows.length === 0 && way.mission === void 0)) return nothingFound;
  const outOfDate = inList2 && await isOutOfDate(bench, ways3);
  const listDay = inList2 && !outOfDate ? covered2.from : void 0;
  return {
    estimates: ways3.flatMap((way) => outOfDate ? outOfDateFigures(way, covered2.from) : figuresOf3(way, listDay)),
    sentences: sentencesOn(ways3, to, listDay),
    items: missions.map((one) => missionItem(one, to)),
    notes: listDay !== void 0 ? [
      "The list of embassies (Wikidata, 16 November 2022) is made by volunteers: a mission that it lacks may exist, and one that has closed may linger."
    ] : []
  };
}
function currentMission(spans) {
  return spans.reduce(
    (before, span2) => before !== void 0 && before.code === span2.code && before.end === dayBefore(span2.date) ? { ...span2, date: before.date } : span2,
    void 0
  );
}
function dayBefore(day2) {
  return new Date(Date.parse(`${day2}T00:00Z`) - 864e5).toISOString().slice(0, 10);
}
async function isOutOfDate({ dyad: { a, b, to }, snapshot: snapshot2 }, ways3) {
  if (ways3.some(({ mission }) => mission !== void 0 && withoutAmbassador.has(mission.code))) return true;
  const stored = (await storedRelations(snapshot2)).relations(a.iso3, b.iso3);
  return stored.some((row) => inForceOn(row, to) && (row.kind === "no-relations" || row.form === "embassy closed"));
}
var withoutAmbassador = /* @__PURE__ */ new Set(["None", "Interests"]);
function figuresOf3({ id: id2, from, to, rows }, listDay) {
  const whom = `of ${inSentence(from.name)} in ${inSentence(to.name)}`;
  const last = (indicator6) => rows.findLast((row) => row.indicator === indicator6);
  const [embassy, elsewhere, consulates] = indicators2.map(last);
  const count3 = (row, as, words5) => ({
    ...rowAsFigure(row, as, words5),
    unit: "count",
    certainty: "at least"
  });
  const none = "the volunteers\u2019 list has none, which is no proof that there is none";
  return [
    ...embassy !== void 0 ? [count3(embassy, `embassy-${id2}`, `embassies ${whom}, listed`)] : listDay === void 0 ? [] : [unknownEmbassy(id2, whom, listDay, none)],
    ...elsewhere === void 0 ? [] : [count3(elsewhere, `embassy-elsewhere-${id2}`, `embassies ${whom} from a third state, listed`)],
    ...consulates === void 0 ? [] : [count3(consulates, `consulates-${id2}`, `consulates ${whom}, listed`)],
    ...levelFigures(id2, whom, rows)
  ];
}
function outOfDateFigures({ id: id2, from, to, rows }, listDay) {
  const whom = `of ${inSentence(from.name)} in ${inSentence(to.name)}`;
  const reason = "the list is older than what is known of their relations, and keeps missions that have closed";
  return [unknownEmbassy(id2, whom, listDay, reason), ...levelFigures(id2, whom, rows)];
}
function unknownEmbassy(id2, whom, period, reason) {
  const about6 = { id: `embassy-${id2}`, label: `embassies ${whom}, listed`, unit: "count", period };
  return unknown(about6, reason, "the diplomatic list of the host");
}
function levelFigures(id2, whom, rows) {
  const level = rows.findLast(({ indicator: indicator6 }) => indicator6 === "representation-level");
  return level === void 0 ? [] : [rowAsFigure(level, `representation-level-${id2}`, `rank of the representative ${whom} (6: ambassador)`)];
}
function sentencesOn(ways3, day2, listDay) {
  const missions = ways3.filter(({ mission }) => mission !== void 0).map((way) => missionSentence(way, day2));
  const others2 = ways3.filter(({ mission }) => mission === void 0);
  if (listDay === void 0 || others2.length === 0) return missions;
  const when = `(Wikidata, ${dayInWords(listDay)})`;
  const stated = others2.flatMap((way) => listedClause(way) ?? []);
  if (others2.length === 2 && others2.every((way) => has(way, "embassy"))) return [`Each has an embassy in the other ${when}.`];
  return stated.length === 0 ? missions : [...missions, `${stated.join("; ")} ${when}.`];
}
function has({ rows }, wanted) {
  return rows.some(({ indicator: indicator6 }) => indicator6 === wanted);
}
function listedClause(way) {
  const [from, to] = [inSentence(way.from.name), inSentence(way.to.name)];
  if (has(way, "embassy")) return `${from} has an embassy in ${to}`;
  return has(way, "embassy-elsewhere") ? `${from} is accredited to ${to} from a third state` : void 0;
}
var missionWords = {
  None: "no mission",
  Interests: "only an interests section",
  "Consul Nonresident": "only a consul elsewhere",
  Consulate: "only a consulate",
  Liaison: "only a liaison office",
  "Envoy Nonresident": "an envoy who lives elsewhere",
  Legation: "a legation",
  "Ambassador Nonresident": "an ambassador who lives elsewhere",
  Embassy: "an embassy"
};
function missionSentence({ from, to, mission }, day2) {
  const { date: date2, end, code } = mission;
  return `${inSentence(from.name)} has had ${missionWords[code] ?? code.toLowerCase()} in ${inSentence(to.name)} since ${dayInWords(date2)}${end === null || end >= day2 ? "" : ` (as of ${dayInWords(end)})`}.`;
}
function missionItem({ date: date2, end, code, to, source: source10, locator }, day2) {
  return {
    kind: "event",
    date: date2,
    text: `status of the US mission in ${to} from ${date2}${end === null || end >= day2 ? "" : ` to ${end}`}: ${code}`,
    source: source10,
    citation: locator
  };
}

// src/assessments/record/memberships.ts
var storedMemberships = cachedBySnapshot(async (snapshot2) => {
  const all = await snapshot2.rows("SELECT * FROM memberships");
  const byState2 = grouped(all, ({ state }) => state);
  return { all, of: (state) => byState2.get(state) ?? [] };
});
var sharedBlocCounts = cachedBySnapshot(
  async (snapshot2, date2) => pairCounts((await storedMemberships(snapshot2)).all, date2).sort()
);
function pairCounts(memberships2, date2) {
  const alive = states.filter((state) => existedOn(state, date2)).map((state) => state.iso3);
  const place = new Map(alive.map((iso3, i) => [iso3, i]));
  const counts = new Float64Array(alive.length * (alive.length - 1) / 2);
  for (const bloc of blocs) {
    const members = membersOn(memberships2, bloc.id, date2).flatMap((iso3) => place.get(iso3) ?? []).sort((x, y) => x - y);
    for (let i = 0; i < members.length; i++) {
      for (let j = i + 1; j < members.length; j++) counts[pairIndex(members[i], members[j], alive.length)] += 1;
    }
  }
  return counts;
}
function pairIndex(i, j, n) {
  return i * (2 * n - i - 1) / 2 + (j - i - 1);
}

// src/assessments/votes/vote-draws.ts
init_quantile();

// src/assessments/forms/constant-position.ts
function constantSide(table2) {
  const rows = [0, 3, 6].filter((i) => table2[i] + table2[i + 1] + table2[i + 2] > 0).length;
  const columns = [0, 1, 2].filter((i) => table2[i] + table2[i + 3] + table2[i + 6] > 0).length;
  if (rows === 1 && columns === 1) return "both";
  return rows === 1 ? "a" : columns === 1 ? "b" : void 0;
}

// src/assessments/votes/vote-draws.ts
function bootstrappedSimilarity(a, b, options) {
  const { draws: draws3, seed } = options;
  const cells3 = pairVoteTable(a, b);
  const point = similarityOfTable(cells3);
  const replicates = new Float64Array(measureNames.length * draws3);
  measuresInDraws(drawsFor(a.length, draws3, seed), cellCounter(options)(a, b), replicates);
  const values = (measure) => {
    const place = measureNames.indexOf(measure);
    return replicates.slice(place * draws3, (place + 1) * draws3);
  };
  return { point, cells: cells3, draws: draws3, seed, values, interval: (measure) => percentileInterval(values(measure), point[measure]) };
}
function kappaDrawer(options) {
  const counted3 = cellCounter(options);
  return (a, b) => {
    const table2 = pairVoteTable(a, b);
    const { n, kappa: value } = kappaAndAgreement(table2);
    if (n === 0 || Number.isNaN(value) || constantSide(table2) !== void 0) return void 0;
    const replicates = new Float64Array(options.draws);
    kappaInDraws(drawsFor(a.length, options.draws, options.seed), counted3(a, b), replicates);
    return { n, value, interval: percentileInterval(replicates, value) };
  };
}
var [kappaAt, agreementAt] = [measureNames.indexOf("kappa_quadratic"), measureNames.indexOf("agreement")];
function kappaAndAgreement(cells3) {
  const figures = new Float64Array(measureNames.length);
  writeSimilarity(cells3, figures, 0, 1);
  return { n: cells3.reduce((sum2, cell) => sum2 + cell, 0), kappa: figures[kappaAt], agreement: figures[agreementAt] };
}
function pairVoteTable(a, b) {
  const cells3 = new Float64Array(9);
  for (let r = 0; r < a.length; r++) if (a[r] !== 0 && b[r] !== 0) cells3[a[r] * 3 + b[r] - 4] += 1;
  return cells3;
}
function cellCounter({ draws: draws3, seed }) {
  let cellOf2 = new Uint8Array(0);
  let counts = new Int32Array(0);
  return (a, b) => {
    const drawn = drawsFor(a.length, draws3, seed);
    if (cellOf2.length < a.length) cellOf2 = new Uint8Array(a.length);
    if (counts.length < 10 * drawn.words) counts = new Int32Array(10 * drawn.words);
    for (let r = 0; r < a.length; r++) cellOf2[r] = a[r] === 0 || b[r] === 0 ? noCell : a[r] * 3 + b[r] - 4;
    countInDraws(drawn, cellOf2, counts);
    return counts;
  };
}
function bootstrappedDifference(now, before, measure) {
  const past = before.values(measure);
  const differences = now.values(measure).map((value, draw) => value - past[draw]);
  return percentileInterval(differences, now.point[measure] - before.point[measure]);
}
function percentileInterval(values, point) {
  let defined = 0;
  for (const value of values) if (!Number.isNaN(value)) values[defined++] = value;
  if (defined === 0) return { level: 0.9, low: point, high: point, kind: "bootstrap" };
  return { level: 0.9, low: quantile(values, 0.05, 0, defined), high: quantile(values, 0.95, 0, defined), kind: "bootstrap" };
}

// src/assessments/forms/roll-calls.ts
var votersOf = cachedBySnapshot(async (snapshot2) => {
  const found = await snapshot2.columns("SELECT state FROM voters ORDER BY position");
  return found["state"] ?? [];
});
function unpackedVotes(packed, states2) {
  const positions = new Uint8Array(packed.length * states2);
  let at = 0;
  for (const row of packed) {
    for (let i = 0; i < states2; i++) positions[at++] = Math.max(0, row.charCodeAt(i) - 48);
  }
  return positions;
}

// src/assessments/votes/vote-matrix.ts
var wholeVotes = cachedBySnapshot(async (snapshot2) => {
  const [voters, found] = await Promise.all([
    votersOf(snapshot2),
    snapshot2.columns("SELECT date, session, symbol, title, votes, source, vintage FROM roll_calls WHERE kind = 'whole' ORDER BY date, id")
  ]);
  const text = (name) => found[name] ?? [];
  const dates = text("date");
  const byState2 = transposed(unpackedVotes(text("votes"), voters.length), dates.length, voters.length);
  const place = new Map(voters.map((state, i) => [state, i]));
  return {
    dates,
    sessions: text("session"),
    symbols: text("symbol"),
    titles: text("title"),
    sources: text("source"),
    vintages: text("vintage"),
    positions: (state) => {
      const at = place.get(state);
      return at === void 0 ? void 0 : byState2.subarray(at * dates.length, (at + 1) * dates.length);
    },
    column: (state) => place.get(state),
    years: yearsOf3(dates, text("source"))
  };
});
var lastVote = cachedBySnapshot(async (snapshot2) => {
  const [row] = await snapshot2.rows("SELECT max(date) AS last FROM roll_calls");
  const last = row?.["last"];
  return typeof last === "string" ? last : void 0;
});
function rollCallRange({ dates }, from, to) {
  return { from: firstFrom(dates, (date2) => date2 >= from), to: firstFrom(dates, (date2) => date2 > to) };
}
var allPairsTable = cachedBySnapshot(
  async (snapshot2, from, to) => allDyads(await stretch(snapshot2, from, to))
);
async function stretch(snapshot2, from, to) {
  const votes = await wholeVotes(snapshot2);
  const rows = (await votersOf(snapshot2)).map((state) => votes.positions(state).subarray(from, to));
  const byState2 = new Uint8Array(rows.length * (to - from));
  rows.forEach((row, i) => {
    byState2.set(row, i * (to - from));
  });
  return { states: rows.length, rollCalls: to - from, positions: transposed(byState2, rows.length, to - from) };
}
function transposed(positions, rows, columns) {
  const turned = new Uint8Array(positions.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) turned[j * rows + i] = positions[i * columns + j];
  return turned;
}
function yearsOf3(dates, sources3) {
  const years4 = [];
  dates.forEach((date2, i) => {
    const last = years4.at(-1);
    if (last?.year === date2.slice(0, 4)) last.to = i + 1;
    else years4.push({ year: date2.slice(0, 4), from: i, to: i + 1 });
  });
  return years4.map((one) => ({ ...one, sources: [...new Set(sources3.slice(one.from, one.to))].sort() }));
}
function firstFrom(dates, holds) {
  let [low2, high2] = [0, dates.length];
  while (low2 < high2) {
    const middle3 = low2 + high2 >>> 1;
    if (holds(dates[middle3])) high2 = middle3;
    else low2 = middle3 + 1;
  }
  return low2;
}

// src/assessments/votes/dyad-votes.ts
var words2 = { 1: "yes", 2: "abstained", 3: "no" };
async function pairVotes(bench) {
  const votes = await wholeVotes(bench.snapshot);
  const [a, b] = [votes.positions(bench.dyad.a.iso3), votes.positions(bench.dyad.b.iso3)];
  if (a === void 0 || b === void 0) return void 0;
  return { votes, a, b, both: votesCondition([bench.dyad.a, bench.dyad.b].map(({ iso3 }) => votes.column(iso3))) };
}
function commonVotes(bench, { votes, a, b, both }, from, to, where2) {
  const counts = /* @__PURE__ */ new Map();
  for (let r = from; r < to; r++) if (a[r] !== 0 && b[r] !== 0) counts.set(votes.sources[r], (counts.get(votes.sources[r]) ?? 0) + 1);
  return [...counts].sort(bySource).map(([source10, count3]) => ({
    source: source10,
    vintage: vintageOf(bench.cards, source10),
    rows: `roll_calls where kind = 'whole' and ${where2} and source = '${source10}' and ${both}`,
    count: count3
  }));
}
function bySource([x], [y]) {
  return x < y ? -1 : 1;
}
function yearsUntil(votes, until) {
  const { to } = rollCallRange(votes, "", until);
  return votes.years.filter(({ from }) => from < to).map((year) => year.to <= to ? year : { ...year, to, sources: [...new Set(votes.sources.slice(year.from, to))].sort() });
}
async function votesByYear(bench, until) {
  const pair = await pairVotes(bench);
  if (pair === void 0) return [];
  const { draws: draws3, seed } = bench.dyad;
  const kappaOf = kappaDrawer({ draws: draws3, seed });
  return yearsUntil(pair.votes, until).flatMap((year) => {
    const drawn = kappaOf(pair.a.subarray(year.from, year.to), pair.b.subarray(year.from, year.to));
    return drawn === void 0 ? [] : [kappaOfYear(bench, pair, year, until, drawn)];
  });
}
function kappaOfYear(bench, pair, { year, from, to }, until, { n, value, interval }) {
  const { draws: draws3, seed } = bench.dyad;
  return {
    state: "observed",
    id: "kappa_quadratic.series",
    label: `kappa in ${year}`,
    unit: "index",
    period: year,
    value,
    interval,
    method: `${n} votes in common; bootstrap over roll calls, ${draws3} draws, seed ${seed}`,
    evidence: commonVotes(bench, pair, from, to, `date between '${year}-01-01' and '${until < `${year}-12-31` ? until : `${year}-12-31`}'`)
  };
}
async function opposingVotes(bench, period, most4) {
  const pair = await pairVotes(bench);
  if (pair === void 0) return [];
  const { from, to } = rollCallRange(pair.votes, period.from, period.to);
  const items = [];
  for (let r = to - 1; r >= from && items.length < most4; r--) {
    if (pair.a[r] * pair.b[r] === 3) items.push(opposingVote(bench, pair, r));
  }
  return items;
}
function opposingVote(bench, { votes, a, b }, r) {
  const [one, other] = [bench.dyad.a.name, bench.dyad.b.name];
  return {
    kind: "vote",
    date: dayOf(votes, r),
    text: `${votes.symbols[r]}, ${votes.titles[r]}: ${one} ${words2[a[r]]}, ${other} ${words2[b[r]]}`,
    source: votes.sources[r],
    citation: String(votes.symbols[r])
  };
}
function dayOf({ dates, sources: sources3, sessions: sessions2 }, r) {
  return sources3[r] === "un-votes" && Number(sessions2[r]) <= 57 ? dates[r].slice(0, 7) : dates[r];
}

// src/measures/ideal-points/ideal-point-ballots.ts
var usualSpecification = {
  paragraphs: "before-1990",
  votes: "ordinal",
  link: "rules",
  prior: "bailey-strezhnev-voeten"
};
function openingYear(session) {
  return 1945 + session;
}

// src/assessments/votes/ideal-point-fit.ts
var normalQuantile95 = 1.6448536269514722;
function distanceBetween(difference, sd) {
  return unsigned(difference, difference - normalQuantile95 * sd, difference + normalQuantile95 * sd);
}
function unsigned(difference, low2, high2) {
  if (low2 > 0) return { distance: Math.abs(difference), low: low2, high: high2 };
  if (high2 < 0) return { distance: Math.abs(difference), low: -high2, high: -low2 };
  return { distance: Math.abs(difference), low: 0, high: Math.max(-low2, high2) };
}

// src/assessments/votes/ideal-point-scale.ts
function distanceOnCommonScale(positions, distance) {
  const { deviation, rising } = fieldOf(positions);
  const pairs = rising.length * (rising.length - 1) / 2;
  const below = pairsNearer(rising, (apart) => apart >= distance);
  const equal = pairsNearer(rising, (apart) => apart > distance) - below;
  return { standardised: distance / deviation, percentile: 100 * (below + equal / 2) / pairs, pairs };
}
function pairsNearer(rising, isOut) {
  let count3 = 0;
  let first = 0;
  for (let i = 0; i < rising.length; i++) {
    first = Math.max(first, i + 1);
    while (first < rising.length && !isOut(rising[first] - rising[i])) first++;
    count3 += first - i - 1;
  }
  return count3;
}
var fields = /* @__PURE__ */ new WeakMap();
function fieldOf(positions) {
  const known3 = fields.get(positions);
  if (known3 !== void 0) return known3;
  const mean = positions.reduce((sum2, x) => sum2 + x, 0) / positions.length;
  const variance = positions.reduce((sum2, x) => sum2 + (x - mean) ** 2, 0) / positions.length;
  const made = { deviation: Math.sqrt(variance), rising: Float64Array.from(positions).sort() };
  fields.set(positions, made);
  return made;
}
function sessionName(session, year) {
  return `${session} (${year}-${String((year + 1) % 100).padStart(2, "0")})`;
}

// src/measures/ideal-points/ideal-point-multiverse.ts
var usual = usualSpecification;
var multiverse = [
  { name: "usual", what: "ordinal, linked, prior of the published estimates, 1946 on", specification: usual },
  { name: "binary", what: "abstention counted as a no", specification: { ...usual, votes: "binary" } },
  { name: "yes-no", what: "abstentions left out", specification: { ...usual, votes: "yes-no" } },
  { name: "random walk", what: "symmetric random walk", specification: { ...usual, prior: "random walk" } },
  { name: "whole", what: "votes on whole resolutions only", specification: { ...usual, paragraphs: "whole" } },
  { name: "all votes", what: "votes on parts of a text in all years", specification: { ...usual, paragraphs: "all" } },
  { name: "unlinked", what: "each roll call an item of its own", specification: { ...usual, link: "none" } },
  { name: "important", what: "important votes only (1983-2020)", specification: { ...usual, important: true } },
  { name: "contested", what: "a minority of 5 % at least", specification: { ...usual, leastMinority: 0.05 } },
  { name: "since 1992", what: "sessions from 47 on", specification: { ...usual, fromSession: 47 } },
  { name: "since 2006", what: "sessions from 61 on", specification: { ...usual, fromSession: 61 } },
  { name: "session alone", what: "each session by itself", specification: { ...usual, prior: "static" }, eachSession: true },
  {
    name: "as emIRT",
    what: "binary, unlinked, random walk, all votes",
    specification: { paragraphs: "all", votes: "binary", link: "none", prior: "random walk" }
  },
  {
    name: "lean",
    what: "yes-no, whole, contested, session alone",
    specification: { ...usual, votes: "yes-no", paragraphs: "whole", leastMinority: 0.05, prior: "static" },
    eachSession: true
  }
];

// src/assessments/votes/ideal-point-specifications.ts
function acrossSpecifications(points2, session, a, b) {
  const rows = multiverse.map((named6) => rowOf(named6, points2.get(named6.name) ?? [], a, b));
  return {
    session,
    year: openingYear(session),
    rows,
    standardised: spreadOf(rows, "standardised"),
    percentile: spreadOf(rows, "percentile")
  };
}
function rowOf({ name, what }, points2, a, b) {
  const { positions, byState: byState2 } = sessionOf(points2);
  const [x, y] = [byState2.get(a), byState2.get(b)];
  const reason = points2.length === 0 ? "no such votes in this session" : `no votes of ${x === void 0 ? a : b} in this session`;
  if (x === void 0 || y === void 0) return { ...silent, specification: name, what, reason };
  const spread = Math.hypot(x.sd, y.sd);
  const { distance, low: low2, high: high2 } = distanceBetween(x.point - y.point, spread);
  const { standardised, percentile } = distanceOnCommonScale(positions, distance);
  return {
    ...{ specification: name, what, thetaA: x.point, thetaB: y.point },
    ...{ distance, low90: low2, high90: high2, standardised, percentile, reason: null }
  };
}
var sessions = /* @__PURE__ */ new WeakMap();
function sessionOf(points2) {
  const known3 = sessions.get(points2);
  if (known3 !== void 0) return known3;
  const byState2 = new Map([...points2].reverse().map((one) => [one.state, one]));
  const made = { positions: points2.map(({ point }) => point), byState: byState2 };
  sessions.set(points2, made);
  return made;
}
var silent = {
  ...{ thetaA: null, thetaB: null, distance: null, low90: null, high90: null },
  ...{ standardised: null, percentile: null }
};
function spreadOf(rows, of) {
  const sorted2 = rows.filter((row) => row[of] !== null).sort((x, y) => x[of] - y[of]);
  const [first, last] = [sorted2[0], sorted2.at(-1)];
  if (first === void 0 || last === void 0) return null;
  return { low: first[of], high: last[of], lowest: first.specification, highest: last.specification, specifications: sorted2.length };
}

// src/assessments/votes/ideal-point-votes.ts
var votesDigest = cachedBySnapshot(async (snapshot2) => {
  const [row] = await snapshot2.rows(
    `SELECT md5((SELECT coalesce(string_agg(concat_ws('|', id, date, session, coalesce(symbol, ''), coalesce(title, ''), coalesce(kind, ''), coalesce(issues, ''), coalesce(important::VARCHAR, ''), votes), chr(10) ORDER BY id), '') FROM roll_calls)
       || (SELECT coalesce(string_agg(state, ',' ORDER BY position), '') FROM voters)) AS digest`
  );
  return String(row?.["digest"]);
});

// src/assessments/votes/ideal-point-stored.ts
var storedPoints = cachedBySnapshot(async (snapshot2, session) => {
  if ((snapshot2.manifest.tables.estimated_points ?? []).length === 0) return void 0;
  const digest = await votesDigest(snapshot2);
  if (await specificationsHeld(snapshot2, digest) !== multiverse.length) return void 0;
  const found = await snapshot2.columns(
    "SELECT specification, state, votes, point, sd FROM estimated_points WHERE session = $session AND digest = $digest",
    { digest, session }
  );
  const points2 = new Map(multiverse.map(({ name }) => [name, []]));
  found["specification"].forEach((name, row) => {
    const [state, votes, point, sd] = ["state", "votes", "point", "sd"].map((column) => found[column][row]);
    points2.get(String(name))?.push({ state, session, votes, point, sd });
  });
  return points2;
});
var specificationsHeld = cachedBySnapshot(async (snapshot2, digest) => {
  const counted3 = "SELECT count(DISTINCT specification)::INTEGER AS n FROM estimated_points WHERE digest = $digest";
  return Number((await snapshot2.rows(counted3, { digest }))[0]["n"]);
});

// src/assessments/votes/ideal-point-figures.ts
var source2 = "visavis-ideal-points";
async function idealPointFigures(bench) {
  const { a, b, to } = bench.dyad;
  const session = lastEnded(to);
  const period = periodOf2(session);
  const subject2 = { id: "ideal_point_distance", label: `distance of ideal points, session ${session}`, unit: "index", period };
  const [points2, past] = await Promise.all([session, session - 10].map((one) => storedPoints(bench.snapshot, one)));
  if (points2 === void 0)
    return silent2(subject2, "the record holds no ideal points of just these votes", `visavis measure ideal-points ${a.iso3} ${b.iso3}`);
  const across = acrossSpecifications(points2, session, a.iso3, b.iso3);
  const [usual2] = across.rows;
  if (usual2 === void 0 || usual2.distance === null)
    return silent2(
      subject2,
      `${usual2?.reason ?? "nothing was estimated"} (session ${session})`,
      `visavis measure ideal-points ${a.iso3} ${b.iso3}`
    );
  const both = inList([a.iso3, b.iso3]);
  const isOfPair2 = ({ state }) => state === a.iso3 || state === b.iso3;
  const [usuals, all] = [points2.get("usual"), [...points2.values()].flat()];
  const own = evidenceOf2(bench, `${ofUsual(session)} and state in ${both}`, usuals.filter(isOfPair2).length);
  const everyone = evidenceOf2(bench, ofUsual(session), usuals.length);
  const ownUnderAll = evidenceOf2(bench, `session = ${session} and state in ${both}`, all.filter(isOfPair2).length);
  return {
    estimates: [
      ...distanceFigures(subject2, usual2, own, everyone),
      change2(bench, subject2, points2, past),
      ...spreadFigures(subject2, across, usual2, ownUnderAll, evidenceOf2(bench, `session = ${session}`, all.length))
    ],
    sentence: sentenceOf2(across, usual2),
    notes: notesOf(across)
  };
}
function lastEnded(day2) {
  return Number(day2.slice(0, 4)) - (day2.slice(5) >= "09-14" ? 1946 : 1947);
}
function distanceFigures(subject2, usual2, own, everyone) {
  const [distance, low2, high2] = [usual2.distance, usual2.low90, usual2.high90];
  const method = "difference of two positions on one dimension (dynamic ordinal probit, 1946 to the end of the record, mean 0 and variance 1 over all states and sessions); interval from two independent normals";
  const level = {
    ...subject2,
    state: "estimated",
    value: distance,
    interval: { level: 0.9, low: low2, high: high2, kind: "credible" },
    method,
    evidence: own
  };
  const rank4 = {
    ...{ ...subject2, id: `${subject2.id}.percentile`, label: "percentile among the distances of all pairs", unit: "percentile" },
    ...{ state: "estimated", value: usual2.percentile, interval: "exact" },
    ...{ method: "mid-rank of the distance among those of all pairs of the session; 100 = furthest apart", evidence: everyone }
  };
  return [level, rank4];
}
function change2(bench, subject2, now, before) {
  const { a, b, to } = bench.dyad;
  const session = lastEnded(to) - 10;
  const since = periodOf2(session);
  const about6 = { ...subject2, id: `${subject2.id}.change`, label: `change since session ${session}`, period: `${since}/${subject2.period}` };
  const [late, early] = [now, before].map((points2) => usualDistance(points2?.get("usual") ?? [], a.iso3, b.iso3));
  if (late === void 0 || early === void 0)
    return unknown(about6, session < 1 ? "the Assembly had not met ten sessions before" : `no votes of both in session ${session}`);
  const value = late.distance - early.distance;
  const spread = normalQuantile95 * Math.hypot(late.sd, early.sd);
  return {
    ...about6,
    ...{ state: "estimated", value, interval: { level: 0.9, low: value - spread, high: value + spread, kind: "credible" } },
    method: `distance less that of session ${session} (${twoDecimals(early.distance)}); interval from four independent normals`,
    evidence: [session, session + 10].flatMap((one) => evidenceOf2(bench, `${ofUsual(one)} and state in ${inList([a.iso3, b.iso3])}`, 2))
  };
}
function usualDistance(points2, a, b) {
  const [x, y] = [a, b].map((state) => points2.find((one) => one.state === state));
  return x === void 0 || y === void 0 ? void 0 : { distance: Math.abs(x.point - y.point), sd: Math.hypot(x.sd, y.sd) };
}
function periodOf2(session) {
  return `${openingYear(session)}-09-15/${openingYear(session + 1)}-09-14`;
}
function spreadFigures(subject2, { standardised, percentile: ranks }, usual2, own, everyone) {
  if (standardised === null || ranks === null) return [];
  const count3 = standardised.specifications;
  const about6 = { ...subject2, id: "ideal_point_spread", label: `the same in sd, over ${count3} specifications`, state: "estimated" };
  return [
    {
      ...about6,
      value: usual2.standardised,
      interval: { low: standardised.low, high: standardised.high, kind: "specifications" },
      method: `distance in standard deviations of all positions of the session; ends: ${standardised.lowest} and ${standardised.highest}`,
      evidence: own
    },
    {
      ...{ ...about6, id: "ideal_point_spread.percentile", label: "percentile among the distances of all pairs", unit: "percentile" },
      value: usual2.percentile,
      interval: { low: ranks.low, high: ranks.high, kind: "specifications" },
      method: `percentile of the distance under each specification; ends: ${ranks.lowest} and ${ranks.highest}`,
      evidence: everyone
    }
  ];
}
function sentenceOf2({ session, year, percentile: ranks }, usual2) {
  const distance = `${twoDecimals(usual2.distance)} (90 % interval ${twoDecimals(usual2.low90)} to ${twoDecimals(usual2.high90)})`;
  const place = `further apart than ${formatPercentile(usual2.percentile)} % of all pairs`;
  const first = ` Their ideal points in session ${sessionName(session, year)} are ${distance} apart: ${place}.`;
  if (ranks === null) return first;
  const span2 = `from ${formatPercentile(ranks.low)} (${ranks.lowest}) to ${formatPercentile(ranks.high)} (${ranks.highest})`;
  return `${first} Over ${ranks.specifications} ways to estimate them that percentage runs ${span2}.`;
}
function notesOf({ rows, session }) {
  const silentOnes = rows.filter(({ distance }) => distance === null).map(({ specification }) => specification);
  const left = silentOnes.length === 0 ? "" : ` Without votes in session ${session}: ${silentOnes.join(", ")}.`;
  return [
    `Ideal points of one session rest on the votes of all sessions on record, later ones included; what each specification is: visavis measure ideal-points --multiverse.${left}`
  ];
}
function ofUsual(session) {
  return `session = ${session} and specification = 'usual'`;
}
function evidenceOf2(bench, where2, count3) {
  return [{ source: source2, vintage: vintageOf(bench.cards, source2), rows: `estimated_points where ${where2}`, count: count3 }];
}
function silent2(subject2, reason, wouldTell) {
  return { estimates: [unknown(subject2, reason, wouldTell)], sentence: "", notes: [] };
}

// src/assessments/votes/vote-places.ts
var leastCommonVotes = 20;
function tooFewVotes(n, when) {
  return `too few votes: ${n} in common in ${when}, fewer than ${leastCommonVotes}`;
}
function pairIndex2(states2, i, j) {
  const [a, b] = i < j ? [i, j] : [j, i];
  return a * (2 * states2 - a - 1) / 2 + b - a - 1;
}
function sessionDays(first, last) {
  return { from: `${openingYear(first)}-09-15`, to: `${openingYear(last + 1)}-09-14` };
}
var votePlaces = cachedBySnapshot(async (snapshot2, first, last) => {
  const sessions2 = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const [voters, votes, points2] = [
    await votersOf(snapshot2),
    await Promise.all(sessions2.map((session) => votesOfSession(snapshot2, session))),
    await meanPoints(snapshot2, first, last)
  ];
  const sums = await Promise.all(sessions2.map((session) => sumsOfSession(snapshot2, session)));
  return rankPairs({ first, last, states: voters.length, votes, sums, points: points2 });
});
var votesOfSession = cachedBySnapshot(async (snapshot2, session) => {
  const [votes, voters] = [await wholeVotes(snapshot2), await votersOf(snapshot2)];
  const days = sessionDays(session, session);
  const { from, to } = rollCallRange(votes, days.from, days.to);
  const positions = new Uint8Array(voters.length * (to - from));
  voters.forEach((state, i) => {
    votes.positions(state).subarray(from, to).forEach((position, r) => {
      positions[r * voters.length + i] = position;
    });
  });
  return centredVotes({ states: voters.length, rollCalls: to - from, positions });
});
var sumsOfSession = cachedBySnapshot(async (snapshot2, session) => sumsOfPairs(await votesOfSession(snapshot2, session)));
function sumsOfPairs(votes) {
  const { states: states2 } = votes;
  const pairs = states2 * (states2 - 1) / 2;
  const sums = { n: new Uint16Array(pairs), difference: new Float64Array(pairs), scale: new Float64Array(pairs) };
  const present = Array.from({ length: states2 }, (_, i) => i).filter((i) => hasVoted(votes, i));
  for (const i of present) {
    for (const j of present) {
      if (j <= i) continue;
      const at = pairIndex2(states2, i, j);
      const { n, difference, scale } = centredSums(votes, i, j);
      sums.n[at] = n;
      sums.difference[at] = difference;
      sums.scale[at] = scale;
    }
  }
  return sums;
}
function hasVoted({ deviations, rollCalls }, state) {
  return deviations.subarray(state * rollCalls, (state + 1) * rollCalls).some((one) => !Number.isNaN(one));
}
async function meanPoints(snapshot2, first, last) {
  const [voters, points2] = [await votersOf(snapshot2), await usualPoints(snapshot2)];
  if (points2.size === 0) return void 0;
  const place = new Map(voters.map((state, i) => [state, i]));
  const sum2 = { point: new Float64Array(voters.length), variance: new Float64Array(voters.length), n: new Float64Array(voters.length) };
  for (let session = first; session <= last; session++) {
    for (const { state, point, sd } of points2.get(String(session)) ?? []) {
      const at = place.get(state);
      sum2.point[at] += point;
      sum2.variance[at] += sd * sd;
      sum2.n[at]++;
    }
  }
  return { point: sum2.point.map((one, i) => one / sum2.n[i]), sd: sum2.variance.map((one, i) => Math.sqrt(one) / sum2.n[i]) };
}
var usualPoints = cachedBySnapshot(async (snapshot2) => {
  if ((snapshot2.manifest.tables.estimated_points ?? []).length === 0) return /* @__PURE__ */ new Map();
  const rows = await snapshot2.rows(
    "SELECT state, session, point, sd FROM estimated_points WHERE specification = 'usual' AND digest = $digest ORDER BY session, state",
    { digest: await votesDigest(snapshot2) }
  );
  return grouped(rows, ({ session }) => String(session));
});
function rankPairs({ first, last, states: states2, votes, sums, points: points2 }) {
  const pairs = states2 * (states2 - 1) / 2;
  const [n, agreement, distance] = [new Uint32Array(pairs), new Float64Array(pairs).fill(Number.NaN), new Float64Array(pairs)];
  for (let i = 0, at = 0; i < states2; i++) {
    for (let j = i + 1; j < states2; j++, at++) {
      const sum2 = summed(sums, at);
      n[at] = sum2.n;
      distance[at] = points2 === void 0 ? 0 : -Math.abs(points2.point[i] - points2.point[j]);
      if (sum2.n >= leastCommonVotes && !Number.isNaN(distance[at])) agreement[at] = centredAgreement(sum2);
      else distance[at] = Number.NaN;
    }
  }
  const means = meanRanks(agreement, points2 === void 0 ? agreement : distance);
  const places = midRankPercentiles(means);
  let ranks;
  const sorted2 = () => ({
    agreement: risingKnown(agreement),
    distance: points2 === void 0 ? void 0 : risingKnown(distance),
    means: risingKnown(means)
  });
  return {
    ...{ first, last, n, places },
    pairs: places.reduce((sum2, place) => Number.isNaN(place) ? sum2 : sum2 + 1, 0),
    withIdealPoints: points2 !== void 0,
    rollCalls: votes.reduce((sum2, one) => sum2 + one.rollCalls, 0),
    placeOf: (i, j) => {
      const at = pairIndex2(states2, i, j);
      const value = places[at];
      if (Number.isNaN(value)) return void 0;
      ranks ??= sorted2();
      const own = { agreement: agreement[at], distance: distance[at], error: normalQuantile95 * centredError(votes, i, j) };
      const apart = points2 === void 0 ? 0 : normalQuantile95 * Math.hypot(points2.sd[i], points2.sd[j]);
      return { value, low: Math.min(value, moved(ranks, own, -1, apart)), high: Math.max(value, moved(ranks, own, 1, apart)) };
    }
  };
}
function summed(sums, at) {
  let [n, difference, scale] = [0, 0, 0];
  for (const one of sums) {
    n += one.n[at];
    difference += one.difference[at];
    scale += one.scale[at];
  }
  return { n, difference, scale };
}
function meanRanks(one, other) {
  const [x, y] = [midRankPercentiles(one), midRankPercentiles(other)];
  return x.map((rank4, at) => (rank4 + y[at]) / 2);
}
function risingKnown(values) {
  return values.filter((value) => !Number.isNaN(value)).sort();
}
function moved(ranks, own, way, apart) {
  const first = rankAmongSorted(ranks.agreement, own.agreement + way * own.error);
  const second = ranks.distance === void 0 ? first : rankAmongSorted(ranks.distance, Math.min(0, own.distance + way * apart));
  return rankAmongSorted(ranks.means, (first + second) / 2);
}

// src/assessments/votes/vote-window.ts
async function votePeriod(bench) {
  const { from, to } = bench.dyad;
  if (from !== void 0) return { from, to };
  const last = await lastVote(bench.snapshot);
  if (last === void 0) return void 0;
  const end = to < last ? to : last;
  const whole3 = end.endsWith("-12-31") || to > last && last.slice(5) >= "12-15";
  const year = Number(end.slice(0, 4)) - (whole3 ? 0 : 1);
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
async function readVoteWindow(bench, period, seed) {
  const pair = await pairVotes(bench);
  if (pair === void 0) return void 0;
  const { from, to } = rollCallRange(pair.votes, period.from, period.to);
  if (from === to) return void 0;
  const { draws: draws3 } = bench.dyad;
  const drawn = bootstrappedSimilarity(pair.a.subarray(from, to), pair.b.subarray(from, to), { draws: draws3, seed });
  if (drawn.point.n === 0) return void 0;
  const { ranks, rollCalls } = await shared(bench.snapshot, period.from, period.to);
  const common2 = commonVotes(bench, pair, from, to, `date between '${period.from}' and '${period.to}'`);
  return { period: periodLabel(period), rollCalls, common: common2, drawn, constant: constantSide(drawn.cells), ranks };
}
var shared = cachedBySnapshot(async (snapshot2, first, last) => {
  const votes = await wholeVotes(snapshot2);
  const { from, to } = rollCallRange(votes, first, last);
  const table2 = await allPairsTable(snapshot2, from, to);
  return { ranks: ranksIn(table2), rollCalls: rowsOf2(votes, from, to, { from: first, to: last }) };
});
function ranksIn(table2) {
  const sorted2 = /* @__PURE__ */ new Map();
  return (measure) => {
    const values = sorted2.get(measure) ?? table2[measure].filter((one, row) => table2.n[row] >= leastCommonVotes && !Number.isNaN(one)).sort();
    sorted2.set(measure, values);
    return { pairs: values.length, rankOf: (value) => rankAmongSorted(values, value) };
  };
}
function rowsOf2(votes, from, to, period) {
  const where2 = `date >= '${period.from}' AND date <= '${period.to}' AND kind = 'whole'`;
  return { sources: votes.sources.slice(from, to), vintages: votes.vintages.slice(from, to), where: where2 };
}
function voteEvidence(rollCalls) {
  const sources3 = [...new Set(rollCalls.sources)];
  return sources3.map((source10) => ({
    source: source10,
    vintage: rollCalls.vintages[rollCalls.sources.indexOf(source10)] ?? "unknown",
    rows: `roll_calls where ${rollCalls.where} and source = '${source10}'`,
    count: rollCalls.sources.filter((one) => one === source10).length
  }));
}
function periodLabel(period) {
  const year = period.from.slice(0, 4);
  if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return year;
  return `${period.from}/${period.to}`;
}
function windowWords(period) {
  const [from, to] = period.split("/");
  if (to === void 0) return `In ${from}`;
  const years4 = from.endsWith("-01-01") && to.endsWith("-12-31");
  return years4 ? `From ${from.slice(0, 4)} to ${to.slice(0, 4)}` : `From ${from} to ${to}`;
}

// src/assessments/votes/vote-figures.ts
var shown = [
  ["kappa_quadratic", "Cohen's kappa, quadratic weights (default)", "index"],
  ["s_absolute", "Signorino and Ritter's S, absolute", "index"],
  ["s_squared", "Signorino and Ritter's S, squared", "index"],
  ["scott_pi", "Scott's pi", "index"],
  ["tau_b", "Kendall's tau-b", "index"],
  ["benati_capurri_a", "Benati and Capurri's A", "index"],
  ["agreement", "same position", "share"],
  ["partial_split", "partial split (one abstains)", "share"],
  ["opposing", "opposing votes (yes against no)", "share"]
];
var needsVariation = /* @__PURE__ */ new Set(["kappa_quadratic", "tau_b", "benati_capurri_a"]);
function mute(measure, window3) {
  if (window3.constant !== void 0 && needsVariation.has(measure)) {
    return `${window3.constant === "both" ? "both took" : "one of the two took"} the same position in all ${window3.drawn.point.n} votes, which fixes this measure whatever the other did`;
  }
  return Number.isNaN(window3.drawn.point[measure]) ? "the measure is undefined for these votes" : void 0;
}
function tooFew({ drawn, period }) {
  const { n } = drawn.point;
  return n < leastCommonVotes ? tooFewVotes(n, period) : void 0;
}
function voteLevels(now) {
  const { drawn } = now;
  return shown.map(([measure, text, unit2]) => {
    const subject2 = { id: measure, label: text, unit: unit2, period: now.period };
    const reason = mute(measure, now);
    if (reason !== void 0) return unknown(subject2, reason);
    return {
      ...subject2,
      state: "observed",
      value: drawn.point[measure],
      interval: intervalOf(now, measure, unit2),
      method: `${drawn.point.n} recorded votes in which both had a position; ${unit2 === "share" ? "Wilson's interval" : `bootstrap over roll calls, ${drawn.draws} draws, seed ${drawn.seed}`}`,
      evidence: now.common
    };
  });
}
function intervalOf(window3, measure, unit2) {
  const { drawn } = window3;
  if (unit2 === "share") return { level: 0.9, ...wilson(drawn.point[measure], drawn.point.n), kind: "binomial" };
  return drawn.interval(measure);
}
function votePercentiles(now) {
  return ["kappa_quadratic", "agreement"].map((measure) => {
    const subject2 = { id: `${measure}.percentile`, label: "percentile among all pairs", unit: "percentile", period: now.period };
    const reason = mute(measure, now) ?? tooFew(now);
    if (reason !== void 0) return unknown(subject2, reason);
    const { pairs, rankOf: rankOf3 } = now.ranks(measure);
    const { low: low2, high: high2 } = intervalOf(now, measure, measure === "agreement" ? "share" : "index");
    return {
      ...subject2,
      state: "observed",
      value: rankOf3(now.drawn.point[measure]),
      interval: {
        level: 0.9,
        low: rankOf3(low2),
        high: rankOf3(high2),
        kind: measure === "agreement" ? "binomial" : "bootstrap"
      },
      method: `mid-rank among the ${pairs.toLocaleString("en-US")} pairs with at least ${leastCommonVotes} votes in common for which it is defined; the ends are where the ends of its interval would stand`,
      evidence: voteEvidence(now.rollCalls)
    };
  });
}
function voteChanges(now, before, since) {
  return ["kappa_quadratic", "agreement"].map((measure) => {
    const unit2 = measure === "agreement" ? "share" : "index";
    const subject2 = { id: `${measure}.change`, label: `change since ${since}`, unit: unit2, period: `${since}/${now.period}` };
    if (before === void 0) return unknown(subject2, `no votes in common in ${since}`);
    const reason = mute(measure, now) ?? mute(measure, before);
    if (reason !== void 0) return unknown(subject2, reason);
    return changeOf(subject2, measure, now, before);
  });
}
function changeOf(subject2, measure, now, before) {
  const [late, early] = [now.drawn.point, before.drawn.point];
  return {
    ...subject2,
    state: "observed",
    value: late[measure] - early[measure],
    interval: bootstrappedDifference(now.drawn, before.drawn, measure),
    method: `${now.period} (${late.n} votes) less ${before.period} (${twoDecimals(early[measure])}, ${early.n} votes); interval from independent draws of both`,
    evidence: [...now.common, ...before.common]
  };
}

// src/assessments/votes/vote-place-figures.ts
var placeSessions = 3;
var tenSessions = 10;
async function placeWindow(snapshot2, to, from) {
  const last = Math.min(lastEnded(to), await lastSessionWithVotes(snapshot2, to));
  if (last < 1) return void 0;
  const first = from === void 0 ? Number.POSITIVE_INFINITY : firstSessionFrom(from);
  return { first: first <= last ? first : Math.max(1, last - placeSessions + 1), last };
}
function firstSessionFrom(day2) {
  return Math.max(1, Number(day2.slice(0, 4)) - (day2.slice(5) <= "09-15" ? 1945 : 1944));
}
var lastSessionWithVotes = cachedBySnapshot(async (snapshot2, to) => {
  const { dates } = await wholeVotes(snapshot2);
  const day2 = dates.findLast((date2) => date2 <= to);
  if (day2 === void 0) return 0;
  return Number(day2.slice(0, 4)) - (day2.slice(5) >= "09-15" ? 1945 : 1946);
});
async function votePlaceFigures(bench) {
  const { from, to } = bench.dyad;
  const window3 = await placeWindow(bench.snapshot, to, from);
  if (window3 === void 0) return { estimates: [], sentence: "" };
  const past = { first: window3.first - tenSessions, last: window3.last - tenSessions };
  const [now, before] = [await votePlaces(bench.snapshot, window3.first, window3.last), await placesBefore(bench.snapshot, past)];
  const place = await placeIn(bench, now);
  const subject2 = { id: "vote-place", label: "place in votes on world issues: closer than", unit: "share", period: sessionPeriod(window3) };
  if (typeof place === "string") return { estimates: [unknown(subject2, place)], sentence: "" };
  const level = {
    ...{ ...subject2, state: now.withIdealPoints ? "estimated" : "observed", value: place.value / 100 },
    interval: { level: 0.9, low: place.low / 100, high: place.high / 100, kind: "jackknife" },
    method: methodOf(now, place.n),
    evidence: await sessionEvidence(bench, window3)
  };
  const { low: low2, high: high2 } = place;
  const rank4 = {
    ...{ ...level, id: "vote-place.percentile", label: "percentile among all pairs", unit: "percentile", value: place.value },
    interval: { level: 0.9, low: low2, high: high2, kind: "jackknife" }
  };
  const change5 = await changeOf2(bench, level, place, before, past);
  return { estimates: [level, rank4, change5], sentence: sentenceOf3(bench, level, change5) };
}
async function placesBefore(snapshot2, { first, last }) {
  return first < 1 ? void 0 : votePlaces(snapshot2, first, last);
}
async function placeIn({ snapshot: snapshot2, dyad: dyad2 }, places) {
  const voters = await votersOf(snapshot2);
  const [i, j] = [voters.indexOf(dyad2.a.iso3), voters.indexOf(dyad2.b.iso3)];
  const n = i < 0 || j < 0 ? 0 : places.n[pairIndex2(voters.length, i, j)];
  const place = n === 0 ? void 0 : places.placeOf(i, j);
  if (place !== void 0) return { ...place, n };
  const when = `the ${sessionWords(places)}`;
  if (n === 0) return `no vote in common in ${when}`;
  if (n >= leastCommonVotes) return `no ideal point of both in ${when}`;
  return tooFewVotes(n, when);
}
function methodOf({ pairs, withIdealPoints }, n) {
  const parts2 = withIdealPoints ? "mean of the ranks by centred agreement and by distance of ideal points, ranked again" : "rank by centred agreement; the record has no ideal points of exactly its own votes";
  return `${n} votes in common; ${parts2} among the ${pairs.toLocaleString("en-US")} pairs with at least ${leastCommonVotes} (docs/measures/diplomacy-headline.md)`;
}
async function sessionEvidence(bench, { first, last }) {
  const votes = await wholeVotes(bench.snapshot);
  const days = sessionDays(first, last);
  const { from, to } = rollCallRange(votes, days.from, days.to);
  const sources3 = votes.sources.slice(from, to);
  return [...new Set(sources3)].sort().map((source10) => ({
    source: source10,
    vintage: vintageOf(bench.cards, source10),
    rows: `roll_calls where kind = 'whole' and date between '${days.from}' and '${days.to}' and source = '${source10}'`,
    count: sources3.filter((one) => one === source10).length
  }));
}
async function changeOf2(bench, level, now, before, past) {
  const since = sessionPeriod(past);
  const about6 = {
    ...{ id: "vote-place.change", label: `change since the ${sessionWords(past)}`, unit: "share" },
    period: `${since}/${level.period}`
  };
  const found = before === void 0 ? "the Assembly had not met ten sessions before" : await placeIn(bench, before);
  if (typeof found === "string") return unknown(about6, found);
  const value = now.value - found.value;
  const low2 = value - Math.hypot(now.value - now.low, found.high - found.value);
  const high2 = value + Math.hypot(now.high - now.value, found.value - found.low);
  return {
    ...{ ...level, ...about6, value: value / 100 },
    interval: { level: 0.9, low: low2 / 100, high: high2 / 100, kind: "jackknife" },
    method: `place in the ${sessionWords({ first: past.first + tenSessions, last: past.last + tenSessions })} less that in the ${sessionWords(past)} (${formatPercentile(found.value)} %, ${found.n} votes in common)`,
    evidence: [...level.evidence, ...await sessionEvidence(bench, past)]
  };
}
function sessionPeriod({ first, last }) {
  const { from, to } = sessionDays(first, last);
  return `${from}/${to}`;
}
function sessionWords({ first, last }) {
  return first === last ? `session of ${openingYear(first)}` : `sessions of ${openingYear(first)} to ${openingYear(last)}`;
}
function sentenceOf3({ dyad: dyad2 }, level, change5) {
  const [first, last] = level.period.split("/").map((day2) => Number(day2.slice(0, 4)));
  const when = last - 1 === first ? `session of ${first}` : `sessions of ${first} to ${last - 1}`;
  const pair = `${inSentence(dyad2.a.name)} and ${inSentence(dyad2.b.name)}`;
  return `On world issues ${pair} vote ${placeWords(level)} (UN General Assembly, ${when}).${changeWords(level, change5)}`;
}
function placeWords({ value, interval }) {
  const [low2, high2] = interval === "exact" ? [value, value] : [interval.low, interval.high];
  if (low2 < 0.5 && high2 > 0.5)
    return `about as close as the middle of all pairs of states: closer than ${formatPercentile(100 * value)} % of them`;
  return value >= 0.5 ? `closer than ${formatPercentile(100 * value)} % of all pairs of states` : `further apart than ${formatPercentile(100 * (1 - value))} % of all pairs of states`;
}
function changeWords(level, change5) {
  if (!isKnown(change5) || change5.interval === "exact") return "";
  const { low: low2, high: high2 } = change5.interval;
  if (low2 <= 0 && high2 >= 0) return " Their place has not clearly changed in ten sessions.";
  const then = placeWords({ value: level.value - change5.value, interval: "exact" }).replace(" of states", "");
  return ` They have moved ${change5.value > 0 ? "closer" : "apart"}: ten sessions before they stood ${then}.`;
}

// src/assessments/votes/vote-year-agenda.ts
init_quantile();
var yearsBefore = 5;
var mostRollCalls = 1.5;
var mostShift = 0.05;
var yearAgenda = cachedBySnapshot(async (snapshot2, year) => {
  const { years: years4 } = await wholeVotes(snapshot2);
  const at = years4.findIndex((one) => one.year === String(year));
  const own = years4[at];
  if (own === void 0) return void 0;
  const of = (one) => medianAgreement(snapshot2, one.from, one.to);
  const past = years4.slice(Math.max(0, at - yearsBefore), at);
  const [median, medians] = [await of(own), await Promise.all(past.map(of))];
  const rollCalls = own.to - own.from;
  const known3 = medians.filter((one) => one !== void 0);
  if (known3.length < yearsBefore || median === void 0) return { rollCalls, median, before: void 0, breaks: false };
  const before = { rollCalls: middle2(past.map((one) => one.to - one.from)), median: middle2(known3) };
  const ratio4 = rollCalls / before.rollCalls;
  const breaks = ratio4 > mostRollCalls || ratio4 < 1 / mostRollCalls || Math.abs(median - before.median) > mostShift;
  return { rollCalls, median, before, breaks };
});
var medianAgreement = cachedBySnapshot(async (snapshot2, from, to) => {
  const { n, agreement } = await allPairsTable(snapshot2, from, to);
  const known3 = agreement.filter((_, row) => n[row] >= leastCommonVotes);
  return known3.length === 0 ? void 0 : quantile(known3, 0.5);
});
function middle2(values) {
  return quantile(Float64Array.from(values), 0.5);
}

// src/assessments/votes/vote-sentences.ts
async function voteSummary(bench, now, place) {
  const year = /^\d{4}$/.test(now.period) ? Number(now.period) : void 0;
  const agenda = year === void 0 ? void 0 : await yearAgenda(bench.snapshot, year);
  const reading = "Votes are on world issues, not on each other.";
  const shares = agenda?.breaks === true ? "" : sharesSentence(bench, now, agenda);
  return [await placeSentence(bench, place), shares, reading].filter((sentence) => sentence !== "").join(" ");
}
async function placeSentence({ snapshot: snapshot2, dyad: dyad2 }, { sentence, estimates }) {
  const [place] = estimates;
  if (sentence !== "" || place === void 0 || !("reason" in place)) return sentence;
  const window3 = await placeWindow(snapshot2, dyad2.to, dyad2.from);
  const when = window3 === void 0 ? "" : ` (${sessionWords(window3)})`;
  return `Where ${inSentence(dyad2.a.name)} and ${inSentence(dyad2.b.name)} stand among all pairs in votes${when} is unknown: ${place.reason}.`;
}
function sharesSentence({ dyad: { a, b } }, now, agenda) {
  const { n, agreement, opposing } = now.drawn.point;
  const median = agenda?.median === void 0 ? "" : ` (the median pair: ${formatShare(agenda.median)})`;
  return `${windowWords(now.period)} ${inSentence(a.name)} and ${inSentence(b.name)} took the same position in ${formatShare(agreement)} of the ${n.toLocaleString("en-US")} recorded votes of the UN General Assembly in which both had one${median}, and opposite ones in ${formatShare(opposing)}.`;
}
async function agendaNotes(bench, { period }) {
  const year = /^\d{4}$/.test(period) ? Number(period) : void 0;
  const sentence = agendaSentence(year, year === void 0 ? void 0 : await yearAgenda(bench.snapshot, year));
  return sentence === "" ? [] : [sentence];
}
function agendaSentence(year, agenda) {
  if (year === void 0 || agenda === void 0 || !agenda.breaks || agenda.before === void 0 || agenda.median === void 0) return "";
  const { rollCalls, median, before } = agenda;
  return `Shares of ${year} do not compare with earlier years: it had ${rollCalls} recorded votes (a typical year of the five before: ${Math.round(before.rollCalls)}), and the median pair agreed in ${formatShare(median)} of them (before: ${formatShare(before.median)}).`;
}

// src/assessments/domains/diplomacy.ts
async function assessDiplomacy(bench) {
  return withRepresentation(bench, await similarityOfVotes(bench));
}
async function similarityOfVotes(bench) {
  const { to, seed } = bench.dyad;
  const period = await votePeriod(bench);
  if (period === void 0 || period.to < "1946")
    return silent3(bench, `the record holds no recorded votes of a full year that ends by ${to}.`);
  const outsider = await nonMember(bench, period);
  if (outsider !== void 0) return notApplicableDomain("diplomacy", "Diplomacy", periodLabel(period), outsider);
  const now = await readVoteWindow(bench, period, seed);
  if (now === void 0) return silent3(bench, await nothingInCommon(bench, period));
  const past = { from: tenYearsBefore(period.from), to: tenYearsBefore(period.to) };
  const [before, series3, opposing, points2, place] = await Promise.all([
    readVoteWindow(bench, past, seed + 1),
    votesByYear(bench, period.to),
    opposingVotes(bench, period, 8),
    idealPointFigures(bench),
    votePlaceFigures(bench)
  ]);
  const estimates = [...place.estimates, ...voteLevels(now), ...votePercentiles(now), ...voteChanges(now, before, periodLabel(past))];
  return {
    id: "diplomacy",
    title: "Diplomacy",
    state: "observed",
    summary: await voteSummary(bench, now, place),
    estimates: [...estimates, ...points2.estimates, ...series3],
    items: opposing,
    notes: [
      ...await agendaNotes(bench, now),
      "Votes on resolutions and drafts as a whole only: since January 2020 the record has no votes on paragraphs and amendments, and the years must compare.",
      "A roll call on which either has no recorded position says nothing about the pair and is left out; consensus without a vote leaves no trace here.",
      ...points2.sentence === "" ? [] : [points2.sentence.trim()],
      ...points2.notes
    ]
  };
}
async function nonMember(bench, period) {
  const { a, b } = bench.dyad;
  const members = await membersIn(bench.snapshot, period.from, period.to);
  const out = [a, b].find((state) => !members.has(state.iso3));
  if (out === void 0 || members.size === 0) return void 0;
  const seat = unSeatHolder(out, period.to).iso3 === out.iso3 ? "" : ` Its seat was held by ${unSeatHolder(out, period.to).name} (Taipei) until 25 October 1971: see TWN.`;
  return `${inSentence(out.name)} was not a member of the United Nations in ${periodLabel(period)} and had no vote.${out.iso3 === "CHN" ? seat : ""}`;
}
var membersIn = cachedBySnapshot(async (snapshot2, from, to) => {
  const { all } = await storedMemberships(snapshot2);
  const inForce2 = all.filter(({ bloc, role, start_date, end_date }) => {
    return bloc === "UN" && role === "member" && start_date <= to && (end_date === null || end_date >= from);
  });
  return new Set(inForce2.map(({ state }) => state));
});
async function nothingInCommon(bench, period) {
  const { a, b } = bench.dyad;
  const years4 = await votesByYear(bench, period.to);
  const last = years4.at(-1);
  const ever = last === void 0 ? "" : ` The last year with some is ${last.period}.`;
  return `${inSentence(a.name)} and ${inSentence(b.name)} have no recorded vote in common in ${periodLabel(period)}.${ever}`;
}
function silent3(bench, reason) {
  return unknownDomain("diplomacy", "Diplomacy", bench.dyad.to, reason, "UN General Assembly votes of a year in which both took positions.");
}

// src/assessments/record/missing-row.ts
function boundOfMissingRow(cards, { source: source10, indicator: indicator6, from, to, until }) {
  const covered2 = cards.get(source10)?.coverage.find((one) => one.indicator === indicator6);
  if (covered2?.absence !== "under the threshold" || covered2.threshold === void 0 || covered2.to > until) return void 0;
  const { states: states2 = [], silent: silent5 = [], threshold } = covered2;
  if (!states2.includes(from) || !states2.includes(to) || silent5.includes(from) && silent5.includes(to)) return void 0;
  return { threshold, year: covered2.to.slice(0, 4) };
}

// src/assessments/economy/estimated-flows.ts
function salesOf({ dyad: { a, b } }) {
  return [
    { seller: a, buyer: b, way: "a-to-b" },
    { seller: b, buyer: a, way: "b-to-a" }
  ];
}
async function flowFound(bench, of, sale) {
  const { seller, buyer, way } = sale;
  const held2 = await loadedRows(bench);
  const rows = held2.between(seller.iso3, buyer.iso3).filter((row2) => row2.indicator === of.indicator && row2.source === of.source && row2.from === seller.iso3 && coversCalendarYear(row2));
  const bound2 = boundOfMissingRow(bench.cards, { ...of, from: seller.iso3, to: buyer.iso3, until: bench.dyad.to });
  const row = rows.at(-1);
  if (row === void 0 || bound2 !== void 0 && row.start.slice(0, 4) < bound2.year)
    return { of, beside: [], ...bound2 === void 0 ? {} : { bound: bound2 } };
  const level = rowAsFigure(row, `${of.id}-${way}`, `${of.name} from ${inSentence(seller.name)} to ${inSentence(buyer.name)}`);
  const whole3 = held2.of(buyer.iso3).find((one) => one.from === "WLD" && one.indicator === of.indicator && one.source === of.source && one.start === row.start);
  const early = rows.find((one) => Number(one.start.slice(0, 4)) === Number(row.start.slice(0, 4)) - 10);
  return {
    of,
    level,
    beside: [
      ...await percentileOf(bench, level, row, [of.indicator], true),
      ...early === void 0 ? [] : [changeOf3(level, early)],
      ...whole3 === void 0 || whole3.value <= 0 ? [] : [shareOf(of, sale, level, whole3)]
    ]
  };
}
function changeOf3(level, early) {
  const year = early.start.slice(0, 4);
  return {
    ...level,
    id: `${level.id}.change`,
    label: "change in ten years",
    period: `${year}/${level.period}`,
    value: level.value - early.value,
    method: `less ${formatFigure(early.value, level.unit)} of ${year}, same source, at current prices`,
    evidence: [...level.evidence, ...rowAsFigure(early, level.id, level.label).evidence]
  };
}
function shareOf(of, { buyer, way }, level, whole3) {
  return {
    ...level,
    id: `${of.id}-share-${way}`,
    label: `the same as a share of all ${of.name} that ${inSentence(buyer.name)} buys abroad`,
    unit: "share",
    value: Math.min(1, level.value / whole3.value),
    method: `of ${formatFigure(whole3.value, whole3.unit)} from all sellers together (${whole3.source}, ${whole3.locator})`,
    evidence: [...level.evidence, ...rowAsFigure(whole3, level.id, level.label).evidence]
  };
}
function boundFigure(bench, id2, label, sale, found) {
  const first = found[0];
  if (first?.bound === void 0 || found.some(({ bound: bound2 }) => bound2 === void 0)) return [];
  const { source: source10 } = first.of;
  const { threshold, year } = first.bound;
  return [
    {
      state: "estimated",
      id: id2,
      label,
      unit: "USD",
      period: year,
      value: threshold,
      interval: "exact",
      certainty: "at most",
      method: `${source10} covers both states, lists every flow from ${formatFigure(threshold, "USD")} on and has none here`,
      evidence: [
        {
          source: source10,
          vintage: bench.cards.get(source10).vintage,
          rows: `observations where source = '${source10}' and indicator in ${inList(found.map(({ of }) => of.indicator))} and from_id = '${sale.seller.iso3}' and to_id = '${sale.buyer.iso3}' and start_date = '${year}-01-01'`,
          count: 0
        }
      ]
    }
  ];
}
function figuresOf4({ level, beside }) {
  return level === void 0 ? [] : [level, ...beside];
}
function amountWithShare({ of, level, beside }) {
  const share2 = beside.find((one) => isKnown(one) && one.id.startsWith(`${of.id}-share-`));
  const part2 = share2 === void 0 || share2.value < 0.01 ? "" : ` (${formatShare(share2.value)} of its imports)`;
  return level === void 0 ? "" : `${of.name} for ${formatFigure(level.value, level.unit)}${part2}`;
}

// src/assessments/economy/input-output-sales.ts
var source3 = "oecd-icio";
var fuels = { id: "fuel-sales", indicator: "fuel-sales", source: source3, name: "fuels" };
var electronics = { id: "electronics-sales", indicator: "electronics-sales", source: source3, name: "electronics" };
var services = { id: "services-sales", indicator: "services-sales", source: source3, name: "services" };
async function inputOutputSales(bench, of) {
  const [forth, back] = salesOf(bench);
  const found = [
    { sale: forth, flow: await flowFound(bench, of, forth) },
    { sale: back, flow: await flowFound(bench, of, back) }
  ];
  const estimates = found.flatMap(({ sale, flow: flow2 }) => flow2.level === void 0 ? boundOf(bench, of, sale, flow2) : figuresOf4(flow2));
  return {
    estimates,
    sentence: sentenceOn(of, found),
    notes: estimates.length === 0 ? [] : ["The OECD\u2019s tables are at basic prices and made to balance: no figure of customs, and not to be compared with one."]
  };
}
function boundOf(bench, of, sale, flow2) {
  return boundFigure(
    bench,
    `${of.id}-${sale.way}`,
    `${of.name} from ${inSentence(sale.seller.name)} to ${inSentence(sale.buyer.name)}`,
    sale,
    [flow2]
  );
}
function sentenceOn({ name }, found) {
  const sold = found.filter(({ flow: flow2 }) => flow2.level !== void 0);
  const [first, second] = sold;
  const tables2 = "By the OECD\u2019s input-output tables";
  if (first === void 0) {
    const bound2 = found[0]?.flow.bound;
    if (bound2 === void 0) return "";
    const [one, other] = [found[0].sale.seller, found[0].sale.buyer].map((state) => inSentence(state.name));
    return `${tables2} neither ${one} nor ${other} sold the other ${name} for as much as ${formatFigure(bound2.threshold, "USD")} in ${bound2.year}, an estimate.`;
  }
  const level = first.flow.level;
  const forth = `${possessive(first.sale.seller.name)} industries sold ${inSentence(first.sale.buyer.name)} ${name} for ${amountOf2(first)} in ${level.period}`;
  const back = second === void 0 ? "" : `, and ${possessive(second.sale.seller.name)} sold ${inSentence(second.sale.buyer.name)} ${name} for ${amountOf2(second)}`;
  return `${tables2} ${forth}${back}: estimates at basic prices.`;
}
function amountOf2({ flow: { of, level, beside } }) {
  const share2 = beside.find(({ id: id2 }) => id2.startsWith(`${of.id}-share-`));
  const part2 = share2 === void 0 || share2.value < 0.01 ? "" : ` (${formatShare(share2.value)} of its imports)`;
  return `${formatFigure(level.value, level.unit)}${part2}`;
}

// src/assessments/domains/energy.ts
var filler = "UN Comtrade (HS 2701 to 2711, all pairs), Eurostat energy statistics for EU importers, the CREA tracker for Russian exports by destination.";
async function assessEnergy(bench) {
  const { a, b, to } = bench.dyad;
  const flows3 = await flowsBetween(bench);
  const sales = await inputOutputSales(bench, fuels);
  if (flows3.length === 0 && sales.estimates.length === 0) {
    const reason = `the record has no fossil-fuel trade between ${inSentence(a.name)} and ${inSentence(b.name)} that ends by ${to}; it holds Russian exports to eight destinations, what the EU as a whole imports, and what European states import by partner, and sales of fuels between 79 states.`;
    return unknownDomain("energy", "Energy", to, reason, filler);
  }
  const directions = [
    ["a-to-b", a, b],
    ["b-to-a", b, a]
  ];
  const reported = (await Promise.all(directions.map(([id2, seller, buyer]) => directionOf(bench, id2, seller, buyer, flows3)))).flat();
  const leading = [...reported, ...sales.estimates].find(isKnown);
  return {
    id: "energy",
    title: "Energy",
    state: leading?.state ?? "unknown",
    summary: [...flows3.length === 0 ? [] : [summary(bench, reported)], sales.sentence].join(" ").trim(),
    estimates: flows3.length === 0 ? sales.estimates : [...reported, ...sales.estimates],
    items: flows3.map((flow2) => itemOf3(flow2, a.iso3)),
    notes: [
      ...reported.find(isKnown)?.state === "estimated" ? ["These values are modelled by the source (observed cargoes times modelled prices), not reported by customs."] : [],
      ...sales.notes
    ],
    wouldFill: filler
  };
}
async function flowsBetween(bench) {
  const { a, b } = bench.dyad;
  const rows = (await loadedRows(bench)).between(a.iso3, b.iso3).filter(({ indicator: indicator6 }) => indicator6.startsWith("fossil-imports"));
  return rows.sort((x, y) => ordered(x.end, y.end) || ordered(x.indicator, y.indicator) || ordered(x.source, y.source));
}
function ordered(x, y) {
  return x < y ? -1 : Number(x > y);
}
async function directionOf(bench, id2, seller, buyer, flows3) {
  const own = flows3.filter((flow2) => flow2.from === seller.iso3 && isFullYear(flow2));
  const latest2 = latestByIndicator(own);
  const label = (flow2) => `${titleOf2(flow2.indicator)} from ${inSentence(seller.name)} to ${inSentence(buyer.name)}`;
  if (latest2.length === 0) {
    const subject2 = {
      id: `fossil-${id2}`,
      label: `Fossil fuels from ${inSentence(seller.name)} to ${inSentence(buyer.name)}`,
      unit: "EUR",
      period: bench.dyad.to.slice(0, 4)
    };
    return [unknown(subject2, "not in the record", filler)];
  }
  const levels2 = latest2.map((flow2) => knownOf(`fossil-${id2}-${flow2.indicator.replace("fossil-imports", "imports")}`, label(flow2), flow2));
  const shares = await Promise.all(latest2.map((flow2) => shareOf2(bench, id2, seller, flow2)));
  return [...levels2, ...shares.flat()];
}
function isFullYear(flow2) {
  return flow2.start.endsWith("-01-01") && flow2.end === `${flow2.start.slice(0, 4)}-12-31`;
}
function latestByIndicator(flows3) {
  const latest2 = [...new Map(flows3.map((flow2) => [flow2.indicator, flow2])).values()];
  const byVolume = new Set(latest2.map((flow2) => flow2.indicator).filter((id2) => id2.endsWith("-m3")));
  const kept = latest2.filter((flow2) => !byVolume.has(flow2.indicator.replace(/-terajoules$/, "-m3")) || flow2.indicator.endsWith("-m3"));
  return kept.sort((x, y) => rank(x) - rank(y));
}
function rank(flow2) {
  return ["EUR", "USD", "m3", "tonnes", "TJ"].indexOf(flow2.unit);
}
function titleOf2(indicator6) {
  const title = (indicatorOf2(indicator6)?.title ?? indicator6).replace(/^Imports of /, "");
  return title.charAt(0).toUpperCase() + title.slice(1);
}
function knownOf(id2, label, flow2) {
  return {
    state: flow2.status === "observed" ? "observed" : "estimated",
    id: id2,
    label,
    unit: flow2.unit,
    period: flow2.start.slice(0, 4),
    value: flow2.value,
    interval: "exact",
    method: `${flow2.source}, as the source gives it${flow2.status === "observed" ? "" : " (its own estimate; it gives no interval)"}`,
    evidence: [evidenceOf3(flow2)],
    certainty: "one report"
  };
}
function evidenceOf3(flow2, toWorld = false) {
  const rows = `observations where source = '${flow2.source}' and indicator = '${flow2.indicator}' and from_id = '${flow2.from}' and to_id ${toWorld ? `in ('${flow2.to}', 'WLD')` : `= '${flow2.to}'`} and start_date = '${flow2.start}' and end_date = '${flow2.end}'`;
  return { source: flow2.source, vintage: flow2.vintage, rows, count: toWorld ? 2 : 1 };
}
async function shareOf2(bench, id2, seller, flow2) {
  const rows = (await loadedRows(bench)).of(seller.iso3).filter(
    (row) => row.to === "WLD" && row.source === flow2.source && row.indicator === flow2.indicator && row.start === flow2.start && row.end === flow2.end && row.value > 0
  );
  return rows.map((row) => ({
    ...knownOf(
      `fossil-share-${id2}-${flow2.indicator.replace("fossil-imports", "imports")}`,
      `part of all ${titleOf2(flow2.indicator).toLowerCase()} that ${inSentence(seller.name)} sends`,
      flow2
    ),
    unit: "share",
    value: flow2.value / row.value,
    method: `${flow2.source}: this destination over all destinations, same period`,
    evidence: [evidenceOf3(flow2, true)]
  }));
}
function summary(bench, found) {
  const known3 = found.filter((one) => "value" in one);
  const leading = known3.find((one) => one.unit === "EUR") ?? known3[0];
  if (leading === void 0)
    return `Unknown: the record has no full year of fossil-fuel trade between ${inSentence(bench.dyad.a.name)} and ${inSentence(bench.dyad.b.name)}.`;
  const share2 = known3.find((one) => one.unit === "share" && one.period === leading.period);
  const part2 = share2 === void 0 ? "" : `, ${formatShare(share2.value)} of ${share2.label.replace(/^part of /, "")}`;
  const estimated = leading.state === "estimated" ? " (the source\u2019s estimate)" : "";
  return `${leading.label}, in ${leading.period}: ${formatFigure(leading.value, leading.unit)}${estimated}${part2}.`;
}
function itemOf3(flow2, a) {
  const when = isFullYear(flow2) ? flow2.start.slice(0, 4) : `${flow2.start} to ${flow2.end}`;
  const value = /^[A-Z]{3}$/.test(flow2.unit) ? amountWords(flow2.value, flow2.unit) : formatFigure(flow2.value, flow2.unit);
  return {
    kind: "report",
    date: flow2.end,
    text: `${when}, ${flow2.from} to ${flow2.to}, ${titleOf2(flow2.indicator).toLowerCase()}: ${value} (${flow2.source})`,
    source: flow2.source,
    reported: {
      what: titleOf2(flow2.indicator).toLowerCase(),
      direction: flow2.from === a ? "a-to-b" : "b-to-a",
      from: flow2.start,
      to: flow2.end,
      value: flow2.value,
      unit: flow2.unit,
      by: flow2.source,
      estimated: flow2.status !== "observed"
    }
  };
}

// src/measures/trade/great-circle.ts
var earthRadius = 6371.0088;
function greatCircle(lat1, lon1, lat2, lon2) {
  const radians = Math.PI / 180;
  const across = Math.sin((lon2 - lon1) * radians / 2);
  const up2 = Math.sin((lat2 - lat1) * radians / 2);
  const h = up2 * up2 + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * across * across;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

// src/assessments/domains/exercise-distance.ts
init_quantile();

// src/states/tables/capital-places.ts
var capitalPlaces = /* @__PURE__ */ new Map([
  ["CHN", { name: "Beijing", lat: 39.904, lon: 116.407 }],
  ["IND", { name: "New Delhi", lat: 28.614, lon: 77.209 }],
  ["IRN", { name: "Tehran", lat: 35.689, lon: 51.389 }],
  ["JPN", { name: "Tokyo", lat: 35.69, lon: 139.692 }],
  ["PAK", { name: "Islamabad", lat: 33.693, lon: 73.065 }],
  ["PRK", { name: "Pyongyang", lat: 39.033, lon: 125.754 }],
  ["RUS", { name: "Moscow", lat: 55.752, lon: 37.616 }],
  ["USA", { name: "Washington", lat: 38.895, lon: -77.036 }]
]);

// src/assessments/domains/exercise-distance.ts
function exerciseDistances(bench, recent2, period) {
  const { a, b } = bench.dyad;
  const [atA, atB] = [capitalPlaces.get(a.iso3), capitalPlaces.get(b.iso3)];
  if (atA === void 0 || atB === void 0) return { estimates: [], sentences: [] };
  const placed = recent2.flatMap((item) => {
    const { place } = item;
    return place === void 0 ? [] : [{ item, place, far: [away(place, atA), away(place, atB)] }];
  });
  if (placed.length === 0) return { estimates: [], sentences: [] };
  if (2 * placed.length < recent2.length) return { estimates: [tooFew2(atA, placed.length, recent2.length, period)], sentences: [] };
  const of = `${placed.length} of ${recent2.length}`;
  const medians = [atA, atB].map((capital3, side) => medianOf(bench, placed, { capital: capital3, side, of, period }));
  const most4 = placed.reduce((best, one) => nearer(one) > nearer(best) ? one : best);
  const farthest = farthestOf(bench, most4, { of, period });
  const said = medians.map((one, side) => `${formatFigure(one.value, "km")} from ${[atA, atB][side].name}`);
  return {
    estimates: [...medians, farthest],
    sentences: [
      `The ledger names the place of ${placed.length} of these ${recent2.length}: the median lies ${said.join(" and ")}; the farthest, ${most4.place.name} (${most4.item.date}), is ${formatFigure(farthest.value, "km")} from the nearer capital.`
    ]
  };
}
function placedItems({ dyad: dyad2 }, events, items) {
  const places = new Map(items.map((item) => [`${item.date} ${item.sentence}`, item.place]));
  const capitals = [dyad2.a, dyad2.b].flatMap(({ iso3 }) => capitalPlaces.get(iso3) ?? []);
  return events.map((event) => {
    const place = event.kind === "event" ? places.get(`${event.date} ${event.text}`) : void 0;
    if (place === void 0) return event;
    const from = capitals.map((capital3) => ({ capital: capital3.name, km: Math.round(away(place, capital3)) }));
    return { ...event, where: { ...place, from } };
  });
}
function tooFew2({ name }, placed, all, period) {
  const about6 = { id: "exercise-distance-a", label: `median distance of exercises from ${name}`, unit: "km", period };
  const reason = `the ledger names a single place of ${placed} of ${counted(all, "exercise", "exercises")}, fewer than half`;
  return unknown(about6, reason, "The places of the others, such as a ministry announces them.");
}
function away(place, capital3) {
  return greatCircle(place.lat, place.lon, capital3.lat, capital3.lon);
}
function nearer({ far }) {
  return Math.min(...far);
}
function medianOf(bench, placed, { capital: capital3, side, of, period }) {
  const median = (shift) => quantile(
    Float64Array.from(placed, (one) => Math.max(0, shift(one))),
    0.5
  );
  return {
    ...common(bench, placed, period),
    id: `exercise-distance-${side === 0 ? "a" : "b"}`,
    label: `median distance of exercises from ${capital3.name}`,
    value: median((one) => one.far[side]),
    interval: {
      low: median((one) => one.far[side] - one.place.within),
      high: median((one) => one.far[side] + one.place.within),
      kind: "specifications"
    },
    method: `median of great-circle distances (haversine, R 6,371.0088 km) from the capital to the middle of the place of ${of} items; the ends take every place as near and as far as its area allows`
  };
}
function farthestOf(bench, most4, { of, period }) {
  const value = nearer(most4);
  const { within } = most4.place;
  return {
    ...common(bench, [most4], period),
    id: "exercise-distance-farthest",
    label: "farthest exercise from the nearer capital",
    value,
    interval: { low: Math.max(0, value - within), high: value + within, kind: "specifications" },
    method: `${most4.place.name}, ${most4.item.date}: the largest of the great-circle distances (haversine, R 6,371.0088 km) from the nearer capital, of ${of} items; the ends are its area\u2019s`
  };
}
function common(bench, placed, period) {
  const rows = ledgerItemsById(
    bench.ledger,
    placed.map(({ item }) => item)
  );
  return {
    state: "estimated",
    unit: "km",
    period,
    evidence: [{ source: "ledger", vintage: `reviewed ${bench.ledger.reviewed}`, rows, count: placed.length }]
  };
}

// src/assessments/domains/exercises.ts
var about2 = {
  id: "exercises",
  title: "Exercises",
  kinds: ["exercise", "patrol", "deployment"],
  on: "exercises, patrols and deployments",
  lead: { label: "joint exercises and patrols", unit: "count" },
  reason: "the record holds no military exercises of the pair.",
  wouldFill: "A dated list of joint exercises by pair, such as the Joint Military Exercises data (D\u2019Orazio, to 2010) or the defence ministries\u2019 own announcements."
};
var window = 5;
async function assessExercises(bench) {
  const rows = (await pairRows(bench, ["joint-exercises"])).filter(coversCalendarYear);
  const items = ledgerItems(bench, about2.kinds);
  const recent2 = recentExercises(bench, items);
  const counts = recent2.length === 0 ? [] : [countOf2(bench, recent2)];
  const far = exerciseDistances(bench, recent2, `${sinceDay(bench)}/${endDay(bench)}`);
  const listed2 = await listedFigures(bench, rows);
  const found = {
    estimates: listed2,
    sentences: [
      ...counts.length === 0 ? noneSentences(bench, items) : ledgerSentences(bench, items, recent2),
      ...far.sentences,
      ...listedSentences(bench, listed2)
    ],
    items: figureItems(rows),
    notes: notesOn3(rows, items)
  };
  const told3 = ledgerDomain(bench, about2, found, counts);
  const whole3 = { ...told3, items: placedItems(bench, told3.items, items) };
  return counts.length === 0 ? whole3 : { ...whole3, state: "observed", estimates: [...counts, ...far.estimates, ...listed2] };
}
function recentExercises(bench, items) {
  const since = sinceDay(bench);
  return items.filter(
    (item) => item.kind !== "deployment" && item.form === "act" && item.direction === "supports" && lastDay(item.date) > since
  );
}
function endDay({ ledger, dyad: dyad2 }) {
  return ledger === void 0 || dyad2.to < ledger.to ? dyad2.to : ledger.to;
}
function sinceDay(bench) {
  const end = endDay(bench);
  return `${Number(end.slice(0, 4)) - window}${end.slice(4)}`;
}
function countOf2(bench, recent2) {
  const { ledger } = bench;
  return {
    state: "observed",
    id: "exercises-recorded",
    label: "joint exercises and patrols in five years",
    unit: "count",
    period: `${sinceDay(bench)}/${endDay(bench)}`,
    value: recent2.length,
    interval: "exact",
    certainty: "at least",
    method: `count of dated items of the ledger of the pair; exercises that it does not name are not counted`,
    evidence: [
      {
        source: "ledger",
        vintage: `reviewed ${ledger.reviewed}`,
        rows: ledgerItemsById(ledger, recent2),
        count: recent2.length
      }
    ]
  };
}
function ledgerSentences(bench, items, recent2) {
  const [last] = recent2;
  const deployed = items.filter((item) => item.kind === "deployment").length;
  const first = `At least ${counted(recent2.length, "joint exercise or patrol", "joint exercises and patrols")} between ${sinceDay(bench)} and ${endDay(bench)} ${recent2.length === 1 ? "is" : "are"} on record; the last (${last.date}): ${last.sentence}`;
  const beside = deployed === 0 ? [] : [`The ledger also has ${counted(deployed, "item", "items")} on deployments.`];
  return [first, ...beside];
}
function noneSentences({ ledger, dyad: dyad2 }, items) {
  if (ledger === void 0 || items.length === 0 || items.some((item) => item.kind !== "deployment")) return [];
  return [
    `The ledger of this pair, from ${ledger.from}, names no joint exercise or patrol by ${dyad2.to < ledger.to ? dyad2.to : ledger.to}.`
  ];
}
async function listedFigures(bench, rows) {
  const groups2 = [...grouped(rows, (row) => row.source).values()];
  const found = await Promise.all(
    groups2.map(async (group) => {
      const [first, last] = await daysListed(bench.snapshot, group[0].source, bench.dyad.to);
      const level = {
        state: "observed",
        id: "exercises-listed",
        label: `joint exercises that ${group[0].source} lists`,
        unit: "count",
        period: periodOf(first, last),
        value: group.reduce((sum2, row) => sum2 + row.value, 0),
        interval: "exact",
        certainty: "at least",
        method: `sum of the years that ${group[0].source} covers by the last day`,
        evidence: [evidenceFor(group[0], { start: first, end: last }, group.length)]
      };
      return [level, ...await percentileOf(bench, level, group[0], ["joint-exercises"])];
    })
  );
  return found.flat();
}
var daysListed = cachedBySnapshot(async (snapshot2, source10, to) => {
  const [row] = await snapshot2.rows(
    "SELECT min(start_date) AS first, max(end_date) AS last FROM observations WHERE indicator = 'joint-exercises' AND source = $source AND end_date <= $to",
    { source: source10, to }
  );
  return [String(row["first"]), String(row["last"])];
});
function listedSentences(bench, listed2) {
  const { a, b } = bench.dyad;
  return listed2.filter((one) => one.id === "exercises-listed").map(
    (one) => `For ${one.period.replace("/", " to ")} ${one.evidence[0].source} lists at least ${counted(one.value, "joint exercise", "joint exercises")} of ${inSentence(a.name)} and ${inSentence(b.name)}.`
  );
}
function notesOn3(rows, items) {
  return [
    ...items.length + rows.length === 0 ? [] : ["Counts say nothing of size, length or content; what was not announced is missing."],
    ...rows.some((row) => row.source === "russia-exercises") ? [
      "The table of exercises involving Russia has gaps, above all in 2014 and from 2016 on: a falling count is the table, not the world."
    ] : []
  ];
}

// src/assessments/record/agreement-rows.ts
var storedAgreements = cachedBySnapshot(async (snapshot2) => {
  const all = await snapshot2.rows("SELECT * FROM agreements_and_restrictions ORDER BY start_date, kind, state_a, state_b, name");
  const byPair = grouped(all, ({ state_a, state_b }) => `${state_a} ${state_b}`);
  return { of: (a, b) => byPair.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? [] };
});
var storedInstitutions = cachedBySnapshot(async (snapshot2) => {
  const all = await snapshot2.rows("SELECT * FROM institution_memberships WHERE role = 'member' ORDER BY start_date, institution, state");
  const byInstitution = grouped(all, ({ institution }) => institution);
  return { of: (institution) => byInstitution.get(institution) ?? [] };
});

// src/assessments/economy/payment-systems.ts
var area = "SEPA";
var kinds3 = ["settlement", "payment-link"];
async function paymentSystems(bench) {
  const { a, b, to } = bench.dyad;
  const [agreements2, institutions2] = [await storedAgreements(bench.snapshot), await storedInstitutions(bench.snapshot)];
  const rows = agreements2.of(a.iso3, b.iso3).filter((row) => kinds3.includes(row.kind) && begunBy(row, to) && inForceOn(row, to));
  const members = institutions2.of(area).filter((row) => (row.state === a.iso3 || row.state === b.iso3) && inForceOn(row, to));
  const links2 = rows.filter(({ kind }) => kind === "payment-link");
  const settlements = rows.filter(({ kind }) => kind === "settlement");
  const shared3 = members.length === 2 ? members : [];
  return {
    estimates: [
      ...shared3.length + links2.length === 0 ? [] : [networkCount(bench, shared3, links2)],
      ...settlements.length === 0 ? [] : [settlementCount(bench, settlements)]
    ],
    sentences: [...shared3.length === 0 ? [] : [await areaSentence(bench)], ...rows.map((row) => rowSentence(bench, row))].map(
      capitaliseArticles
    ),
    items: rows.map(rowItem).reverse(),
    notes: rows.length === 0 ? [] : ["An agreement or a link says that payments can be made this way, not how many are."]
  };
}
function networkCount(bench, shared3, links2) {
  const { a, b, to } = bench.dyad;
  const ofArea = {
    source: "institution-memberships",
    vintage: vintageOf(bench.cards, "institution-memberships"),
    rows: `institution_memberships where role = 'member' and institution = '${area}' and state in ${inList([a.iso3, b.iso3])} and ${inForceCondition(to)}`,
    count: shared3.length
  };
  return {
    ...leastCount(bench, (shared3.length > 0 ? 1 : 0) + links2.length),
    id: "common-payment-networks",
    label: "payment areas and linked payment systems",
    method: `the Single Euro Payments Area, if both belong to it on ${to}, and links of payment systems in force; the list of links is not complete`,
    evidence: [ofArea, evidenceOf4(bench, "payment-link", links2)].filter(({ count: count3 }) => count3 > 0)
  };
}
function settlementCount(bench, settlements) {
  return {
    ...leastCount(bench, settlements.length),
    id: "payment-agreements",
    label: "agreements on payments in own currencies, and clearing banks",
    method: `agreements and clearing banks in force on ${bench.dyad.to}; the list is not complete`,
    evidence: [evidenceOf4(bench, "settlement", settlements)]
  };
}
function leastCount({ dyad: dyad2 }, value) {
  return { state: "observed", unit: "count", period: dyad2.to, value, interval: "exact", certainty: "at least" };
}
function evidenceOf4(bench, kind, rows) {
  const { a, b, to } = bench.dyad;
  const sides2 = inList([a.iso3, b.iso3]);
  return {
    source: "agreements-and-restrictions",
    vintage: vintageOf(bench.cards, "agreements-and-restrictions"),
    rows: `agreements_and_restrictions where kind = '${kind}' and state_a in ${sides2} and state_b in ${sides2} and ${inForceCondition(to)}`,
    count: rows.length
  };
}
async function areaSentence({ dyad: { a, b, to }, snapshot: snapshot2 }) {
  const euro = membersOn((await storedMemberships(snapshot2)).all, "EUROZONE", to);
  const both = `${inSentence(a.name)} and ${inSentence(b.name)}`;
  return euro.includes(a.iso3) && euro.includes(b.iso3) ? `${both} share a currency, the euro, and are in the Single Euro Payments Area.` : `${both} are both in the Single Euro Payments Area, so transfers in euros between them follow one rule.`;
}
function rowSentence({ dyad: { a, b } }, row) {
  const both = joinedWords([inSentence(a.name), inSentence(b.name)]);
  const since = toldDateWords(row.start_told);
  if (row.form === "clearing bank") {
    const host = row.state_a === "CHN" ? row.state_b : row.state_a;
    const name = [a, b].find(({ iso3 }) => iso3 === host).name;
    return `China has had a clearing bank for yuan in ${inSentence(name)} since ${since}.`;
  }
  if (row.kind === "settlement") return `${both} have had an agreement on payments in their own currencies since ${since} (${row.name}).`;
  return `Payment systems of ${both} have been linked since ${since} (${row.name}).`;
}
function rowItem(row) {
  const note = row.note === null ? "" : `; ${row.note}`;
  return {
    kind: "relation",
    date: row.start_date,
    text: `Since ${toldDateWords(row.start_told)}: ${row.name}${note}`,
    source: row.source,
    citation: row.locator
  };
}

// src/assessments/economy/public-debt.ts
var lenders = ["public-debt-official", "public-debt-banks"];
var otherPrivate = "public-debt-other-private";
var unlisted = "public-debt-unlisted";
var totals = [...lenders, otherPrivate, "public-debt-multilateral", "public-debt-bonds"];
var stocks = [...totals, unlisted];
async function publicDebts(bench) {
  const { a, b } = bench.dyad;
  const ways3 = [
    [a, b, "a-to-b"],
    [b, a, "b-to-a"]
  ];
  const found = await Promise.all(ways3.map((way) => debtOf(bench, way)));
  const debts = found.filter((one) => "level" in one);
  const silent5 = found.filter((one) => !("level" in one));
  const neither = silent5.length === 2 && silent5.every(({ reports }) => !reports);
  return {
    silent: neither ? `neither ${inSentence(a.name)} nor ${inSentence(b.name)} reports its public debt to the World Bank` : "",
    estimates: found.flatMap((one) => "level" in one ? [one.level, ...one.beside, ...one.parts] : [one.estimate]),
    sentences: sentencesOn2(debts),
    items: await itemsOf3(bench, debts),
    notes: debts.length === 0 ? [] : notesOn4(debts, silent5)
  };
}
async function debtOf(bench, way) {
  const [creditor, debtor, id2] = way;
  const held2 = await loadedRows(bench);
  const wholes = held2.of(debtor.iso3).filter(({ indicator: indicator6, to, from }) => from === "WLD" && to === debtor.iso3 && stocks.includes(indicator6));
  const day2 = wholes.at(-1)?.end;
  const about6 = { id: `public-debt-${id2}`, label: labelOf(creditor, debtor), unit: "USD", period: day2 ?? bench.dyad.to };
  if (day2 === void 0) {
    const reason = `${inSentence(debtor.name)} does not report its public debt to the World Bank`;
    return {
      reports: false,
      estimate: unknown(about6, reason, `The debt reports of ${inSentence(debtor.name)} or of lenders in ${inSentence(creditor.name)}.`)
    };
  }
  const own = held2.between(creditor.iso3, debtor.iso3).filter(({ from, indicator: indicator6 }) => from === creditor.iso3 && totals.includes(indicator6));
  const stock2 = stockOn(own, wholes, day2);
  if (typeof stock2 === "string") return { reports: true, estimate: unknown(about6, stock2.replace("DEBTOR", inSentence(debtor.name))) };
  const level = levelOf(way, about6, stock2, wholes);
  const beside = [...await rankOf(bench, level, wholes), ...changeOf4(way, level, own, wholes), ...shareOf3(way, level, wholes)];
  return { way, level, parts: partsOf(way, own, day2), beside };
}
function labelOf(creditor, debtor) {
  return `public debt of ${inSentence(debtor.name)} to ${possessive(creditor.name)} official lenders and banks`;
}
function stockOn(own, wholes, day2) {
  const rows = own.filter(({ end, indicator: indicator6 }) => end === day2 && lenders.includes(indicator6));
  const left = wholes.find(({ end, indicator: indicator6 }) => end === day2 && indicator6 === unlisted);
  if (rows.length === 0 && left !== void 0)
    return `the creditors listed for DEBTOR fall short of its total by ${formatFigure(left.value, left.unit)}: one is left out`;
  const negative = rows.find(({ value }) => value < 0);
  return negative === void 0 ? rows : `the source prints an amount below zero for DEBTOR`;
}
function levelOf([creditor, debtor, id2], about6, rows, wholes) {
  const { source: source10, vintage } = wholes.at(-1);
  const told3 = rows.length === 0 ? `${inSentence(debtor.name)} reports its creditors and names no official lender or bank of ${inSentence(creditor.name)}` : `official bilateral lenders and commercial banks added up, as ${inSentence(debtor.name)} reports them; bonds, whose holders are not known, are left out`;
  return {
    ...about6,
    id: `public-debt-${id2}`,
    state: "observed",
    value: rows.reduce((sum2, { value }) => sum2 + value, 0),
    interval: "exact",
    certainty: "one report",
    method: `${source10}: ${told3}`,
    evidence: [
      {
        source: source10,
        vintage,
        rows: `observations where source = '${source10}' and indicator in ${inList(lenders)} and from_id in ('${creditor.iso3}', 'WLD') and to_id = '${debtor.iso3}' and end_date = '${about6.period}'`,
        count: rows.length + wholes.filter(({ end, indicator: indicator6 }) => end === about6.period && lenders.includes(indicator6)).length
      }
    ]
  };
}
function rankOf(bench, level, wholes) {
  return level.value > 0 ? percentileOf(bench, level, wholes.at(-1), lenders) : Promise.resolve([]);
}
function changeOf4([creditor, debtor], level, own, wholes) {
  const past = `${Number(level.period.slice(0, 4)) - 10}${level.period.slice(4)}`;
  const before = wholes.some(({ end }) => end === past) ? stockOn(own, wholes, past) : void 0;
  if (before === void 0 || typeof before === "string") return [];
  const value = before.reduce((sum2, row) => sum2 + row.value, 0);
  if (value === 0 && level.value === 0) return [];
  const there = level.evidence[0];
  const rows = before.length + wholes.filter(({ end, indicator: indicator6 }) => end === past && lenders.includes(indicator6)).length;
  return [
    {
      ...level,
      id: `${level.id}.change`,
      label: "change in ten years",
      period: `${past} to ${level.period}`,
      value: level.value - value,
      method: `less ${formatFigure(value, level.unit)} of ${past}, at current prices`,
      evidence: [
        there,
        {
          ...there,
          rows: `observations where source = '${there.source}' and indicator in ${inList(lenders)} and from_id in ('${creditor.iso3}', 'WLD') and to_id = '${debtor.iso3}' and end_date = '${past}'`,
          count: rows
        }
      ]
    }
  ];
}
function shareOf3([, debtor, id2], level, wholes) {
  const all = wholes.filter(({ end, indicator: indicator6 }) => end === level.period && totals.includes(indicator6));
  const whole3 = all.reduce((sum2, { value }) => sum2 + value, 0);
  if (level.value <= 0 || whole3 <= 0) return [];
  const there = level.evidence[0];
  return [
    {
      ...level,
      id: `public-debt-share-${id2}`,
      label: `the same as a share of all public debt abroad of ${inSentence(debtor.name)}`,
      unit: "share",
      value: level.value / whole3,
      method: `of ${formatFigure(whole3, level.unit)} that ${inSentence(debtor.name)} owes to states, organisations, banks, others and holders of bonds together (${there.source})`,
      evidence: [
        there,
        {
          ...there,
          rows: `observations where source = '${there.source}' and indicator in ${inList(totals)} and from_id = 'WLD' and to_id = '${debtor.iso3}' and end_date = '${level.period}'`,
          count: all.length
        }
      ]
    }
  ];
}
var partNames = {
  "public-debt-official": "of it to official lenders",
  "public-debt-banks": "of it to banks",
  [otherPrivate]: "beside it to other private lenders"
};
function partsOf([creditor, debtor, id2], own, day2) {
  return own.filter(({ end, value, indicator: indicator6 }) => end === day2 && value > 0 && indicator6 in partNames).map((row) => ({
    state: row.status,
    id: `${row.indicator}-${id2}`,
    label: `${partNames[row.indicator]}: ${inSentence(debtor.name)} to ${inSentence(creditor.name)}`,
    unit: row.unit,
    period: day2,
    value: row.value,
    interval: "exact",
    certainty: "one report",
    method: `as ${row.source} gives it: ${row.locator}`,
    evidence: [
      {
        source: row.source,
        vintage: row.vintage,
        rows: `observations where source = '${row.source}' and indicator = '${row.indicator}' and from_id = '${row.from}' and to_id = '${row.to}' and end_date = '${day2}'`,
        count: 1
      }
    ]
  }));
}
function sentencesOn2(debts) {
  const none = debts.filter(({ level }) => level.value === 0);
  const [one, other] = none;
  const both = one !== void 0 && other !== void 0 && one.level.period === other.level.period;
  const year = (debt) => debt.level.period.slice(0, 4);
  return [
    ...debts.filter(({ level }) => level.value !== 0).map(amountSentence),
    ...both ? [
      `Public debt of ${inSentence(one.way[0].name)} and ${inSentence(one.way[1].name)} to each other\u2019s official lenders and banks: none is reported on either side (World Bank, ${year(one)}).`
    ] : none.map((debt) => `${capital(debt.level.label)}: none is reported (World Bank, ${year(debt)}).`)
  ];
}
function amountSentence({ way: [creditor, debtor], level, beside }) {
  const of = (id2) => beside.find((one) => isKnown(one) && one.id.startsWith(id2));
  const [share2, change5] = [of("public-debt-share"), beside.find(({ id: id2 }) => id2.endsWith(".change"))];
  const part2 = share2 === void 0 ? "" : `, ${formatShare(share2.value)} of all its public debt abroad`;
  const past = change5 === void 0 ? "" : ` Ten years before it was ${pastAmount(level, change5)}.`;
  return `At the end of ${level.period.slice(0, 4)} ${inSentence(debtor.name)} owed ${possessive(creditor.name)} official lenders and banks ${formatFigure(level.value, level.unit)} of public debt${part2}${rankWords(beside, level.id)}.${past}`;
}
function pastAmount(level, change5) {
  const before = level.value - change5.value;
  return Math.abs(before) < 1 ? "nothing" : formatFigure(before, level.unit);
}
function capital(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
async function itemsOf3(bench, debts) {
  const rows = (await loadedRows(bench)).between(bench.dyad.a.iso3, bench.dyad.b.iso3);
  const days = new Set(debts.map(({ level }) => level.period));
  return figureItems(rows.filter(({ indicator: indicator6, end }) => totals.includes(indicator6) && days.has(end)));
}
function notesOn4(debts, silent5) {
  const known3 = debts.some(({ level }) => level.value > 0);
  return [
    "Public debt here is long-term debt of the state, or guaranteed by it, to official lenders and banks of the other side, as the debtor reports it to the World Bank. It is not all that one owes the other: bonds, debts of firms and short-term debt are not in it.",
    ...known3 ? [
      "The World Bank books a policy bank with the official lenders of one debtor and with the banks of another, so the two are added up."
    ] : [],
    ...silent5.map(({ estimate }) => "reason" in estimate ? `${capital(estimate.label)} is unknown: ${estimate.reason}.` : "")
  ];
}

// src/assessments/economy/swap-lines.ts
var source4 = "agreements-and-restrictions";
var euroArea = "EUROZONE";
async function swapLines(bench) {
  const { dyad: dyad2, snapshot: snapshot2 } = bench;
  const banks = await centralBanks(bench);
  const held2 = await storedAgreements(snapshot2);
  const rows = banks.a.flatMap((a) => banks.b.flatMap((b) => a === b ? [] : held2.of(a, b))).filter((row) => row.kind === "swap-line" && begunBy(row, dyad2.to)).sort((x, y) => x.start_date < y.start_date ? -1 : 1);
  const inForce2 = rows.filter((row) => inForceOn(row, dyad2.to)).sort(byWeight);
  const ended2 = inForce2.length > 0 || rows.length === 0 ? "" : `${lastLine(rows)}; whether it was renewed is not known`;
  return {
    silent: ended2 === "" ? "" : `${ended2}; `,
    estimates: [...figuresOf5(bench, banks, inForce2), ...ended2 === "" ? [] : [noneListed(bench, ended2)]],
    sentences: ended2 === "" ? inForce2.map((row) => lineSentence(bench, row)) : [`${capital2(ended2)}.`],
    items: rows.map(lineItem).reverse(),
    notes: rows.length === 0 ? [] : notesOn5(inForce2)
  };
}
async function centralBanks({ dyad: { a, b, to }, snapshot: snapshot2 }) {
  const members = membersOn((await storedMemberships(snapshot2)).all, euroArea, to);
  const [one, other] = [members.includes(a.iso3), members.includes(b.iso3)];
  return { a: one && !other ? [a.iso3, euroArea] : [a.iso3], b: other && !one ? [b.iso3, euroArea] : [b.iso3] };
}
function byWeight(x, y) {
  const weight = ({ form, amount }) => form === "third currency" ? 0 : amount ?? Number.MAX_VALUE;
  return weight(y) - weight(x);
}
function figuresOf5(bench, banks, lines) {
  if (lines.length === 0) return [];
  const priced = lines.find(({ amount }) => amount !== null);
  const count3 = {
    state: "observed",
    id: "swap-lines",
    label: "swap lines in force",
    unit: "count",
    period: bench.dyad.to,
    value: lines.length,
    interval: "exact",
    certainty: "at least",
    method: `${source4}: lines in force on ${bench.dyad.to}; the list is not complete`,
    evidence: [evidenceOf5(banks, lines, bench.dyad.to)]
  };
  return priced === void 0 ? [count3] : [ceiling(bench, priced), count3];
}
function ceiling(bench, line) {
  return {
    state: "observed",
    id: "swap-line",
    label: `ceiling of the swap line of ${banksWords(bench, line)}`,
    unit: line.currency,
    period: bench.dyad.to,
    value: line.amount,
    interval: "exact",
    certainty: "one report",
    method: `${source4}: ${line.name}, ${toldPeriodWords(line.start_told, line.end_told)}; the ceiling, not what was drawn`,
    evidence: [
      {
        source: source4,
        vintage: line.vintage,
        rows: `agreements_and_restrictions where kind = 'swap-line' and state_a = '${line.state_a}' and state_b = '${line.state_b}' and name = ${sqlLiteral(line.name)} and start_told = '${line.start_told}'`,
        count: 1
      }
    ]
  };
}
function evidenceOf5(banks, lines, day2) {
  const sides2 = inList([...banks.a, ...banks.b]);
  return {
    source: source4,
    vintage: lines[0].vintage,
    rows: `agreements_and_restrictions where kind = 'swap-line' and state_a in ${sides2} and state_b in ${sides2} and ${inForceCondition(day2)}`,
    count: lines.length
  };
}
function noneListed(bench, reason) {
  const { a, b, to } = bench.dyad;
  return unknown(
    { id: "swap-line", label: `swap line of ${inSentence(a.name)} and ${inSentence(b.name)}`, unit: "count", period: to },
    reason,
    "The lists of swap lines of the two central banks."
  );
}
function lastLine(rows) {
  const last = [...rows].sort((x, y) => x.end_date < y.end_date ? -1 : 1).at(-1);
  const amount = last.amount === null ? "" : `, of ${amountWords(last.amount, last.currency)},`;
  return `the last swap line on our list${amount} ended ${last.end_told.length === 10 ? "on" : "in"} ${toldDateWords(last.end_told)}`;
}
function banksWords({ dyad: { a, b } }, { state_a, state_b }) {
  const state = [a, b].find(({ iso3 }) => iso3 === state_a || iso3 === state_b);
  return state_a === euroArea || state_b === euroArea ? `the European Central Bank and the central bank of ${inSentence(state.name)}` : `the central banks of ${inSentence(a.name)} and ${inSentence(b.name)}`;
}
function lineSentence(bench, line) {
  const amount = line.amount === null ? "" : ` up to ${amountWords(line.amount, line.currency)}`;
  const when = `${line.end_told === null ? `since ${toldDateWords(line.start_told)}` : toldPeriodWords(line.start_told, line.end_told)}${lastDayWords(line)}`;
  if (line.form === "one currency") {
    const { lender, borrower } = lenderWords(bench, line);
    return `${capital2(borrower)} can borrow${amount} from ${lender} under a swap line, ${when}.`;
  }
  const limit2 = amount === "" ? " without a limit" : ` of${amount}`;
  if (line.form === "third currency") return `${capital2(statesWords(bench))} have a swap line in dollars${limit2}, ${when}.`;
  return `${capital2(banksWords(bench, line))} have a swap line${limit2}, ${when}.`;
}
function lastDayWords({ amount, end_told, note }) {
  if (amount === null || end_told !== null) return "";
  const told3 = (note ?? "").split("; ").filter((part2) => part2 !== "" && !part2.startsWith("or "));
  return told3.length === 0 ? "; no last day is told" : ` (${told3.join("; ")})`;
}
function statesWords({ dyad: { a, b } }) {
  return `${inSentence(a.name)} and ${inSentence(b.name)}`;
}
function lenderWords({ dyad: { a, b } }, line) {
  const name = (side) => {
    const state = [a, b].find(({ iso3 }) => iso3 === side);
    return state === void 0 ? "the European Central Bank" : `${possessive(state.name)} central bank`;
  };
  const other = line.actor === line.state_a ? line.state_b : line.state_a;
  return { lender: line.name.startsWith("US Treasury") ? "the US Treasury" : name(line.actor), borrower: name(other) };
}
function lineItem(line) {
  const amount = line.amount === null ? "" : ` of ${amountWords(line.amount, line.currency)}`;
  const note = line.note === null ? "" : `; ${line.note}`;
  const euro = line.state_a === euroArea || line.state_b === euroArea ? " with the European Central Bank" : "";
  return {
    kind: "relation",
    date: line.start_date,
    text: `${capital2(toldPeriodWords(line.start_told, line.end_told))}: swap line${amount}${euro} (${line.name})${note}`,
    source: line.source,
    citation: line.locator
  };
}
function notesOn5(inForce2) {
  return [
    "The amount of a swap line is its ceiling, not what was drawn. Our list of lines is not complete, and some renewals are never announced.",
    ...inForce2.some(({ end_told }) => end_told === null) ? ["Where no last day is named, the line has none, or its text tells none."] : []
  ];
}
function capital2(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

// src/assessments/domains/finance.ts
var about3 = {
  id: "finance",
  title: "Finance",
  kinds: ["finance"],
  on: "finance and settlement",
  lead: { label: "settlement, lending and reserves", unit: "share" },
  reason: "the record holds no settlement, lending or reserve figures of the pair.",
  wouldFill: "Currency of settlement from customs and central-bank reports, BIS locational banking statistics, swap lines that are not on our list."
};
var series = [
  {
    indicator: "settlement-own-currencies",
    id: () => "settlement-own-currencies",
    label: () => "trade settled in the two states' own currencies"
  },
  {
    indicator: "loans-outstanding",
    id: (way) => `loans-${way}`,
    label: (from, to) => `outstanding loans of ${inSentence(from)} to ${inSentence(to)}`
  },
  {
    indicator: "treasury-securities-held",
    id: (way) => `treasury-${way}`,
    label: (from, to) => `Treasury securities of ${inSentence(to)} held in ${inSentence(from)}`
  }
];
async function assessFinance(bench) {
  const rows = await pairRows(
    bench,
    series.map(({ indicator: indicator6 }) => indicator6)
  );
  const [quoted4, debts] = [series.flatMap((of) => quotedFigures(bench, rows, of)), await publicDebts(bench)];
  const [swaps, payments] = [await swapLines(bench), await paymentSystems(bench)];
  const banks = swaps.silent === "" ? [swaps, payments] : [payments, swaps];
  const parts2 = owesAnything(debts) ? [debts, ...banks] : [...banks, debts];
  const settled = rows.some((row) => row.indicator === "settlement-own-currencies");
  const silent5 = `${swaps.silent}${debts.silent === "" ? "" : `${debts.silent}; `}`;
  return ledgerDomain(
    bench,
    { ...about3, reason: `${silent5}${about3.reason}` },
    {
      estimates: [...quoted4, ...parts2.flatMap(({ estimates }) => estimates)],
      sentences: [
        ...quoted4.filter((one) => !one.id.includes(".")).map((one) => sentenceOf4(one, quoted4)),
        ...parts2.flatMap(({ sentences }) => sentences)
      ],
      items: [...figureItems(rows), ...parts2.flatMap(({ items }) => items)],
      notes: [
        ...settled ? [
          'A share of settlement is what an official said on a day, often "more than": what was counted is seldom told, and no statistic stands behind it.'
        ] : [],
        ...parts2.flatMap(({ notes }) => notes)
      ]
    }
  );
}
function owesAnything({ estimates }) {
  return estimates.some((one) => isKnown(one) && one.value !== 0);
}
function sentenceOf4(level, estimates) {
  const change5 = estimates.filter(isKnown).find((one) => one.id === `${level.id}.change`);
  const when = level.period.includes("/") ? `From ${level.period.replace("/", " to ")}` : `${level.period.length === 4 ? "In" : "On"} ${level.period}`;
  if (level.id === "settlement-own-currencies")
    return `${when}, by an official's word, ${level.certainty === "at least" ? "at least " : ""}${formatShare(level.value)} of the payments between the two were in their own currencies.`;
  const past = change5 === void 0 ? "" : `, against ${formatFigure(level.value - change5.value, level.unit)} ten years before`;
  return `${when} ${level.label} came to ${formatFigure(level.value, level.unit)}${past}.`;
}

// src/assessments/record/institutions.ts
var names = {
  AMU: "the Arab Maghreb Union",
  ANDEAN: "the Andean Community",
  "BALTIC-ASSEMBLY": "the Baltic Assembly",
  BENELUX: "the Benelux Union",
  BIMSTEC: "the Bay of Bengal Initiative (BIMSTEC)",
  "BLACK-SEA": "the Black Sea Economic Cooperation",
  "CA-4": "the Central American border control agreement",
  CACM: "the Central American Common Market",
  CARICOM: "the Caribbean Community",
  CEFTA: "the Central European Free Trade Agreement",
  CEMAC: "the Economic and Monetary Community of Central Africa",
  CENTO: "the Central Treaty Organization",
  CER: "the Closer Economic Relations of Australia and New Zealand",
  CISFTA: "the free trade area of the CIS",
  COMECON: "the Council for Mutual Economic Assistance",
  "COMMON-TRAVEL-AREA": "the Common Travel Area",
  "COUNCIL-OF-EUROPE": "the Council of Europe",
  EAC: "the East African Community",
  "EAC-1967": "the East African Community of 1967",
  ECCAS: "the Economic Community of Central African States",
  ECO: "the Economic Cooperation Organization",
  ECSC: "the European Coal and Steel Community",
  EEA: "the European Economic Area",
  EFTA: "the European Free Trade Association",
  "FIVE-EYES": "the Five Eyes",
  GUAM: "GUAM",
  IGAD: "the Intergovernmental Authority on Development",
  JEF: "the Joint Expeditionary Force",
  NAFTA: "the North American Free Trade Agreement",
  "NORDIC-COUNCIL": "the Nordic Council",
  "NORDIC-PASSPORT": "the Nordic Passport Union",
  OAS: "the Organization of American States",
  OAU: "the Organisation of African Unity",
  OECS: "the Organisation of Eastern Caribbean States",
  OSCE: "the OSCE",
  OTS: "the Organization of Turkic States",
  "PACIFIC-ALLIANCE": "the Pacific Alliance",
  PIF: "the Pacific Islands Forum",
  SAARC: "the South Asian Association for Regional Cooperation",
  SACU: "the Southern African Customs Union",
  SADC: "the Southern African Development Community",
  SCHENGEN: "the Schengen area",
  SEATO: "the Southeast Asia Treaty Organization",
  SICA: "the Central American Integration System",
  "TRANS-TASMAN": "the Trans-Tasman Travel Arrangement",
  UEMOA: "the West African Economic and Monetary Union",
  UNASUR: "the Union of South American Nations",
  "UNION-STATE": "the Union State of Russia and Belarus",
  USMCA: "the United States-Mexico-Canada Agreement",
  VISEGRAD: "the Visegrad Group",
  WEU: "the Western European Union"
};
function institutionName(id2) {
  return names[id2] ?? id2;
}
var membersByState = cachedBySnapshot(async (snapshot2) => {
  if ((snapshot2.manifest.tables.institution_memberships ?? []).length === 0) return /* @__PURE__ */ new Map();
  const rows = await snapshot2.rows(
    "SELECT institution, state, start_date, end_date, locator FROM institution_memberships WHERE role = 'member' AND kind NOT IN ('export control', 'space', 'payments') ORDER BY ALL"
  );
  return grouped(rows, ({ state }) => state);
});
async function sharedInstitutions(snapshot2, a, b, day2) {
  const members = await membersByState(snapshot2);
  const on = (state) => (members.get(state) ?? []).filter(({ start_date, end_date }) => start_date <= day2 && (end_date === null || end_date >= day2));
  const others2 = new Map(on(b).map((member) => [member.institution, member]));
  return on(a).flatMap(({ institution, start_date, locator }) => {
    const other = others2.get(institution);
    return other === void 0 ? [] : [{ id: institution, since: [start_date, other.start_date].sort()[1], locator }];
  }).sort((x, y) => x.since.localeCompare(y.since));
}

// src/assessments/domains/institutions.ts
var source5 = "bloc-memberships";
var unit = "count";
async function assessInstitutions(bench) {
  const { a, b, to } = bench.dyad;
  const held2 = await storedMemberships(bench.snapshot);
  if (held2.all.length === 0) {
    return unknownDomain(
      "institutions",
      "Institutions",
      to,
      "the record holds no memberships.",
      "A snapshot with the table of bloc memberships."
    );
  }
  const covered2 = bench.cards.get(source5)?.coverage[0];
  if (covered2 !== void 0 && to < covered2.from) {
    return unknownDomain(
      "institutions",
      "Institutions",
      to,
      `the record's blocs begin in ${covered2.from.slice(0, 4)}.`,
      "COW IGO data (correlatesofwar.org), 1816 on."
    );
  }
  const memberships2 = held2.all.filter(({ state }) => state === a.iso3 || state === b.iso3);
  const shared3 = sharedBlocs(memberships2, a.iso3, b.iso3, to);
  const past = tenYearsBefore(to);
  const others2 = await sharedInstitutions(bench.snapshot, a.iso3, b.iso3, to);
  const level = sharedCount(bench, shared3, memberships2);
  const estimates = [
    level,
    percentileAmongPairs(bench, level, await sharedBlocCounts(bench.snapshot, to), held2.all),
    changeSince(bench, level, memberships2, past)
  ];
  return {
    id: "institutions",
    title: "Institutions",
    state: "observed",
    summary: `${summary2(bench, shared3, memberships2)}${othersSentence(others2)}`,
    estimates,
    items: [...shared3.map((bloc) => sharedSince(bloc, memberships2, a.iso3, b.iso3, to)), ...others2.map(institutionItem)].sort(
      (x, y) => x.date < y.date ? -1 : 1
    ),
    notes: [
      `Counts the ${blocs.length} blocs that the record follows (visavis states NATO, visavis states BRICS \u2026), not every intergovernmental organisation. Institutions besides them are named where both are members, and not counted.`
    ]
  };
}
function sharedCount(bench, shared3, memberships2) {
  const { to } = bench.dyad;
  return {
    state: "observed",
    id: "shared-blocs",
    label: "blocs of which both are members",
    unit,
    period: to,
    value: shared3.length,
    interval: "exact",
    method: `count of blocs with a membership of role "member" of both in force on ${to}`,
    evidence: [membershipsBehind(bench, shared3, memberships2, to)]
  };
}
function membershipsBehind(bench, shared3, memberships2, day2) {
  const { a, b } = bench.dyad;
  return { source: source5, vintage: vintageOf(bench.cards, source5), ...membershipRows([a.iso3, b.iso3], shared3, memberships2, day2) };
}
function membershipRows(states2, inBlocs, memberships2, day2) {
  const named6 = inBlocs.length === 0 ? "" : ` and bloc in ${inList(inBlocs)}`;
  const [own, asked3] = [new Set(states2), new Set(inBlocs)];
  return {
    rows: `memberships where role = 'member' and state in ${inList(states2)}${named6} and ${inForceCondition(day2)}`,
    count: memberships2.filter((one) => own.has(one.state) && isMember(one, day2) && (asked3.size === 0 || asked3.has(one.bloc))).length
  };
}
function isMember(membership2, day2) {
  return membership2.role === "member" && covers(membership2, day2);
}
function percentileAmongPairs({ cards }, level, counts, all) {
  const date2 = level.period;
  const rows = `memberships where role = 'member' and ${inForceCondition(date2)}`;
  return {
    ...level,
    id: "shared-blocs.percentile",
    label: "percentile among all pairs of states",
    unit: "percentile",
    value: rankAmongSorted(counts, level.value),
    method: `mid-rank among the ${counts.length.toLocaleString("en-US")} pairs of states in existence on ${date2}`,
    evidence: [{ source: source5, vintage: vintageOf(cards, source5), rows, count: all.filter((one) => isMember(one, date2)).length }]
  };
}
function changeSince(bench, level, memberships2, past) {
  const { a, b } = bench.dyad;
  const shared3 = sharedBlocs(memberships2, a.iso3, b.iso3, past);
  const before = shared3.length;
  return {
    ...level,
    id: "shared-blocs.change",
    label: `change since ${past}`,
    period: `${past}/${level.period}`,
    value: level.value - before,
    method: `count on ${level.period} less count on ${past} (${before})`,
    evidence: [...level.evidence, membershipsBehind(bench, shared3, memberships2, past)]
  };
}
function sharedSince(bloc, memberships2, a, b, date2) {
  const inForce2 = memberships2.filter((m) => m.bloc === bloc && m.role === "member" && (m.state === a || m.state === b) && covers(m, date2));
  const last = inForce2.reduce((latest2, m) => m.start_date > latest2.start_date ? m : latest2);
  const name = blocs.find((one) => one.id === bloc)?.name ?? bloc;
  return {
    kind: "membership",
    date: last.start_date,
    text: `both in ${name} (${bloc}) since ${last.start_date}`,
    source: source5,
    citation: last.citation
  };
}
function covers(membership2, date2) {
  return membership2.start_date <= date2 && (membership2.end_date === null || membership2.end_date >= date2);
}
function summary2(bench, shared3, memberships2) {
  const { a, b, to } = bench.dyad;
  if (shared3.length === 0) return `On ${to} ${inSentence(a.name)} and ${inSentence(b.name)} share no bloc that the record follows.`;
  const apart = [onlyIn(memberships2, a.iso3, b.iso3, to), onlyIn(memberships2, b.iso3, a.iso3, to)];
  const alone = [a, b].flatMap(
    (state, i) => apart[i].length === 0 ? [] : [`${inSentence(state.name)} alone is in ${joinedWords(apart[i].map(blocName))}`]
  );
  const tail = alone.length === 0 ? "" : ` ${capitaliseArticles(`${alone.join("; ")}.`)}`;
  if (shared3.every((bloc) => universal.has(bloc)))
    return `On ${to} ${inSentence(a.name)} and ${inSentence(b.name)} are together in no bloc but ${joinedWords(shared3.map(blocName))}.${tail}`;
  return `On ${to} ${inSentence(a.name)} and ${inSentence(b.name)} are both members of ${counted(shared3.length, "bloc", "blocs")}: ${joinedWords(shared3.map(blocName))}.${tail}`;
}
function othersSentence(others2) {
  return others2.length === 0 ? "" : ` Both are also in ${joinedWords(others2.map(({ id: id2 }) => institutionName(id2)))}.`;
}
function institutionItem({ id: id2, since, locator }) {
  return {
    kind: "membership",
    date: since,
    text: `both in ${institutionName(id2)} since ${since}`,
    source: "institution-memberships",
    citation: locator
  };
}
function onlyIn(memberships2, one, other, date2) {
  const of = (state) => new Set(membershipsOf(memberships2, state, date2).flatMap(({ bloc, role }) => role === "member" ? [bloc] : []));
  const [own, others2] = [of(one), of(other)];
  return blocs.map((bloc) => bloc.id).filter((bloc) => own.has(bloc) && !others2.has(bloc));
}
var universal = /* @__PURE__ */ new Set(["UN", "WTO"]);
var spelled = {
  "ARAB-LEAGUE": "the Arab League",
  EUROZONE: "the euro area",
  "NON-ALIGNED": "the Non-Aligned Movement",
  P5: "the permanent five of the Security Council",
  QUAD: "the Quad",
  "WARSAW-PACT": "the Warsaw Pact",
  AU: "the African Union",
  AES: "the Alliance of Sahel States",
  ...Object.fromEntries(["CIS", "CSTO", "EAEU", "EU", "G7", "G20", "GCC", "OECD", "SCO", "UN", "WTO"].map((id2) => [id2, `the ${id2}`]))
};
function blocName(id2) {
  return spelled[id2] ?? id2;
}

// src/assessments/economy/direct-investment.ts
var indicator3 = "direct-investment-stock";
var source6 = "imf-direct-investment";
var fewest2 = 10;
async function directInvestment(bench) {
  const { a, b } = bench.dyad;
  const ways3 = [
    { investor: a, host: b, id: "a-to-b" },
    { investor: b, host: a, id: "b-to-a" }
  ];
  const found = (await Promise.all(ways3.map((way) => positionOf(bench, way)))).flat();
  return {
    estimates: found.flatMap(({ level, beside }) => [level, ...beside]),
    sentences: found.map(sentenceOf5),
    ways: new Set(found.map(({ way }) => way.id))
  };
}
async function positionOf(bench, way) {
  const held2 = await loadedRows(bench);
  const rows = held2.between(way.investor.iso3, way.host.iso3).filter((row) => row.indicator === indicator3 && row.source === source6 && row.from === way.investor.iso3);
  const day2 = rows.at(-1)?.end;
  if (day2 === void 0) return [];
  const level = levelOf2(way, rows, day2);
  const beside = [
    ...await rankOf2(bench, level),
    ...changeOf5(way, rows, level),
    ...shareOf4(way, "host", level, held2.of(way.host.iso3), rows),
    ...shareOf4(way, "investor", level, held2.of(way.investor.iso3), rows)
  ];
  return [{ way, level, beside }];
}
function preferred(rows, { host }) {
  return rows.find(({ reporter }) => reporter === host.iso3) ?? rows[0];
}
function levelOf2(way, rows, day2) {
  const reports = rows.filter(({ end }) => end === day2);
  const chosen = preferred(reports, way);
  const values = reports.map(({ value }) => value);
  return {
    state: "observed",
    id: `direct-investment-${way.id}`,
    label: `direct investment of ${inSentence(way.investor.name)} in ${inSentence(way.host.name)}`,
    unit: chosen.unit,
    period: day2,
    value: chosen.value,
    interval: reports.length === 1 ? "exact" : { low: Math.min(...values), high: Math.max(...values), kind: "reports" },
    ...reports.length === 1 ? { certainty: "one report" } : {},
    method: `${source6}, as ${chosen.reporter} reports it${reports.length === 1 ? ", the only report of that day" : `; the interval spans both reports (${reports.map(({ reporter, value, unit: unit2 }) => `${reporter} ${formatFigure(value, unit2)}`).join(", ")})`}; net of what the firms owe each other in return`,
    evidence: [evidenceOf6(way, chosen, day2, reports.length)]
  };
}
function evidenceOf6({ investor, host }, row, day2, count3) {
  return {
    source: source6,
    vintage: row.vintage,
    rows: `observations where source = '${source6}' and indicator = '${indicator3}' and from_id = '${investor.iso3}' and to_id = '${host.iso3}' and end_date = '${day2}'`,
    count: count3
  };
}
function changeOf5(way, rows, level) {
  const past = `${Number(level.period.slice(0, 4)) - 10}${level.period.slice(4)}`;
  const late = preferred(
    rows.filter(({ end }) => end === level.period),
    way
  );
  const before = rows.filter(({ end }) => end === past);
  const early = before.find(({ reporter }) => reporter === late.reporter);
  if (early === void 0 || early.value === 0 && late.value === 0) return [];
  const { interval: _, ...rest } = level;
  return [
    {
      ...rest,
      id: `${level.id}.change`,
      label: "change in ten years",
      period: `${past} to ${level.period}`,
      value: late.value - early.value,
      interval: "exact",
      certainty: "one report",
      method: `less ${formatFigure(early.value, early.unit)} of ${past}, as ${late.reporter} reports both, at current prices`,
      evidence: [...level.evidence, evidenceOf6(way, early, past, before.length)]
    }
  ];
}
function shareOf4(way, side, level, wholes, rows) {
  const state = way[side];
  const isWhole = ({ from, to }) => side === "host" ? from === "WLD" && to === state.iso3 : from === state.iso3 && to === "WLD";
  const own = rows.find(({ end, reporter }) => end === level.period && reporter === state.iso3);
  const whole3 = wholes.find(
    (row) => row.indicator === indicator3 && row.source === source6 && row.end === level.period && row.reporter === state.iso3 && isWhole(row)
  );
  if (own === void 0 || whole3 === void 0 || whole3.value <= 0 || own.value <= 0) return [];
  const { interval: _, ...rest } = level;
  const ends3 = side === "host" ? `from_id in ('${way.investor.iso3}', 'WLD') and to_id = '${state.iso3}'` : `from_id = '${state.iso3}' and to_id in ('${way.host.iso3}', 'WLD')`;
  return [
    {
      ...rest,
      id: `direct-investment-share-${side}-${way.id}`,
      label: side === "host" ? `share of all direct investment in ${inSentence(state.name)}` : `share of all direct investment of ${inSentence(state.name)} abroad`,
      unit: "share",
      value: own.value / whole3.value,
      interval: "exact",
      certainty: "one report",
      method: `${formatFigure(own.value, own.unit)} of ${formatFigure(whole3.value, whole3.unit)}, both as ${state.iso3} reports them (${source6})`,
      evidence: [
        {
          source: source6,
          vintage: own.vintage,
          rows: `observations where source = '${source6}' and indicator = '${indicator3}' and reporter = '${state.iso3}' and ${ends3} and end_date = '${level.period}'`,
          count: 2
        }
      ]
    }
  ];
}
async function rankOf2(bench, level) {
  const peers = await positionsOn(bench.snapshot, level.period);
  if (level.value <= 0 || peers.length < fewest2) return [];
  const { interval: _, ...rest } = level;
  return [
    {
      ...rest,
      id: `${level.id}.percentile`,
      label: `percentile among the ${peers.length} pairs that ${source6} has`,
      unit: "percentile",
      value: rankAmongSorted(peers, level.value),
      interval: "exact",
      method: `mid-rank among the ${peers.length} pairs, from one state to another, for which ${source6} has more than nothing on ${level.period}; of two reports that of the host counts`,
      evidence: [
        {
          source: source6,
          vintage: level.evidence[0].vintage,
          rows: `observations where source = '${source6}' and indicator = '${indicator3}' and end_date = '${level.period}' and from_id <> 'WLD' and to_id <> 'WLD' qualify row_number() over (partition by from_id, to_id order by reporter = to_id desc) = 1 and value > 0`,
          count: peers.length
        }
      ]
    }
  ];
}
var positionsOn = cachedBySnapshot(async (snapshot2, day2) => {
  const found = await snapshot2.columns(
    `SELECT value FROM (SELECT value FROM observations WHERE source = '${source6}' AND indicator = '${indicator3}' AND end_date = $day AND from_id <> 'WLD' AND to_id <> 'WLD'
       QUALIFY row_number() OVER (PARTITION BY from_id, to_id ORDER BY reporter = to_id DESC) = 1) WHERE value > 0 ORDER BY value`,
    { day: day2 }
  );
  return Float64Array.from(found["value"] ?? []);
});
function sentenceOf5({ way: { investor, host, id: id2 }, level, beside }) {
  const [one, other, year] = [inSentence(investor.name), inSentence(host.name), level.period.slice(0, 4)];
  if (level.value === 0 && (level.interval === "exact" || level.interval.high === 0))
    return `Direct investment of ${one} in ${other}: none is reported (IMF, ${year}).`;
  const known3 = (what) => beside.find((estimate) => estimate.id === what && "value" in estimate);
  const [rank4, share2] = [known3(`${level.id}.percentile`), known3(`direct-investment-share-host-${id2}`)];
  const spread = level.interval === "exact" ? "" : ` (reports from ${formatFigure(level.interval.low, level.unit)} to ${formatFigure(level.interval.high, level.unit)})`;
  const part2 = share2 === void 0 || share2.value < 1e-3 ? "" : `, ${formatShare(share2.value)} of all in ${other}`;
  const place = rank4 === void 0 ? "" : `, above ${formatPercentile(rank4.value)} % of the pairs that have any`;
  return `At the end of ${year} direct investment of ${one} in ${other} stood at ${formatFigure(level.value, level.unit)}${spread}${part2}${place}.`;
}

// src/assessments/domains/five-year-sums.ts
var years2 = 5;
async function fiveYearSum(bench, rows, of) {
  const own = rows.filter((row) => of.indicators.includes(row.indicator) && coversCalendarYear(row));
  const [some] = own;
  if (some === void 0) return [];
  const [first, last] = await yearsCovered2(bench.snapshot, some.source, of.indicators, bench.dyad.to);
  const [from, before] = [last - years2 + 1, last - years2 - 9];
  const about6 = {
    id: of.id,
    label: of.label,
    unit: some.unit === "USD" || some.unit === "EUR" ? some.unit : "count",
    period: `${from}/${last}`
  };
  const now = inYears(own, from, last);
  if (now.length === 0) return [unknown(about6, `${some.source} names none, and its list is not complete`)];
  const level = {
    state: now.some((row) => row.status === "estimated") ? "estimated" : "observed",
    ...about6,
    value: sum(now),
    interval: "exact",
    certainty: "at least",
    method: `sum of ${of.what} in ${years2} whole calendar years (${some.source})`,
    evidence: of.indicators.map((indicator6) => ({ ...some, indicator: indicator6 })).flatMap((row) => evidenceOf7(row, now, from, last))
  };
  return [
    level,
    ...await percentileOf(bench, level, some, of.indicators),
    changeOf6(level, own, [before, before + years2 - 1], first, of.indicators)
  ];
}
function evidenceOf7(row, now, from, last) {
  const count3 = now.filter((one) => one.indicator === row.indicator).length;
  return count3 === 0 ? [] : [evidenceFor(row, { start: `${from}-01-01`, end: `${last}-12-31` }, count3)];
}
function changeOf6(level, own, [from, last], first, indicators5) {
  const about6 = { id: `${level.id}.change`, label: "change in ten years", unit: level.unit, period: level.period };
  if (first > from) return unknown(about6, `the source begins in ${first}`);
  const past = inYears(own, from, last);
  if (past.length === 0)
    return unknown({ ...about6, period: `${from}/${last}` }, "the source names none for the earlier years, and its list is not complete");
  return {
    ...level,
    ...about6,
    period: `${from}/${last} to ${level.period}`,
    value: level.value - sum(past),
    method: `${formatFigure(level.value, level.unit)} less ${formatFigure(sum(past), level.unit)} of ${from}/${last}; both are at least`,
    evidence: [
      ...level.evidence,
      ...indicators5.map((indicator6) => ({ ...past[0], indicator: indicator6 })).flatMap((row) => evidenceOf7(row, past, from, last))
    ]
  };
}
var yearsCovered2 = cachedBySnapshot(
  async (snapshot2, source10, indicators5, to) => {
    const [row] = await snapshot2.rows(
      `SELECT min(start_date) AS first, max(end_date) AS last FROM observations WHERE source = $source AND indicator IN (${indicators5.map((id2) => `'${id2}'`).join(", ")})
         AND end_date <= $to AND end_date = substr(start_date, 1, 4) || '-12-31'`,
      { source: source10, to }
    );
    return [row["first"], row["last"]].map((day2) => Number(String(day2).slice(0, 4)));
  }
);
function inYears(rows, from, last) {
  return rows.filter((row) => Number(row.start.slice(0, 4)) >= from && Number(row.start.slice(0, 4)) <= last);
}
function sum(rows) {
  return rows.reduce((whole3, row) => whole3 + row.value, 0);
}

// src/assessments/domains/investment.ts
var about4 = {
  id: "investment",
  title: "Investment",
  kinds: ["investment"],
  on: "investment",
  lead: { label: "direct investment, loans and aid", unit: "USD" },
  reason: "the record holds no investment, loans or aid between the two.",
  wouldFill: "The IMF\u2019s Direct Investment Positions of other reporters (data.imf.org; visavis add imf-direct-investment); for China visavis add china-global-investment-tracker and aiddata-china-finance; for Ukraine visavis add kiel-ukraine-support."
};
var stock = {
  indicator: "direct-investment-stock",
  id: (way) => `direct-investment-${way}`,
  label: (from, to) => `direct investment of ${inSentence(from)} in ${inSentence(to)}`
};
var flows = ["official-finance-oda", "official-finance-oof", "official-finance-vague"];
var indicators3 = [stock.indicator, "large-deals", "large-deals-count", ...flows, "official-finance-projects", "official-finance-unvalued"];
async function assessInvestment(bench) {
  const [rows, support3] = await Promise.all([pairRows(bench, indicators3), supportFigures(bench, ["financial", "humanitarian"])]);
  const ways3 = await Promise.all([0, 1].map((side) => wayFigures(bench, rows, side)));
  const direct = await directInvestment(bench);
  const quoted4 = quotedFigures(
    bench,
    rows.filter((row) => row.indicator === stock.indicator && !direct.ways.has(row.from === bench.dyad.a.iso3 ? "a-to-b" : "b-to-a")),
    stock
  );
  const others2 = [...quoted4, ...ways3.flat(), ...support3.estimates];
  const last = rows.filter(({ source: source10 }) => source10 === "imf-direct-investment").at(-1)?.end;
  return ledgerDomain(bench, about4, {
    estimates: [...direct.estimates, ...others2],
    sentences: [...direct.sentences, ...sentencesOn3(bench, others2), ...support3.sentences],
    items: figureItems(
      rows.filter(
        (row) => row.indicator === "large-deals" || row.indicator === stock.indicator && (row.source !== "imf-direct-investment" || row.end === last)
      )
    ),
    notes: notesOn6(rows, support3.estimates)
  });
}
async function wayFigures(bench, rows, side) {
  const { a, b } = bench.dyad;
  const [from, to] = side === 0 ? [a, b] : [b, a];
  const own = rows.filter((row) => row.from === from.iso3);
  const way = side === 0 ? "a-to-b" : "b-to-a";
  const whom = `of ${inSentence(from.name)} in ${inSentence(to.name)}`;
  const series3 = [
    {
      id: `large-deals-${way}`,
      label: `large deals ${whom}`,
      indicators: ["large-deals"],
      what: "investments and construction contracts of 100 million USD or more"
    },
    {
      id: `official-finance-${way}`,
      label: `official finance ${whom}`,
      indicators: flows,
      what: "the known amounts of official projects committed"
    },
    {
      id: `official-projects-${way}`,
      label: `official projects ${whom}`,
      indicators: ["official-finance-projects"],
      what: "projects committed"
    }
  ];
  const found = await Promise.all(series3.map((of) => fiveYearSum(bench, own, of)));
  return found.flat();
}
function sentencesOn3(bench, estimates) {
  const { a, b } = bench.dyad;
  return [[a, b, "a-to-b"], [b, a, "b-to-a"]].flatMap(([from, to, way]) => {
    const of = (id2) => estimates.filter(isKnown).find((one2) => one2.id === `${id2}-${way}`);
    const [direct, deals, official] = [of("direct-investment"), of("large-deals"), of("official-finance")];
    const [one, other] = [inSentence(from.name), inSentence(to.name)];
    return [
      ...direct === void 0 ? [] : [
        `On ${direct.period} direct investment of ${one} in ${other} stood at ${formatFigure(direct.value, direct.unit)}, by one count.`
      ],
      ...deals === void 0 ? [] : [
        `From ${deals.period.replace("/", " to ")} firms of ${one} signed large deals of at least ${formatFigure(deals.value, deals.unit)} in ${other}${rankWords(estimates, deals.id)}.`
      ],
      ...official === void 0 ? [] : [
        `From ${official.period.replace("/", " to ")} ${one} committed at least ${formatFigure(official.value, official.unit)} of official finance to ${other}${rankWords(estimates, official.id)}.`
      ]
    ];
  });
}
function notesOn6(rows, support3) {
  const has2 = (indicator6) => rows.some((row) => row.indicator === indicator6);
  const unvalued = rows.filter((row) => row.indicator === "official-finance-unvalued").reduce((sum2, row) => sum2 + row.value, 0);
  return [
    ...has2("large-deals") ? [
      "The tracker lists deals of Chinese firms abroad of 100 million USD and more, investments and construction together, and ends in June 2018: what comes the other way is not in it."
    ] : [],
    ...has2("official-finance-projects") ? [
      `Official finance is what became known of it, by year of commitment, 2000 to 2014; ${counted(unvalued, "project", "projects")} of the pair have no amount and are in no sum.`
    ] : [],
    ...has2(stock.indicator) ? ["A stock of direct investment is valued differently by its two sides, and what goes through a third place is booked there."] : [],
    ...support3.length > 0 ? ["Support is what was allocated, not what was promised (more) nor what arrived (less)."] : []
  ];
}

// src/assessments/speeches/speech-reader.ts
function recordedSpeeches(snapshot2) {
  return {
    source: "visavis-speeches",
    behind: (a, b, years4) => ({
      rows: `speech_similarities where state_a = '${a}' and state_b = '${b}' and year in (${years4.join(", ")})`,
      count: years4.length
    }),
    pair: (a, b) => recordedPair(snapshot2, a, b),
    population: (years4) => recordedPopulation(snapshot2, years4),
    bothEnds: (now, before) => recordedEnds(snapshot2, now, before),
    themes: async (state, years4) => themesOver(await themesByYear(snapshot2, state), years4)
  };
}
var recordedPair = cachedBySnapshot(async (snapshot2, a, b) => {
  const years4 = "SELECT year, similarity, se FROM speech_similarities WHERE state_a = $a AND state_b = $b ORDER BY year";
  return await snapshot2.rows(years4, { a, b });
});
var recordedPopulation = cachedBySnapshot(
  async (snapshot2, years4) => populationOf(await recordedSums(snapshot2, years4), years4)
);
var recordedEnds = cachedBySnapshot(
  async (snapshot2, now, before) => populationsOfBothPeriods(await recordedSums(snapshot2, now), await recordedSums(snapshot2, before), now, before)
);
var themesByYear = cachedBySnapshot(async (snapshot2, state) => {
  const rows = await snapshot2.rows(
    "SELECT year, theme, sum(mentions)::INTEGER AS mentions, sum(words)::INTEGER AS words FROM speech_themes WHERE state = $state GROUP BY year, theme ORDER BY year, theme",
    { state }
  );
  const years4 = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const year = Number(row["year"]);
    const own = years4.get(year) ?? /* @__PURE__ */ new Map();
    years4.set(year, own.set(String(row["theme"]), { mentions: Number(row["mentions"]), words: Number(row["words"]) }));
  }
  return years4;
});
function themesOver(byYear, years4) {
  const sums = /* @__PURE__ */ new Map();
  for (const year of years4)
    for (const [theme, { mentions, words: words5 }] of byYear.get(year) ?? []) {
      const sum2 = sums.get(theme) ?? { mentions: 0, words: 0 };
      sums.set(theme, { mentions: sum2.mentions + mentions, words: sum2.words + words5 });
    }
  const inOrder2 = [...sums].sort(([x], [y]) => x < y ? -1 : 1);
  return { words: inOrder2[0]?.[1].words ?? 0, mentions: new Map(inOrder2.map(([theme, { mentions }]) => [theme, mentions])) };
}
async function recordedSums(snapshot2, years4) {
  const where2 = `speech_similarities where year in (${years4.join(", ")})`;
  const rows = await snapshot2.rows(
    `SELECT state_a || ' ' || state_b AS pair, count(*)::INTEGER AS years, sum(round(1000 * similarity)::INTEGER)::INTEGER AS sum FROM ${where2} GROUP BY ALL`
  );
  const sums = new Map(rows.map((row) => [String(row["pair"]), { years: Number(row["years"]), sum: Number(row["sum"]) }]));
  return { sums, behind: { rows: where2, count: rows.reduce((count3, row) => count3 + Number(row["years"]), 0) } };
}
function populationOf({ sums, behind }, years4, taken = () => true) {
  const whole3 = [...sums].filter(([pair, one]) => one.years === years4.length && taken(pair));
  return { values: Float64Array.from(whole3, ([, { sum: sum2 }]) => meanOfThousandths(sum2, years4.length)).sort(), behind };
}
function populationsOfBothPeriods(now, before, years4, past) {
  return {
    now: populationOf(now, years4, (pair) => before.sums.get(pair)?.years === past.length),
    before: populationOf(before, past, (pair) => now.sums.get(pair)?.years === years4.length)
  };
}
function meanOfThousandths(sum2, count3) {
  return sum2 / (1e3 * count3);
}

// src/assessments/speeches/narrative-figures.ts
var reach = 1.6448536269514722;
var pooled = 3;
function speechWindow(pair, last) {
  const within = pair.filter(({ year }) => year > last - pooled && year <= last);
  if (within.length === 0) return void 0;
  return {
    period: `${last - pooled + 1}/${last}`,
    years: within.map(({ year }) => year),
    value: meanOfThousandths(
      within.reduce((sum2, one) => sum2 + Math.round(1e3 * one.similarity), 0),
      within.length
    ),
    se: Math.hypot(...within.map(({ se }) => se)) / within.length
  };
}
var subject = { id: "speech_similarity", label: "similarity of General Debate speeches", unit: "index" };
function speechFigures(now, before, ranks, evidence2) {
  const level = {
    ...subject,
    period: now.period,
    state: "estimated",
    value: now.value,
    interval: { level: 0.9, ...ends(now), kind: "jackknife" },
    method: `${meanOf2(now)} of cosines of weighted word rates less a typical speech's, freed of length; interval from leaving out a tenth of the sentences at a time`,
    evidence: evidence2(now.years)
  };
  return [level, rank2(now, ranks.now), change3(now, before, evidence2), ...bothEnds(now, before, ranks.ends)];
}
function speechSeries(pair, evidence2) {
  return pair.map(({ year, similarity, se }) => ({
    id: "speech_similarity.series",
    label: `similarity of speeches in ${year}`,
    unit: "index",
    period: String(year),
    state: "estimated",
    value: similarity,
    interval: { level: 0.9, low: similarity - reach * se, high: similarity + reach * se, kind: "jackknife" },
    method: "one session; interval from leaving out a tenth of the sentences at a time",
    evidence: evidence2([year])
  }));
}
function rank2(window3, { values, evidence: evidence2 }) {
  const { low: low2, high: high2 } = ends(window3);
  const pairs = values.length.toLocaleString("en-US");
  return {
    id: "speech_similarity.percentile",
    label: "percentile among all pairs held",
    unit: "percentile",
    period: window3.period,
    state: "estimated",
    value: rankAmongSorted(values, window3.value),
    interval: { level: 0.9, low: rankAmongSorted(values, low2), high: rankAmongSorted(values, high2), kind: "jackknife" },
    method: `mid-rank among the ${pairs} pairs with a figure in each of these sessions; the ends are where the ends of its interval would stand`,
    evidence: evidence2
  };
}
function change3(now, before, evidence2) {
  const years4 = now.period.split("/").map((year) => Number(year) - 10);
  const about6 = {
    ...subject,
    id: "speech_similarity.change",
    label: `change since ${years4.join(" to ")}`,
    period: `${years4[0]}/${now.period.slice(5)}`
  };
  if (before === void 0)
    return unknown(
      about6,
      `no speeches of both in ${years4.join(" to ")} are held`,
      "visavis add un-general-debate FILE brings all states of all sessions."
    );
  const value = now.value - before.value;
  const spread = reach * Math.hypot(now.se, before.se);
  return {
    ...about6,
    state: "estimated",
    value,
    interval: { level: 0.9, low: value - spread, high: value + spread, kind: "jackknife" },
    method: `${meanOf2(now)} less ${meanOf2(before)} (${twoDecimals(before.value)}); the same words and weights at both ends`,
    evidence: [...evidence2(before.years), ...evidence2(now.years)]
  };
}
function bothEnds(now, before, among) {
  if (before === void 0 || among === void 0) return [];
  const [late, early] = [rank2(now, among.now), rank2(before, among.before)];
  if (late.interval === "exact" || early.interval === "exact") return [];
  const label = `place among the ${among.now.values.length.toLocaleString("en-US")} pairs held at both ends`;
  const about6 = { ...late, id: "speech_similarity_place", label };
  return [
    about6,
    {
      ...about6,
      id: "speech_similarity_place.change",
      label: "change of that place",
      unit: "points",
      period: `${before.period.slice(0, 4)}/${now.period.slice(5)}`,
      value: late.value - early.value,
      interval: {
        level: 0.9,
        low: late.interval.low - early.interval.high,
        high: late.interval.high - early.interval.low,
        kind: "jackknife"
      },
      method: `percentile less that of ${meanOf2(before)} (${early.value.toFixed(0)}) among the same pairs; the ends are the furthest that those of the two allow`,
      evidence: [...early.evidence, ...late.evidence]
    }
  ];
}
function ends({ value, se }) {
  return { low: value - reach * se, high: value + reach * se };
}
function meanOf2({ years: years4 }) {
  return years4.length === 1 ? `session of ${years4[0]}` : `mean of the sessions of ${years4.join(", ")}`;
}

// src/measures/speeches/speech-themes.ts
var table = `
sovereignty: sovereignty and non-interference: sovereignty, territorial integrity, non-interference, noninterference, non-intervention, interference in the internal, internal affairs, domestic affairs
multipolarity: a multipolar order: multipolar*, unipolar*, hegemon*, bloc confrontation, cold war mentality, polycentric*
rules-based-order: an order based on rules: rules-based, rule-based, rule of law, international rule of law
colonialism: colonialism and apartheid: coloni*, decoloni*, neocoloni*, neo-coloni*, apartheid, imperialis*, self-determination
human-rights: human rights: human rights, fundamental freedoms
democracy: democracy: democra* except democratic republic except democratic people, free elections, free and fair elections
women: women and gender equality: women, gender equality, gender-based, girls
refugees: refugees and migration: refugee*, migrant*, migration, displaced persons, internally displaced, asylum
terrorism: terrorism: terror, terroris*, extremis*, al-qaida, al-qaeda, taliban, isil, daesh
nuclear: nuclear weapons: nuclear weapon*, nuclear disarmament, nuclear war, nuclear arms, nuclear test*, nuclear programme*, nuclear program, non-proliferation, nonproliferation, denuclear*
disarmament: disarmament and arms control: disarm*, arms race, arms control, chemical weapons, landmine*, small arms, arms embargo
peacekeeping: peacekeeping: peacekeep*, peace-keep*, peacebuilding, peace-building, blue helmets, peace operations
sanctions: sanctions and blockades: sanctions, unilateral coercive, coercive measures, blockade*, embargo*
un-reform: reform of the United Nations: reform of the security council, security council reform, reform of the united nations, united nations reform, reform the security council, expansion of the security council, permanent members, permanent membership, permanent seat*, power of veto, right of veto, veto power, the veto
palestine: Israel and Palestine: palestin*, israel*, gaza, west bank, two-state solution, occupied territories
ukraine: Ukraine: ukrain*, crimea*, donbas*, kyiv, kiev, minsk agreements
korea: Korea: korea*, pyongyang
taiwan: Taiwan: taiwan*, one-china, one china
africa-conflicts: conflicts in Africa: somalia*, sudan*, darfur, sahel, mali, congo, rwanda*, libya*, namibia*, angola*
syria-iraq-afghanistan: Syria, Iraq and Afghanistan: syria*, iraq*, afghan*
development: development and poverty: sustainable development, economic development, development goals, poverty, least developed, developing countries, development assistance, 2030 agenda
trade: trade and finance: trade, protectionis*, tariff*, multilateral trading, financial crisis, global economy, world economy, economic crisis
debt: debt and financial reform: debt except debt of gratitude, international financial architecture, bretton woods, international monetary fund, international financial institutions
climate: climate change: climate change, global warming, greenhouse, climate crisis, climate action, paris agreement, emissions, sea level*, climate finance
environment: environment and oceans: biodiversity, deforestation, desertification, pollution, environmental protection, the environment, oceans, plastic*
energy: energy: energy, oil, natural gas, renewable*
food: food and hunger: food, hunger, famine*, malnutrition
health: epidemics and health: covid*, pandemic*, vaccin*, ebola, aids, hiv, coronavirus, epidemic*
technology: digital technology and artificial intelligence: artificial intelligence, digital*, cyber*, new technologies, internet
outer-space: outer space: outer space, arms race in space
belt-and-road: Chinese initiatives: belt and road, global development initiative, global security initiative, global civilization initiative, community of shared future, community with a shared future, community with shared future, belt-and-road
south-south: the Global South and non-alignment: global south, south-south, non-aligned, nonaligned, group of 77, third world
`;
var speechThemes = table.trim().split("\n").map((line) => {
  const [id2, title, words5] = line.split(": ");
  return { id: id2, title, words: words5.split(", ") };
});
var patterns = speechThemes.map(({ words: words5 }) => new RegExp(`(?<![a-z])(?:${words5.map(patternOf).join("|")})(?![a-z])`, "g"));
function themeMentions(plain2, own) {
  const text = plain2.replace(/\s+/g, " ").replace(/[\u2010\u2011]/g, "-");
  return patterns.map((pattern) => text.match(pattern)?.filter((found) => !own.has(found)).length ?? 0);
}
function patternOf(entry) {
  const [words5, ...exceptions] = entry.split(" except ");
  const plain2 = words5.replace("*", "[a-z]*");
  return exceptions.length === 0 ? plain2 : `(?!${exceptions.join("|")})${plain2}`;
}

// src/assessments/speeches/narrative-themes.ts
var [least2, most] = [2.5, 3];
function themeItems(a, b, periods, source10) {
  const [ofA, ofB] = [movesOf(a), movesOf(b)];
  const shared3 = ofA.flatMap((one) => {
    const other = ofB.find(({ theme }) => theme === one.theme);
    return other !== void 0 && Math.sign(other.z) === Math.sign(one.z) ? [[one, other]] : [];
  });
  const item = (text) => ({ kind: "figure", date: periods.date, text, source: source10 });
  const span2 = `per 1,000 words in ${periods.now}; ${periods.before}`;
  return [
    ...shared3.slice(0, 2 * most).map(
      ([x, y]) => item(
        `${x.title}: both ${x.z > 0 ? "more" : "less"} than ten years before: ${a.name} ${rate(x.now)} (${rate(x.before)}), ${b.name} ${rate(y.now)} (${rate(y.before)}) mentions ${span2} in brackets`
      )
    ),
    ...[a, b].flatMap((state, i) => {
      const own = [ofA, ofB][i].filter(({ theme }) => !shared3.some(([x]) => x.theme === theme));
      const told3 = [...own.filter(({ z: z3 }) => z3 > 0).slice(0, most), ...own.filter(({ z: z3 }) => z3 < 0).slice(0, most)];
      return told3.map(
        (move) => item(
          `${move.title}: ${state.name} ${move.z > 0 ? "more" : "less"}: ${rate(move.now)} (${rate(move.before)}) mentions ${span2} in brackets`
        )
      );
    })
  ];
}
function themeSentence(a, b) {
  const [ofA, ofB] = [movesOf(a), movesOf(b)];
  const titles = (sign) => ofA.filter(({ theme, z: z3 }) => Math.sign(z3) === sign && ofB.some((other) => other.theme === theme && Math.sign(other.z) === sign)).map(({ title }) => title);
  const [more, less] = [titles(1), titles(-1)];
  if (more.length + less.length === 0)
    return ` No theme moved the same way in the speeches of ${inSentence(a.name)} and ${inSentence(b.name)}.`;
  const part2 = (word, list2) => list2.length === 0 ? [] : [`${word} of ${list2.slice(0, most).join("; ")}`];
  return ` Both speak ${[...part2("more", more), ...part2("less", less)].join(", and ")} than ten years before.`;
}
function movesOf({ now, before }) {
  if (now.words === 0 || before.words === 0) return [];
  return speechThemes.map(({ id: id2, title }) => {
    const [m, n] = [now.mentions.get(id2) ?? 0, before.mentions.get(id2) ?? 0];
    const [late, early] = [m / now.words, n / before.words];
    const z3 = m + n === 0 ? 0 : (late - early) / Math.sqrt(m / now.words ** 2 + n / before.words ** 2);
    return { theme: id2, title, now: 1e3 * late, before: 1e3 * early, z: z3 };
  }).filter(({ z: z3 }) => Math.abs(z3) >= least2).sort((x, y) => Math.abs(y.z) - Math.abs(x.z));
}
function rate(value) {
  return value.toFixed(1);
}

// src/assessments/speeches/speech-reader-all-pairs.ts
async function allRecordedSpeeches(snapshot2) {
  const [pairs, states2] = await Promise.all([allPairs(snapshot2), allThemes(snapshot2)]);
  return {
    ...recordedSpeeches(snapshot2),
    pair: async (a, b) => pairs.get(`${a} ${b}`) ?? [],
    themes: async (state, years4) => themesIn(states2.get(state) ?? [], years4)
  };
}
var allPairs = cachedBySnapshot(async (snapshot2) => {
  const found = await snapshot2.columns("SELECT state_a, state_b, year, similarity, se FROM speech_similarities ORDER BY year");
  const [a, b, years4, similarities, errors] = ["state_a", "state_b", "year", "similarity", "se"].map((name) => found[name]);
  const byPair = /* @__PURE__ */ new Map();
  years4.forEach((year, row) => {
    const key = `${a[row]} ${b[row]}`;
    const own = byPair.get(key) ?? [];
    own.push({ year, similarity: similarities[row], se: errors[row] });
    byPair.set(key, own);
  });
  return byPair;
});
var allThemes = cachedBySnapshot(async (snapshot2) => {
  const rows = await snapshot2.rows("SELECT state, year, theme, mentions, words FROM speech_themes ORDER BY theme, year");
  return grouped(rows, ({ state }) => state);
});
function themesIn(rows, years4) {
  const mentions = /* @__PURE__ */ new Map();
  let words5 = 0;
  let first;
  for (const row of rows) {
    if (!years4.includes(row.year)) continue;
    first ??= row.theme;
    mentions.set(row.theme, (mentions.get(row.theme) ?? 0) + row.mentions);
    if (row.theme === first) words5 += row.words;
  }
  return { words: words5, mentions };
}

// src/measures/speeches/speech-lexicon.ts
function lexiconOf(words5) {
  const weight = Float64Array.from(words5, (one) => one.weight);
  const centre = Float64Array.from(words5, (one) => one.weight * one.rate / 1e6);
  return {
    index: new Map(words5.map(({ word }, i) => [word, i])),
    weight,
    centre,
    centreSquares: centre.reduce((sum2, x) => sum2 + x * x, 0)
  };
}

// src/measures/speeches/speech-profile.ts
var speechBlocks = 10;
function speechProfile(sentences, lexicon, own) {
  const dealt = Array.from({ length: speechBlocks }, (_, block) => sentences.filter((__, sentence) => sentence % speechBlocks === block));
  const blocks = dealt.filter((block) => block.length > 0).map((block) => blockOf(block, lexicon, own));
  const x = new Float64Array(lexicon.weight.length);
  for (const block of blocks) for (let i = 0; i < block.ids.length; i++) x[block.ids[i]] += block.x[i];
  const sums = added(blocks.map((block) => block.sums));
  const squared = x.reduce((sum2, value) => sum2 + value * value, 0);
  const without3 = blocks.map((block) => {
    const cross = dotProduct(block, x);
    const inner = block.x.reduce((sum2, value) => sum2 + value * value, 0);
    return sizeOf(squared - 2 * cross + inner, withoutBlock(sums, block.sums), lexicon);
  });
  return { blocks, x, sums, size: sizeOf(squared, sums, lexicon), sizeWithout: without3 };
}
function dotProduct({ ids, x }, other) {
  let sum2 = 0;
  for (let i = 0; i < ids.length; i++) sum2 += x[i] * other[ids[i]];
  return sum2;
}
function withoutBlock(all, one) {
  return {
    words: all.words - one.words,
    squares: all.squares - one.squares,
    self: all.self - one.self,
    drift: all.drift - one.drift
  };
}
function sizeOf(squared, { words: words5, squares, self, drift }, { centreSquares }) {
  const centred = squared - 2 * words5 * drift + words5 * words5 * centreSquares;
  return (centred - self) * words5 * words5 / (words5 * words5 - squares);
}
function blockOf(dealt, lexicon, own) {
  const counts = /* @__PURE__ */ new Map();
  const sums = dealt.map((words5) => {
    const inSentence2 = countsOf(words5, lexicon, own);
    for (const [id2, count3] of inSentence2) counts.set(id2, (counts.get(id2) ?? 0) + count3);
    return sentenceSums(words5.length, inSentence2, lexicon);
  });
  const ids = Int32Array.from(counts.keys()).sort();
  return { ids, x: Float64Array.from(ids, (id2) => counts.get(id2) * lexicon.weight[id2]), sums: added(sums) };
}
function countsOf(words5, { index }, own) {
  const counts = /* @__PURE__ */ new Map();
  for (const word of words5) {
    const id2 = own.has(word) ? void 0 : index.get(word);
    if (id2 !== void 0) counts.set(id2, (counts.get(id2) ?? 0) + 1);
  }
  return counts;
}
function sentenceSums(words5, counts, lexicon) {
  let [inner, drift] = [0, 0];
  for (const [id2, count3] of counts) {
    const x = count3 * lexicon.weight[id2];
    inner += x * x;
    drift += x * lexicon.centre[id2];
  }
  return { words: words5, squares: words5 * words5, self: inner - 2 * words5 * drift + words5 * words5 * lexicon.centreSquares, drift };
}
function added(list2) {
  const sum2 = { words: 0, squares: 0, self: 0, drift: 0 };
  for (const one of list2) {
    sum2.words += one.words;
    sum2.squares += one.squares;
    sum2.self += one.self;
    sum2.drift += one.drift;
  }
  return sum2;
}

// src/measures/speeches/speech-similarity.ts
function speechSimilarity(a, b, lexicon) {
  const [withinA, withinB] = [a.blocks.map((block) => dotProduct(block, b.x)), b.blocks.map((block) => dotProduct(block, a.x))];
  const product = withinA.reduce((sum2, one) => sum2 + one, 0);
  const value = ratio3(product, a.sums, b.sums, a.size * b.size, lexicon);
  const variance = jackknife(
    a.blocks.map(
      (block, i) => ratio3(product - withinA[i], withoutBlock(a.sums, block.sums), b.sums, a.sizeWithout[i] * b.size, lexicon)
    )
  ) + jackknife(
    b.blocks.map(
      (block, i) => ratio3(product - withinB[i], a.sums, withoutBlock(b.sums, block.sums), a.size * b.sizeWithout[i], lexicon)
    )
  );
  return tells(a) && tells(b) ? { value, se: Math.sqrt(variance) } : { value: Number.NaN, se: Number.NaN };
}
function speechSimilarityValue(a, b, lexicon) {
  if (!tells(a) || !tells(b)) return Number.NaN;
  const product = a.blocks.reduce((sum2, block) => sum2 + dotProduct(block, b.x), 0);
  return ratio3(product, a.sums, b.sums, a.size * b.size, lexicon);
}
function ratio3(product, a, b, sizes4, { centreSquares }) {
  const centred = product - b.words * a.drift - a.words * b.drift + a.words * b.words * centreSquares;
  return centred / Math.sqrt(sizes4);
}
function tells({ size, sizeWithout }) {
  return size > 0 && sizeWithout.every((one) => one > 0);
}
function jackknife(values) {
  const mean = values.reduce((sum2, one) => sum2 + one, 0) / values.length;
  return (values.length - 1) / values.length * values.reduce((sum2, one) => sum2 + (one - mean) ** 2, 0);
}

// src/measures/speeches/speech-text.ts
function plainSpeech(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f\u00ad]/g, "").replace(/(?<=\p{L})-\s*\n\s*(?=\p{Ll})/gu, "").toLowerCase();
}
function sentenceWords(plain2) {
  return plain2.split(/[.?!;]+(?=\s)|\n\s*\n/).map((sentence) => sentence.match(/[a-z]{3,}/g) ?? []).filter((words5) => words5.length > 0);
}

// src/states/names/identifying-words.ts
var sharedWords = new Set(
  "and the united states state republic democratic people peoples federal islamic union kingdom islands island new south north east west central saint arab emirates".split(
    " "
  )
);
var peoples = new Map(
  demonyms.trim().split("\n").map((line) => [line.slice(0, 3), line.slice(5)])
);
var endings = ["", "s", "n", "ns", "an", "ans", "i", "is"];
function identifyingWords(iso3, day2) {
  const state = stateOf(iso3);
  if (state === void 0) return /* @__PURE__ */ new Set();
  const text = fold(`${state.name} ${nameOn(state, day2)} ${peoples.get(iso3) ?? ""}`);
  const words5 = (text.match(/[a-z]{3,}/g) ?? []).filter((word) => !sharedWords.has(word));
  return new Set(words5.flatMap((word) => endings.map((ending2) => word + ending2)));
}

// src/assessments/speeches/speech-reader-texts.ts
function addedSpeeches(snapshot2) {
  return {
    source: "un-general-debate",
    behind: (a, b, years4) => ({
      rows: `speeches where state in ('${a}', '${b}') and year in (${years4.join(", ")})`,
      count: 2 * years4.length
    }),
    pair: (a, b) => pairFromTexts(snapshot2, a, b),
    population: (years4) => populationOfTexts(snapshot2, years4),
    bothEnds: async (now, before) => populationsOfBothPeriods(await sumsOfTexts(snapshot2, now), await sumsOfTexts(snapshot2, before), now, before),
    themes: (state, years4) => themesOfTexts(snapshot2, state, years4)
  };
}
var populationOfTexts = cachedBySnapshot(
  async (snapshot2, years4) => populationOf(await sumsOfTexts(snapshot2, years4), years4)
);
async function pairFromTexts(snapshot2, a, b) {
  const [kept, held2] = await Promise.all([keptPair(snapshot2, a, b), sessionsHeld(snapshot2)]);
  const left = [...held2].filter(([, { kept: isKept }]) => !isKept).map(([year]) => year);
  if (left.length === 0) return kept;
  const [lexicon, ofA, ofB] = await Promise.all([keptLexicon(snapshot2), textsOf(snapshot2, a), textsOf(snapshot2, b)]);
  const found = left.flatMap((year) => {
    const [one, other] = [ofA.get(year), ofB.get(year)];
    if (one === void 0 || other === void 0) return [];
    const { value, se } = speechSimilarity(profileOf(one.text, a, year, lexicon), profileOf(other.text, b, year, lexicon), lexicon);
    return Number.isNaN(value) ? [] : [{ year, similarity: rounded(value), se: rounded(se) }];
  });
  return [...kept, ...found].sort((x, y) => x.year - y.year);
}
async function keptPair(snapshot2, a, b) {
  const [rows, held2] = await Promise.all([
    snapshot2.rows("SELECT year, similarity, se, digest FROM speech_similarities WHERE state_a = $a AND state_b = $b ORDER BY year", {
      a,
      b
    }),
    sessionsHeld(snapshot2)
  ]);
  const own = rows.filter((row) => held2.get(Number(row["year"]))?.digest === row["digest"]);
  return own.map((row) => ({ year: Number(row["year"]), similarity: Number(row["similarity"]), se: Number(row["se"]) }));
}
var textsOf = cachedBySnapshot(async (snapshot2, state) => {
  const rows = await snapshot2.rows("SELECT year, words, text FROM speeches WHERE state = $state ORDER BY year", { state });
  return new Map(rows.map((row) => [Number(row["year"]), { words: Number(row["words"]), text: String(row["text"]) }]));
});
var keptLexicon = cachedBySnapshot(
  async (snapshot2) => lexiconOf(await snapshot2.rows("SELECT word, weight, rate FROM speech_words ORDER BY word"))
);
async function sumsOfTexts(snapshot2, years4) {
  const sums = /* @__PURE__ */ new Map();
  let speeches = 0;
  for (const year of years4) {
    const session = await sessionOfTexts(snapshot2, year);
    speeches += session.speeches;
    for (const [pair, value] of session.pairs) {
      const one = sums.get(pair) ?? { years: 0, sum: 0 };
      sums.set(pair, { years: one.years + 1, sum: one.sum + Math.round(1e3 * value) });
    }
  }
  return { sums, behind: { rows: `speeches where year in (${years4.join(", ")})`, count: speeches } };
}
var sessionOfTexts = cachedBySnapshot(async (snapshot2, year) => {
  const lexicon = await keptLexicon(snapshot2);
  const known3 = await keptSession(snapshot2, year);
  if (known3 !== void 0) return known3;
  const rows = await snapshot2.rows("SELECT state, text FROM speeches WHERE year = $year ORDER BY state", { year });
  const spoken = rows.map((row) => ({
    state: String(row["state"]),
    profile: profileOf(String(row["text"]), String(row["state"]), year, lexicon)
  }));
  const pairs = spoken.flatMap(
    (one, i) => spoken.slice(i + 1).flatMap((other) => {
      const value = speechSimilarityValue(one.profile, other.profile, lexicon);
      return Number.isNaN(value) ? [] : [[`${one.state} ${other.state}`, rounded(value)]];
    })
  );
  return { speeches: rows.length, pairs };
});
var sessionsHeld = cachedBySnapshot(async (snapshot2) => {
  const [texts, derived] = await Promise.all([
    snapshot2.rows(
      "SELECT year, count(*)::INTEGER AS speeches, md5(string_agg(state || '|' || text, chr(10) ORDER BY state)) AS digest FROM speeches GROUP BY year"
    ),
    snapshot2.rows("SELECT DISTINCT year, digest FROM speech_similarities")
  ]);
  const kept = new Set(derived.map((row) => `${row["year"]} ${row["digest"]}`));
  const sessions2 = texts.map((row) => {
    const [year, digest] = [Number(row["year"]), String(row["digest"])];
    return { year, speeches: Number(row["speeches"]), digest, kept: kept.has(`${year} ${digest}`) };
  });
  return new Map(sessions2.map(({ year, ...session }) => [year, session]));
});
async function keptSession(snapshot2, year) {
  const texts = (await sessionsHeld(snapshot2)).get(year);
  if (texts === void 0 || !texts.kept) return void 0;
  const rows = await snapshot2.rows("SELECT state_a, state_b, similarity FROM speech_similarities WHERE year = $year AND digest = $digest", {
    year,
    digest: texts.digest
  });
  if (rows.length === 0) return void 0;
  return {
    speeches: texts.speeches,
    pairs: rows.map((row) => [`${row["state_a"]} ${row["state_b"]}`, Number(row["similarity"])])
  };
}
async function themesOfTexts(snapshot2, state, years4) {
  const texts = await textsOf(snapshot2, state);
  const mentions = new Map(speechThemes.map(({ id: id2 }) => [id2, 0]));
  let words5 = 0;
  for (const year of years4) {
    const speech = texts.get(year);
    if (speech === void 0) continue;
    words5 += speech.words;
    const found = themeMentions(plainSpeech(speech.text), identifyingWords(state, `${year}-09-30`));
    for (const [i, { id: id2 }] of speechThemes.entries()) mentions.set(id2, mentions.get(id2) + found[i]);
  }
  return { words: words5, mentions };
}
function profileOf(text, state, year, lexicon) {
  return speechProfile(sentenceWords(plainSpeech(text)), lexicon, identifyingWords(state, `${year}-09-30`));
}
function rounded(value) {
  return Number(value.toFixed(3));
}

// src/assessments/domains/narrative.ts
async function assessNarrative(bench) {
  const { a, b, to } = bench.dyad;
  const reader = await speechesOf(bench);
  if (reader === void 0) return silent4(bench, "the record holds no speeches or figures on them.");
  const [first, second] = [a.iso3, b.iso3].sort();
  const pair = (await reader.pair(first, second)).filter(({ year }) => `${year}-10-31` <= to);
  const last = pair.at(-1)?.year;
  if (last === void 0) return silent4(bench, nothing2(bench));
  const [now, before] = [speechWindow(pair, last), speechWindow(pair, last - 10)];
  const ranks = await ranksOf(bench, reader, now, before);
  const evidence2 = (years4) => evidenceOf8(bench, reader, reader.behind(first, second, years4));
  const estimates = speechFigures(now, before, ranks, evidence2);
  const themes = await themesOf(bench, reader, now, before);
  return {
    id: "narrative",
    title: "Narrative",
    state: "estimated",
    summary: `${levelSentence2(bench, estimates, now)}${themes.sentence}`,
    estimates: [...estimates, ...speechSeries(pair, evidence2)],
    items: themes.items,
    notes: notesOf2(bench, reader, pair, ranks.now.values.length)
  };
}
function placeSentence2(place, change5) {
  if (place === void 0 || change5 === void 0) return "";
  const [now, before] = [formatPercentile(place.value), formatPercentile(place.value - change5.value)];
  return ` Among the pairs held at both ends its place went from percentile ${before} to ${now}.`;
}
async function speechesOf({ snapshot: snapshot2, held: held2 }) {
  const { tables: tables2 } = snapshot2.manifest;
  const holds = (table2) => (tables2[table2] ?? []).length > 0;
  if (holds("speeches") && holds("speech_words")) return addedSpeeches(snapshot2);
  if (!holds("speech_similarities")) return void 0;
  return held2 === void 0 ? recordedSpeeches(snapshot2) : allRecordedSpeeches(snapshot2);
}
function evidenceOf8(bench, { source: source10 }, behind) {
  return [{ source: source10, vintage: vintageOf(bench.cards, source10), ...behind }];
}
async function ranksOf(bench, reader, now, before) {
  const among = ({ values, behind }) => ({ values, evidence: evidenceOf8(bench, reader, behind) });
  const all = among(await reader.population(now.years));
  if (before === void 0) return { now: all, ends: void 0 };
  const ends3 = await reader.bothEnds(now.years, before.years);
  return { now: all, ends: { now: among(ends3.now), before: among(ends3.before) } };
}
function levelSentence2(bench, estimates, now) {
  const known3 = (id2) => estimates.filter(isKnown).find((one) => one.id === id2);
  const [level, rank4, change5] = ["", ".percentile", ".change"].map((part2) => known3(`speech_similarity${part2}`));
  const { a, b } = bench.dyad;
  const who = `the speeches of ${inSentence(a.name)} and ${inSentence(b.name)}`;
  const when = now.years.length === 1 ? `the General Debate of ${now.years[0]}` : `the General Debates of ${joinedWords(now.years.map(String))}`;
  const moved3 = change5 === void 0 ? "" : `, ${signed(change5.value, change5.unit)} against ten years before`;
  const range2 = change5 === void 0 || change5.interval === "exact" ? "" : ` (${twoDecimals(change5.interval.low)} to ${twoDecimals(change5.interval.high)})`;
  const alike = rank4.value < 50 ? `less alike in what they speak of than those of ${formatPercentile(100 - rank4.value)} %` : `more alike in what they speak of than those of ${formatPercentile(rank4.value)} %`;
  return `In ${when} ${who} were ${alike} of all pairs: similarity ${withInterval(level)}${moved3}${range2}.${placeSentence2(known3("speech_similarity_place"), known3("speech_similarity_place.change"))}`;
}
async function themesOf(bench, reader, now, before) {
  if (before === void 0) return { sentence: "", items: [] };
  const { a, b } = bench.dyad;
  const [x, y] = await Promise.all(
    [a, b].map(async ({ iso3, name }) => {
      const [late, early] = await Promise.all([reader.themes(iso3, now.years), reader.themes(iso3, before.years)]);
      return { name, now: late, before: early };
    })
  );
  const spoken = ({ period }) => period.replace("/", " to ");
  const periods = { now: spoken(now), before: spoken(before), date: String(now.years.at(-1)) };
  return { sentence: themeSentence(x, y), items: themeItems(x, y, periods, reader.source) };
}
function notesOf2(bench, reader, pair, pairs) {
  const { a, b } = bench.dyad;
  const isOf = (iso3) => a.iso3 === iso3 || b.iso3 === iso3;
  return [
    "Words tell what is spoken of, not on which side: two states at war speak of the same war. 0 is two typical speeches, 1 the same speech.",
    `One speech a year, in English or the English of the official records; a year is that of the session, whose debate is taken to have ended by 31 October. Themes are counted by lists of words of ours.`,
    ...reader.source === "visavis-speeches" ? [
      `From the figures of the record: ${pairs.toLocaleString("en-US")} pairs. To 2017 it has 25 states; visavis add un-general-debate brings the texts of all.`
    ] : ["From the texts that were added, by the words and weights of the record."],
    ...pair.some(({ year }) => year < 1970) ? ["Texts before 1970 were read from scans by machine."] : [],
    ...isOf("CHN") || isOf("TWN") ? ["China\u2019s seat was Taipei\u2019s until October 1971: those speeches stand under TWN."] : [],
    ...isOf("RUS") ? ["Speeches of the Soviet Union stand under RUS."] : []
  ];
}
function nothing2(bench) {
  const { a, b, to } = bench.dyad;
  return `no session by ${to} has a speech of both ${inSentence(a.name)} and ${inSentence(b.name)} that tells enough.`;
}
function silent4(bench, reason) {
  return unknownDomain(
    "narrative",
    "Narrative",
    bench.dyad.to,
    reason,
    "The UN General Debate Corpus (Harvard Dataverse, doi:10.7910/DVN/0TJX8Y): one speech a year and state, 1946 on; visavis add un-general-debate FILE."
  );
}

// src/assessments/people/leader-visits.ts
var window2 = 10;
var mostItems = 12;
var lists2 = [
  {
    source: "us-visits",
    indicator: "leaders-received",
    follows: { host: "USA" },
    byDay: false,
    who: (from) => `leaders of ${from}`
  },
  {
    source: "us-visits",
    indicator: "leaders-travelled",
    follows: { visitor: "USA" },
    byDay: false,
    who: () => "the President or the Secretary of State of the United States"
  },
  {
    source: "china-vitae",
    indicator: "leader-visit-days",
    follows: { visitor: "CHN" },
    byDay: true,
    who: () => "leaders of China"
  }
];
var stays = /* @__PURE__ */ new Set(["visit", "visit of a leader", "visit of the President", "visit of the Secretary of State"]);
async function leaderVisits(bench) {
  const { a, b } = bench.dyad;
  const ways3 = [
    { id: "a-to-b", from: a, to: b },
    { id: "b-to-a", from: b, to: a }
  ];
  const asked3 = ways3.flatMap(
    (way) => lists2.filter((list2) => followsWay(list2, way.from, way.to) && bench.cards.has(list2.source)).map((list2) => ({ way, list: list2 }))
  );
  if (asked3.length === 0) return nothingFound;
  const events = (await loadedRows(bench)).events(a.iso3, b.iso3).filter(({ kind, code }) => kind === "visit" && stays.has(code));
  return together(
    asked3.map(
      ({ way, list: list2 }) => visitsOf(
        bench,
        way,
        list2,
        events.filter((one) => one.from === way.from.iso3 && one.source === list2.source)
      )
    )
  );
}
function followsWay({ follows }, from, to) {
  return "visitor" in follows ? follows.visitor === from.iso3 : follows.host === to.iso3;
}
function visitsOf(bench, way, list2, visits) {
  const covered2 = bench.cards.get(list2.source)?.coverage.find(({ indicator: indicator6 }) => indicator6 === list2.indicator);
  if (covered2 === void 0 || bench.dyad.to < covered2.from) return nothingFound;
  const last = bench.dyad.to < covered2.to ? bench.dyad.to : covered2.to;
  const first = `${Number(last.slice(0, 4)) - window2 + 1}-01-01`;
  const recent2 = visits.filter(({ date: date2 }) => date2 >= first && date2 <= last);
  const from = covered2.from > first ? covered2.from : first;
  const count3 = list2.byDay ? new Set(recent2.map(({ date: date2 }) => date2)).size : recent2.length;
  const figure = {
    state: "observed",
    id: `${list2.byDay ? "leader-days" : "leader-visits"}-${way.id}`,
    label: `${list2.byDay ? "days" : "visits"} of ${list2.who(inSentence(way.from.name))} in ${inSentence(way.to.name)}, listed`,
    unit: "count",
    period: `${from.slice(0, 4)}/${last.slice(0, 4)}`,
    value: count3,
    interval: "exact",
    ...list2.byDay ? { certainty: "at least" } : {},
    method: `${list2.byDay ? "days with an entry" : "entries"} of the list from ${from} to ${last}`,
    evidence: [
      {
        source: list2.source,
        vintage: vintageOf(bench.cards, list2.source),
        rows: `events where source = '${list2.source}' and kind = 'visit' and from_id = '${way.from.iso3}' and to_id = '${way.to.iso3}' and date between '${from}' and '${last}'`,
        count: recent2.length
      }
    ]
  };
  return { estimates: [figure], sentences: [sentenceOn2(way, list2, count3, from, last, visits)], items: itemsOf4(list2, visits), notes: [] };
}
function sentenceOn2({ from, to }, list2, count3, since, last, visits) {
  const who = list2.who(inSentence(from.name));
  const span2 = `From ${since.slice(0, 4)} to ${dayInWords(last)}`;
  const latest2 = visits.at(-1);
  const told3 = latest2 === void 0 ? "" : `, ${count3 === 1 ? "" : "the last "}on ${dayInWords(latest2.date)} (${latest2.name})`;
  if (count3 > 0)
    return `${span2} ${who} ${list2.byDay ? `spent at least ${counted(count3, "day", "days")} in` : `made ${counted(count3, "visit", "visits")} to`} ${inSentence(to.name)}${told3}.`;
  if (list2.byDay) return "";
  return `${span2} no visit of ${who} to ${inSentence(to.name)} is listed${latest2 === void 0 ? "" : `; the last was on ${dayInWords(latest2.date)} (${latest2.name})`}.`;
}
function itemsOf4(list2, visits) {
  return visits.slice(-mostItems).reverse().map(({ date: date2, end, name, code, from, to, source: source10, locator }) => ({
    kind: "event",
    date: date2,
    text: `${name} (${from}) in ${to}, ${end === null || end === date2 ? date2 : `${date2} to ${end}`}${list2.byDay ? "" : `: ${code}`}`,
    source: source10,
    citation: locator
  }));
}

// src/assessments/people/migrants.ts
var indicator4 = "migrant-stock";
async function migrants(bench) {
  const { a, b } = bench.dyad;
  const last = await lastDay2(bench.snapshot, bench.dyad.to);
  if (last === null) return nothingFound;
  const rows = await pairRows(bench, [indicator4]);
  const ways3 = [
    { id: "a-in-b", from: a, to: b },
    { id: "b-in-a", from: b, to: a }
  ];
  const found = await Promise.all(
    ways3.map(
      (way) => figuresOf6(
        bench,
        way,
        rows.filter((row) => row.from === way.from.iso3),
        last
      )
    )
  );
  const levels2 = found.map(([first]) => first);
  return {
    estimates: found.flat(),
    sentences: [sentenceOn3(ways3, levels2, found.flat(), last.slice(0, 4))],
    items: [],
    notes: [
      "Migrants are counted where they live, by birth or citizenship, and estimated between censuses. Each state lists its own origins: one that is not listed is unknown, not none."
    ]
  };
}
var lastDay2 = cachedBySnapshot(async (snapshot2, to) => {
  const [row] = await snapshot2.rows(`SELECT max(end_date) AS last FROM observations WHERE indicator = '${indicator4}' AND end_date <= $to`, {
    to
  });
  return row?.["last"] ?? null;
});
async function figuresOf6(bench, way, rows, last) {
  const { from, to } = way;
  const id2 = `migrants-${way.id}`;
  const label = `people born in ${inSentence(from.name)} who live in ${inSentence(to.name)}`;
  const row = rows.at(-1);
  if (row === void 0) {
    const reason = `the UN\u2019s table does not list ${inSentence(from.name)} as an origin of migrants in ${inSentence(to.name)}: unknown, not none`;
    return [
      unknown(
        { id: id2, label, unit: "persons", period: last.slice(0, 4) },
        reason,
        "the census or the register of foreigners of the state where they live"
      )
    ];
  }
  const level = { ...rowAsFigure(row, id2, label), period: row.end.slice(0, 4), note: "at mid-year" };
  return [
    level,
    ...await percentileOf(bench, level, row, [indicator4]),
    ...changeOf7(level, row, rows),
    ...await shareOf5(bench, way, level, row)
  ];
}
function changeOf7(level, row, rows) {
  const early = rows.find(({ end, source: source10 }) => source10 === row.source && Number(end.slice(0, 4)) === Number(row.end.slice(0, 4)) - 10);
  if (early === void 0) return [];
  return [
    {
      ...level,
      id: `${level.id}.change`,
      label: "change in ten years",
      period: `${early.end.slice(0, 4)}/${level.period}`,
      value: row.value - early.value,
      method: `less ${early.value.toLocaleString("en-US")} of ${early.end.slice(0, 4)}`,
      evidence: [evidenceFor(row, row, 1), evidenceFor(early, early, 1)]
    }
  ];
}
async function shareOf5(bench, { from }, level, row) {
  const held2 = await loadedRows(bench);
  const people3 = held2.of(from.iso3).findLast((one) => isPopulation(one, from.iso3, level.period));
  if (people3 === void 0 || people3.value <= 0) return [];
  return [
    {
      ...level,
      state: "estimated",
      id: `${level.id}-share`,
      label: `the same, against ${possessive(from.name)} population`,
      unit: "share",
      value: level.value / people3.value,
      method: `${row.value.toLocaleString("en-US")} over the ${people3.value.toLocaleString("en-US")} inhabitants of ${inSentence(from.name)} in ${level.period} (${people3.source})`,
      evidence: [...level.evidence, { ...evidenceFor(people3, people3, 1), rows: populationRows(people3) }]
    }
  ];
}
function isPopulation({ indicator: id2, from, to, start }, state, year) {
  return id2 === "population" && from === state && to === "" && start.startsWith(year);
}
function populationRows({ source: source10, from, start }) {
  return `observations where source = '${source10}' and indicator = 'population' and from_id = '${from}' and start_date = '${start}'`;
}
function sentenceOn3(ways3, levels2, estimates, last) {
  const told3 = ways3.flatMap((way, i) => {
    const level = levels2[i];
    return "value" in level ? [{ way, level }] : [];
  });
  const [one, other] = told3;
  if (one === void 0)
    return `How many people born in either live in the other is unknown: the UN\u2019s lists of origins (${last}) name neither for the other.`;
  const first = `In ${one.level.period} ${one.level.value < 1e3 ? "" : "some "}${people2(one.level.value)} born in ${inSentence(one.way.from.name)} lived in ${inSentence(one.way.to.name)}`;
  if (other === void 0) return `${first} (UN estimate${rank3(estimates, one.level)}); for the other way the UN gives no figure.`;
  const larger = one.level.value >= other.level.value ? one.level : other.level;
  const second = `${people2(other.level.value)} born in ${inSentence(other.way.from.name)} lived in ${inSentence(other.way.to.name)}`;
  return `${first}, and ${second} (UN estimates${rank3(estimates, larger, "the larger is ")}).`;
}
function people2(value) {
  const digits = value < 1e3 ? value : Number(value.toPrecision(value < 1e5 ? 2 : 3));
  const text = digits >= 1e6 ? `${Number((digits / 1e6).toPrecision(3))} million` : digits.toLocaleString("en-US");
  return `${text} ${value === 1 ? "person" : "people"}`;
}
function rank3(estimates, level, larger = "") {
  const found = estimates.find((one) => one.id === `${level.id}.percentile` && "value" in one);
  return found === void 0 ? "" : `; ${larger}above ${formatPercentile(found.value)} % of the pairs listed`;
}

// src/assessments/people/students.ts
var series2 = ["students-sent", "students-received"];
async function students(bench) {
  const rows = await pairRows(bench, series2);
  if (rows.length === 0) return nothingFound;
  const { a, b } = bench.dyad;
  const latest2 = series2.flatMap((indicator6) => rows.findLast((row) => row.indicator === indicator6) ?? []);
  const found = latest2.map((row) => {
    const [own, other] = row.from === a.iso3 ? [a, b] : [b, a];
    const [home, host] = row.indicator === "students-sent" ? [own, other] : [other, own];
    const way = home.iso3 === a.iso3 ? "a-in-b" : "b-in-a";
    const level = rowAsFigure(row, `students-${way}`, `students of ${inSentence(home.name)} in ${inSentence(host.name)}`);
    return {
      level,
      sentence: `In ${level.period} ${counted(row.value, "student", "students")} of ${inSentence(home.name)} ${row.value === 1 ? "was" : "were"} in ${inSentence(host.name)}, by the count of ${row.source}.`
    };
  });
  return { estimates: found.map(({ level }) => level), sentences: found.map(({ sentence }) => sentence), items: [], notes: [] };
}

// src/assessments/people/visa-rules.ts
var indicators4 = ["visa-rule", "visa-free-days"];
var rules = [
  "are not admitted",
  "need a visa",
  "need an electronic visa",
  "need an electronic travel authorisation",
  "get a visa on arrival",
  "need no visa"
];
async function visaRules(bench) {
  const rows = await pairRows(bench, indicators4);
  const { a, b } = bench.dyad;
  const found = [ruleOf(rows, "a-in-b", a, b), ruleOf(rows, "b-in-a", b, a)].filter((rule) => rule !== void 0);
  if (found.length === 0) return nothingFound;
  return {
    estimates: found.flatMap(figuresOf7),
    sentences: [sentenceOn4(found)],
    items: [],
    notes: ["Visa rules are for a short visit with an ordinary passport, as volunteers checked them on one day; a code, not a score."]
  };
}
function ruleOf(rows, id2, from, to) {
  const own = rows.filter((row2) => row2.from === from.iso3);
  const row = own.findLast(({ indicator: indicator6 }) => indicator6 === "visa-rule");
  if (row === void 0) return void 0;
  return {
    id: id2,
    from,
    to,
    row,
    days: own.find((one) => one.indicator === "visa-free-days" && one.source === row.source && one.end === row.end)
  };
}
function figuresOf7({ id: id2, from, to, row, days }) {
  const whom = `citizens of ${inSentence(from.name)} in ${inSentence(to.name)}`;
  const rule = {
    ...rowAsFigure(row, `visa-${id2}`, `ease of entry for ${whom} (5: no visa)`),
    note: `they ${rules[row.value] ?? "have a rule of their own"}`
  };
  return [rule, ...days === void 0 ? [] : [rowAsFigure(days, `visa-free-days-${id2}`, `days without a visa for ${whom}`)]];
}
function sentenceOn4(found) {
  const [one, other] = found;
  const when = `(${dayInWords(one.row.end)})`;
  const same = other !== void 0 && other.row.value === one.row.value;
  if (!same) return `${found.map(clauseOf).join("; ")} ${when}.`;
  const days = [one.days?.value, other.days?.value];
  const told3 = `Citizens of either ${rules[one.row.value]} ${one.row.value === 0 ? "to" : "to visit"} the other`;
  if (days.every((value) => value === void 0)) return `${told3} ${when}.`;
  if (days[0] === days[1]) return `${told3} for up to ${counted(days[0], "day", "days")} ${when}.`;
  return `${[one, other].map(clauseOf).join("; ")} ${when}.`;
}
function clauseOf({ from, to, row, days }, index) {
  const stay = days === void 0 ? "" : ` for up to ${counted(days.value, "day", "days")}`;
  return `${index === 0 ? "Citizens" : "citizens"} of ${inSentence(from.name)} ${rules[row.value]} ${row.value === 0 ? "to" : "in"} ${inSentence(to.name)}${stay}`;
}

// src/assessments/domains/people.ts
var wouldFill2 = "Migrant stocks of the UN (un.org/development/desa/pd), visa rules of Passport Index of the time, and lists of visits of the two foreign ministries.";
async function assessPeople(bench) {
  const found = together(await Promise.all([migrants(bench), visaRules(bench), students(bench), leaderVisits(bench)]));
  const lead = found.estimates.find(isKnown);
  if (lead === void 0) {
    const plain2 = unknownDomain(
      "people",
      "People",
      bench.dyad.to,
      "the record has no migrants, visa rules or visits of the two by that day.",
      wouldFill2
    );
    return { ...plain2, estimates: [...plain2.estimates, ...found.estimates], notes: found.notes };
  }
  return {
    id: "people",
    title: "People",
    state: lead.state,
    summary: found.sentences.filter((sentence) => sentence !== "").join(" "),
    estimates: [...found.estimates.filter(isKnown), ...found.estimates.filter((one) => !isKnown(one))],
    items: found.items,
    notes: found.notes,
    wouldFill: wouldFill2
  };
}

// src/assessments/domains/sanctions.ts
var source7 = "sanctions-regimes";
async function assessSanctions(bench) {
  const { a, b, to } = bench.dyad;
  const inForce2 = await regimesOn(bench);
  const [byA, byB] = await Promise.all([sendersFor(bench, a), sendersFor(bench, b)]);
  const aOnB = inForce2.filter((regime) => byA.includes(regime.sender) && regime.target === b.iso3);
  const bOnA = inForce2.filter((regime) => byB.includes(regime.sender) && regime.target === a.iso3);
  const un = inForce2.filter((regime) => regime.sender === "UN" && [a.iso3, b.iso3].includes(regime.target));
  const both = commonSenders(inForce2, a, b);
  const joint = commonTargets(inForce2, byA, byB, [a.iso3, b.iso3]);
  const onBoth = inForce2.filter(({ sender, target }) => both.includes(sender) && [a.iso3, b.iso3].includes(target)).filter(onState);
  const byBoth = inForce2.filter(({ sender, target }) => joint.includes(target) && [...byA, ...byB].includes(sender)).filter(onState);
  const held2 = await allRegimes(bench.snapshot);
  const areBothInEu = byA.includes("EU") && byB.includes("EU");
  const estimates = [
    directedCount(bench, { id: "regimes-a-on-b", from: a, to: b, senders: byA, areBothInEu }, aOnB, held2),
    directedCount(bench, { id: "regimes-b-on-a", from: b, to: a, senders: byB, areBothInEu }, bOnA, held2),
    unCount(bench, un, held2),
    count2(bench, "common-senders", "senders that have sanctions on both (persons alone left out)", both.length, onBoth, onStates),
    count2(bench, "common-targets", "third states under sanctions of both (persons alone left out)", joint.length, byBoth, onStates)
  ];
  const observed = estimates.some((estimate) => estimate.state === "observed");
  const known3 = observed || estimates.some((estimate) => estimate.state === "estimated");
  return {
    id: "sanctions",
    title: "Sanctions",
    state: observed ? "observed" : known3 ? "estimated" : "unknown",
    summary: covered(bench) ? summary3(bench, { aOnB, bOnA, un, both, joint, areBothInEu }) : `Unknown: the record's sanctions regimes do not cover ${to}.`,
    estimates,
    items: [...aOnB, ...bOnA, ...un].map(itemOf4),
    notes: [
      'The table has embargoes and the main regimes, so a count is "at least"; single persons and firms are not listed.',
      ...aOnB.length + bOnA.length === 0 ? recallNotes2(bench, areBothInEu) : []
    ],
    ...known3 ? {} : { wouldFill: "The Global Sanctions Data Base (globalsanctionsdatabase.com), cases 1949 on, on request." }
  };
}
function distinct(regimes3) {
  return new Set(regimes3.map((regime) => regime.regime)).size;
}
async function regimesOn({ snapshot: snapshot2, dyad: dyad2 }) {
  return (await allRegimes(snapshot2)).filter(
    ({ start_date, end_date }) => start_date <= dyad2.to && (end_date === null || end_date >= dyad2.to)
  );
}
var allRegimes = cachedBySnapshot(async (snapshot2) => {
  const rows = await snapshot2.rows("SELECT * FROM sanctions WHERE source = $source ORDER BY start_date, regime, sender, target", { source: source7 });
  return rows;
});
function isParty(sender) {
  return sender !== "UN" && (stateOf(sender) !== void 0 || blocOf(sender) !== void 0);
}
async function sendersFor(bench, state) {
  const rows = (await storedMemberships(bench.snapshot)).of(state.iso3);
  const blocs2 = membershipsOf(rows, state.iso3, bench.dyad.to).filter((membership2) => membership2.role === "member");
  return [state.iso3, ...blocs2.map((membership2) => membership2.bloc).filter((bloc) => bloc !== "UN")];
}
var onStates = " and not regexp_full_match(measures, '(assets|travel|,)*')";
function onState(regime) {
  return regime.measures.split(",").some((measure) => measure !== "assets" && measure !== "travel");
}
function commonSenders(inForce2, a, b) {
  const on = (target) => new Set(
    inForce2.filter((regime) => regime.target === target && onState(regime) && isParty(regime.sender)).map((regime) => regime.sender)
  );
  const onB = on(b.iso3);
  return [...on(a.iso3)].filter((sender) => onB.has(sender)).sort();
}
function commonTargets(inForce2, byA, byB, pair) {
  const targets = (senders2) => new Set(
    inForce2.filter((regime) => senders2.includes(regime.sender) && !pair.includes(regime.target) && onState(regime)).map((regime) => regime.target)
  );
  const ofB = targets(byB);
  return [...targets(byA)].filter((target) => ofB.has(target)).sort();
}
function covered(bench) {
  const window3 = bench.cards.get(source7)?.coverage[0];
  return window3 !== void 0 && bench.dyad.to >= window3.from && bench.dyad.to <= window3.to;
}
function directedCount(bench, { id: id2, from, to, senders: senders2, areBothInEu }, found, held2) {
  const label = `regimes of ${inSentence(from.name)}, or a body it is in, on ${inSentence(to.name)}`;
  if (found.length > 0 || !covered(bench)) return count2(bench, id2, label, distinct(found), found);
  const { recall, what } = silenceOf(bench, from, areBothInEu);
  return noneFound2(
    bench,
    { id: id2, label },
    recall,
    what,
    held2.filter(({ sender }) => senders2.includes(sender))
  );
}
function unCount(bench, found, held2) {
  const [id2, label] = ["un-regimes", "UN regimes on either"];
  if (found.length > 0 || !covered(bench)) return count2(bench, id2, label, distinct(found), found);
  const recall = unSanctionsRecall(bench.dyad.to);
  return noneFound2(
    bench,
    { id: id2, label },
    recall,
    "UN sanctions",
    held2.filter(({ sender }) => sender === "UN")
  );
}
function noneFound2(bench, figure, recall, what, looked) {
  const { to } = bench.dyad;
  const subject2 = { ...figure, unit: "count", period: to };
  if (recall === void 0 || !isNoSanctionEstimated(recall)) return unknown(subject2, whyUnknown2(recall, what));
  const inForce2 = looked.filter(({ start_date, end_date }) => start_date <= to && (end_date === null || end_date >= to));
  const senders2 = new Set(inForce2.map(({ sender }) => sender));
  const rows = senders2.size === 0 ? "false" : `sender in ${inList(senders2)} and ${inForceCondition(to)}`;
  return {
    ...subject2,
    state: "estimated",
    value: 0,
    interval: { level: 0.9, low: 0, high: 0, kind: "binomial" },
    method: `none among the regimes of the record in force on ${to}; ${recallWords(recall, what)}`,
    evidence: [
      { source: source7, vintage: vintageOf(bench.cards, source7), rows: `sanctions where source = '${source7}' and ${rows}`, count: inForce2.length }
    ],
    note: `None found; ${recallWords(recall, what)}.`
  };
}
function whyUnknown2(recall, what) {
  return recall === void 0 ? "none recorded, and how complete the table is for that time was not measured" : `none recorded, but ${missedWords(recall, what)}`;
}
function silenceOf({ dyad: dyad2 }, from, areBothInEu) {
  return areBothInEu ? { recall: sanctionsRecall("EU", dyad2.to), what: "sanctions between members of the European Union" } : { recall: sanctionsRecall(from.iso3, dyad2.to), what: `sanctions of ${inSentence(from.name)}` };
}
function count2(bench, id2, label, value, rows, which = "") {
  const { to } = bench.dyad;
  const reason = covered(bench) ? "none recorded, and the table is not complete" : `the table does not cover ${to}`;
  if (value === 0 || !covered(bench)) return unknown({ id: id2, label, unit: "count", period: to }, reason);
  return {
    state: "observed",
    id: id2,
    label,
    unit: "count",
    period: to,
    value,
    interval: "exact",
    certainty: "at least",
    method: `count in the record's table of embargoes and main regimes, in force on ${to}`,
    evidence: [{ source: source7, vintage: vintageOf(bench.cards, source7), rows: `${regimeRows(rows, to)}${which}`, count: rows.length }]
  };
}
function regimeRows(rows, day2) {
  const [regimes3, senders2, targets] = ["regime", "sender", "target"].map((name) => inList(new Set(rows.map((row) => row[name]))));
  return `sanctions where source = '${source7}' and regime in ${regimes3} and sender in ${senders2} and target in ${targets} and ${inForceCondition(day2)}`;
}
function summary3(bench, found) {
  const { a, b, to } = bench.dyad;
  const first = found.aOnB.length + found.bOnA.length === 0 ? `No sanctions regime of ${inSentence(a.name)} on ${inSentence(b.name)} or the other way round was found for ${to}.${unknownSides(bench, found.areBothInEu)}` : `On ${to} ${directed2(a, b, found.aOnB)}; ${directed2(b, a, found.bOnA)}.`;
  const both = found.both.length === 0 ? "" : ` Both are under sanctions of ${joinedWords(found.both.map(partyName))}.`;
  const joint = found.joint.length === 0 ? "" : ` Both, by themselves or through a body they belong to, have sanctions on ${counted(found.joint.length, "third state", "third states")}: ${joinedWords(found.joint.map(partyName))}.`;
  const un = [a, b].filter((state) => found.un.some((regime) => regime.target === state.iso3));
  const binding = un.length === 0 ? "" : ` ${joinedWords(un.map((state) => inSentence(state.name)))} ${un.length === 1 ? "is" : "are"} under UN sanctions.`;
  return first + binding + both + joint;
}
function unknownSides(bench, areBothInEu) {
  const { a, b, to } = bench.dyad;
  const open = [a, b].filter((state) => {
    const { recall } = silenceOf(bench, state, areBothInEu);
    return recall === void 0 || !isNoSanctionEstimated(recall);
  });
  if (open.length === 0) return "";
  const whose = joinedWords(open.map((state) => `those of ${inSentence(state.name)}`));
  return covered(bench) && to >= "2013" ? ` The table is not complete enough on ${whose} to rule them out.` : " How complete the table is for that time was not measured.";
}
function recallNotes2(bench, areBothInEu) {
  const parts2 = [bench.dyad.a, bench.dyad.b].flatMap((state) => {
    const { recall, what } = silenceOf(bench, state, areBothInEu);
    return recall === void 0 ? [] : [isNoSanctionEstimated(recall) ? recallWords(recall, what) : missedWords(recall, what)];
  });
  return parts2.length === 0 ? [] : [`Held against the Global Sanctions Data Base (GSDB): ${[...new Set(parts2)].join("; ")}.`];
}
function partyName(id2) {
  const state = stateOf(id2);
  return state === void 0 ? `the ${id2}` : inSentence(state.name);
}
function directed2(sender, target, regimes3) {
  if (regimes3.length === 0) return `the record names no regime of ${inSentence(sender.name)} on ${inSentence(target.name)}`;
  const measures = [...new Set(regimes3.flatMap((regime) => regime.measures.split(",")))].sort();
  return `${inSentence(sender.name)} has at least ${counted(distinct(regimes3), "regime", "regimes")} on ${inSentence(target.name)} (${joinedWords(measures)})`;
}
function itemOf4(regime) {
  const end = regime.end_date === null ? "in force" : `to ${regime.end_date}`;
  return {
    kind: "regime",
    date: regime.start_date,
    text: `${regime.sender} on ${regime.target}: ${regime.name} (${regime.measures.split(",").join(", ")}); from ${regime.start_date}, ${end}${regime.note === null ? "" : `. ${regime.note}`}`,
    source: source7,
    citation: regime.citation
  };
}

// src/assessments/economy/technology-goods.ts
var groups = sectorGoods.map(({ id: id2, indicator: indicator6, name }) => ({ id: id2, indicator: indicator6, name, source: "baci-sectors" }));
async function technologyGoods(bench) {
  const sold = await Promise.all(salesOf(bench).map((sale) => soldBy(bench, sale)));
  const devices = await inputOutputSales(bench, electronics);
  return {
    silent: silentReason(bench),
    estimates: sold.flatMap((one) => [
      ...one.goods.flatMap(figuresOf4),
      ...hasGoods(one) ? [] : boundFigure(
        bench,
        `technology-goods-${one.sale.way}`,
        `each of five groups of technology goods from ${inSentence(one.sale.seller.name)} to ${inSentence(one.sale.buyer.name)}`,
        one.sale,
        one.goods
      )
    ]).concat(devices.estimates),
    sentences: [...sentencesOn4(sold), devices.sentence].filter((text) => text !== ""),
    items: [],
    notes: [...notesOn7(sold), ...devices.notes]
  };
}
function silentReason({ cards, dyad: { a, b } }) {
  const { silent: silent5 = [] } = cards.get("baci-sectors")?.coverage[0] ?? {};
  const both = silent5.includes(a.iso3) && silent5.includes(b.iso3);
  return both ? `BACI has no report of 2024 from ${inSentence(a.name)} or ${inSentence(b.name)}, so it cannot know what passed between them; ` : "";
}
async function soldBy(bench, sale) {
  const goods = await Promise.all(groups.map((of) => flowFound(bench, of, sale)));
  return { sale, goods };
}
function hasGoods({ goods }) {
  return goods.some(({ level }) => level !== void 0);
}
function isBounded({ goods }) {
  return goods.every(({ bound: bound2 }) => bound2 !== void 0);
}
function sentencesOn4(sold) {
  const [one, other] = sold;
  const least3 = formatFigure([...one.goods, ...other.goods].find(({ bound: bound2 }) => bound2 !== void 0)?.bound?.threshold ?? 0, "USD");
  const nothing3 = `any of ${joinedWords(groups.map(({ name }) => name))}`;
  const none = isBounded(one) && isBounded(other) ? [
    `In 2024 neither ${inSentence(one.sale.seller.name)} nor ${inSentence(other.sale.seller.name)} sold the other as much as ${least3} of ${nothing3}, by CEPII\u2019s estimate.`
  ] : sold.filter(isBounded).map(
    ({ sale }) => `From ${inSentence(sale.seller.name)} to ${inSentence(sale.buyer.name)} it was less than ${least3} of each of these goods.`
  );
  return [...sold.filter(hasGoods).map(goodsSentence), ...none];
}
var most2 = 3;
function named2(found) {
  const rest = found.slice(most2).map(({ of }) => of.name);
  return [...found.slice(0, most2).map(amountWithShare), ...rest.length === 0 ? [] : [`less of ${rest.join(" and of ")}`]];
}
function goodsSentence({ sale, goods }) {
  const found = goods.filter(({ level }) => level !== void 0).sort((x, y) => y.level.value - x.level.value);
  const rank4 = found[0].beside.find((one) => isKnown(one) && one.id.endsWith(".percentile"));
  const place = rank4 === void 0 ? "" : `; in ${found[0].of.name} this is above ${formatPercentile(rank4.value)} % of the pairs that have any`;
  return `In ${found[0].level.period} ${inSentence(sale.seller.name)} sold ${inSentence(sale.buyer.name)} ${joinedWords(named2(found))}, by CEPII\u2019s estimate${place}.`;
}
function notesOn7(sold) {
  const all = sold.flatMap(({ goods }) => goods);
  return [
    ...all.some(({ of, level }) => of.id === "semiconductors" && level !== void 0) ? [
      "Semiconductors stand with solar cells and panels in the customs code (HS 8541), and with the machines that make them: the figure alone does not tell chips from panels."
    ] : [],
    ...all.some(({ bound: bound2 }) => bound2 !== void 0) ? ["Trade of less than a thousand dollars a year is not listed."] : []
  ];
}

// src/assessments/economy/technology-ties.ts
var source8 = "institution-memberships";
async function technologyTies(bench) {
  const { dyad: dyad2, snapshot: snapshot2 } = bench;
  const [institutions2, agreements2] = [await storedInstitutions(snapshot2), await storedAgreements(snapshot2)];
  return {
    bench,
    members: (institution) => institutions2.of(institution).filter((row) => inForceOn(row, dyad2.to)),
    between: agreements2.of(dyad2.a.iso3, dyad2.b.iso3).filter((row) => begunBy(row, dyad2.to))
  };
}
function exactCount(period) {
  return { state: "observed", unit: "count", period, interval: "exact" };
}
function membersBehind({ bench, members }, ids) {
  const { a, b, to } = bench.dyad;
  const all = ids.flatMap((id2) => members(id2));
  const own = all.filter(({ state }) => state === a.iso3 || state === b.iso3);
  const which = own.length === 0 ? "" : ` and state in ${inList([a.iso3, b.iso3])}`;
  return {
    source: source8,
    vintage: vintageOf(bench.cards, source8),
    rows: `institution_memberships where role = 'member' and institution in ${inList(ids)}${which} and ${inForceCondition(to)}`,
    count: own.length === 0 ? all.length : own.length
  };
}
function membersOfPair({ bench, members }, institution) {
  const { a, b } = bench.dyad;
  return [a, b].flatMap(({ iso3 }) => members(institution).find(({ state }) => state === iso3) ?? []);
}
function nameOf2({ bench: { dyad: dyad2 } }, row) {
  return inSentence([dyad2.a, dyad2.b].find(({ iso3 }) => iso3 === row.state).name);
}

// src/assessments/economy/export-control-regimes.ts
var regimes2 = {
  WASSENAAR: "the Wassenaar Arrangement",
  NSG: "the Nuclear Suppliers Group",
  "AUSTRALIA-GROUP": "the Australia Group",
  MTCR: "the Missile Technology Control Regime"
};
var regimeIds = Object.keys(regimes2);
var regimesFrom = "2001-01-01";
function regimesOf({ members }, { iso3 }) {
  return regimeIds.filter((id2) => members(id2).some(({ state }) => state === iso3));
}
function regimesKnown({ bench: { dyad: dyad2 }, members }) {
  return dyad2.to >= regimesFrom && regimeIds.every((id2) => members(id2).length > 0);
}
function commonRegimes(ties) {
  if (!regimesKnown(ties)) return [];
  const { a, b, to } = ties.bench.dyad;
  const others2 = regimesOf(ties, b);
  const common2 = regimesOf(ties, a).filter((id2) => others2.includes(id2));
  return [
    {
      ...exactCount(to),
      id: "common-export-control-regimes",
      label: "export control regimes of which both are participants",
      value: common2.length,
      method: `count of four regimes (${regimeIds.join(", ")}) with both as participants on ${to}; their lists are complete`,
      evidence: [membersBehind(ties, regimeIds)]
    }
  ];
}
var few = ["none", "one", "two", "three", "all four"];
function regimeSentences(ties) {
  if (!regimesKnown(ties)) return [];
  const { a, b } = ties.bench.dyad;
  const [own, others2] = [regimesOf(ties, a), regimesOf(ties, b)];
  const common2 = own.filter((id2) => others2.includes(id2));
  const both = `${inSentence(a.name)} and ${inSentence(b.name)}`;
  if (common2.length === regimeIds.length)
    return [`${both} are both in all four export control regimes: for arms, nuclear goods, chemical and biological goods, and missiles.`];
  if (own.length + others2.length === 0)
    return [`Neither ${inSentence(a.name)} nor ${inSentence(b.name)} is in any of the four export control regimes.`];
  if (common2.length === 0)
    return [
      `${both} have no export control regime in common: ${inSentence(a.name)} is in ${listed(own)}, ${inSentence(b.name)} in ${listed(others2)}.`
    ];
  const alone = [aloneWords(a, own, common2), aloneWords(b, others2, common2)].filter((text) => text !== "").map((text) => `; ${text}`);
  return [`${both} are both in ${few[common2.length]} of the four export control regimes, ${named3(common2)}${alone.join("")}.`];
}
function named3(ids) {
  return joinedWords(ids.map((id2) => regimes2[id2]));
}
function listed(ids) {
  return ids.length === 0 || ids.length === regimeIds.length ? few[ids.length] : named3(ids);
}
function aloneWords(state, own, common2) {
  const alone = own.filter((id2) => !common2.includes(id2));
  const rest = regimeIds.length - common2.length;
  if (alone.length === 0) return "";
  return `${inSentence(state.name)} alone is in ${alone.length < rest ? named3(alone) : rest === 1 ? "the other" : `the other ${few[rest]}`}`;
}

// src/assessments/economy/space-programmes.ts
var accords = { id: "ARTEMIS", from: "2020-10-13", completeTo: "2026-04-20" };
var station = "ILRS";
var programmes = { ESA: "members of the European Space Agency", ISS: "partners in the International Space Station" };
function spaceCounts(ties) {
  return [...signatories(ties), ...stationMembers(ties), ...commonProgrammes(ties)];
}
function signatories(ties) {
  const { to } = ties.bench.dyad;
  if (to < accords.from || ties.members(accords.id).length === 0) return [];
  const signed2 = membersOfPair(ties, accords.id);
  return [
    {
      ...exactCount(to),
      id: "artemis-accords",
      label: "of the two, signatories of the Artemis Accords",
      value: signed2.length,
      ...to > accords.completeTo && signed2.length < 2 ? { certainty: "at least" } : {},
      method: `states of the pair in the list of signatories on ${to}; the list is complete to ${accords.completeTo}`,
      evidence: [membersBehind(ties, [accords.id])]
    }
  ];
}
function stationMembers(ties) {
  const joined = membersOfPair(ties, station);
  const { to } = ties.bench.dyad;
  return joined.length === 0 ? [] : [
    {
      ...exactCount(to),
      id: "lunar-research-station",
      label: "of the two, participants of the International Lunar Research Station",
      value: joined.length,
      ...joined.length < 2 ? { certainty: "at least" } : {},
      method: `states of the pair in the list of participants on ${to}; the list is not complete`,
      evidence: [membersBehind(ties, [station])]
    }
  ];
}
function commonProgrammeIds(ties) {
  return Object.keys(programmes).filter((id2) => membersOfPair(ties, id2).length === 2);
}
function commonProgrammes(ties) {
  const common2 = commonProgrammeIds(ties);
  const { to } = ties.bench.dyad;
  return common2.length === 0 ? [] : [
    {
      ...exactCount(to),
      id: "common-space-programmes",
      label: "space programmes of which both are members",
      value: common2.length,
      method: `count of two programmes (${Object.keys(programmes).join(", ")}) with both as members on ${to}`,
      evidence: [membersBehind(ties, common2)]
    }
  ];
}
function spaceSentences(ties, missions) {
  return [...membershipSentences(ties), ...missionSentence2(missions)];
}
function membershipSentences(ties) {
  const shared3 = commonProgrammeIds(ties).map((id2) => programmes[id2]);
  const { a, b } = ties.bench.dyad;
  return [
    ...accordsSentence(ties),
    ...shared3.length === 0 ? [] : [`${inSentence(a.name)} and ${inSentence(b.name)} are both ${joinedWords(shared3)}.`]
  ];
}
var moonBase = "the International Lunar Research Station";
function accordsSentence(ties) {
  const [signed2, joined] = [membersOfPair(ties, accords.id), membersOfPair(ties, station)];
  const [one, other] = signed2;
  const [first, second] = joined;
  const ofBoth = first === void 0 || second === void 0 ? [] : [`${pairDays(ties, "take part in", moonBase, first, second)}.`];
  if (one === void 0) return ofBoth;
  if (other !== void 0) return [`${pairDays(ties, "have both signed", "the Artemis Accords", one, other)}.`, ...ofBoth];
  const rival = joined.find(({ state }) => state !== one.state);
  const whom = nameOf2(ties, one);
  return rival === void 0 ? [`Of the two, only ${whom} ${knownWords(ties)} signed the Artemis Accords (${toldDateWords(one.start_told)}).`] : [
    `${whom} has signed the Artemis Accords (${toldDateWords(one.start_told)}), and ${nameOf2(ties, rival)} takes part in ${moonBase} of China and Russia (since ${toldDateWords(rival.start_told)}).`
  ];
}
function knownWords({ bench }) {
  return bench.dyad.to <= accords.completeTo ? "has" : "is known to have";
}
function pairDays(ties, verb, what, one, other) {
  const both = `${nameOf2(ties, one)} and ${nameOf2(ties, other)} ${verb} ${what}`;
  if (one.start_told === other.start_told) return `${both} (${toldDateWords(one.start_told)})`;
  return `${both} (${toldDateWords(one.start_told)} and ${toldDateWords(other.start_told)})`;
}
function missionSentence2(missions) {
  const last = missions.at(-1);
  if (last === void 0) return [];
  return [
    `The latest joint mission in space on our list was launched ${last.start_told.length === 10 ? "on" : "in"} ${toldDateWords(last.start_told)} (${last.name}).`
  ];
}

// src/assessments/economy/technology-regimes.ts
async function technologyRegimes(bench) {
  const ties = await technologyTies(bench);
  const missions = ties.between.filter(({ kind }) => kind === "joint-mission");
  const limits2 = ties.between.filter((row) => row.kind === "supplier-restriction" && inForceOn(row, bench.dyad.to));
  return {
    estimates: [...commonRegimes(ties), ...spaceCounts(ties)],
    sentences: [...limitSentences(ties, limits2), ...regimeSentences(ties), ...spaceSentences(ties, missions)].map(capitaliseArticles),
    items: [...limits2, ...missions].map(rowItem2).sort((x, y) => x.date < y.date ? 1 : -1),
    notes: notesOn8(ties, limits2)
  };
}
var limitVerbs = {
  ban: "has barred Chinese suppliers of telecommunications from its new networks since",
  "phase-out": "is removing Chinese suppliers of telecommunications from its networks, as decided on",
  restriction: "has restricted suppliers of telecommunications, Chinese ones above all, since",
  warning: "has warned of Chinese suppliers of telecommunications since"
};
function limitSentences({ bench: { dyad: dyad2 } }, limits2) {
  const strictest = Object.keys(limitVerbs).flatMap((form) => limits2.findLast((row) => row.form === form) ?? [])[0];
  if (strictest === void 0) return [];
  const actor = [dyad2.a, dyad2.b].find(({ iso3 }) => iso3 === strictest.actor);
  return [`${inSentence(actor.name)} ${limitVerbs[strictest.form]} ${toldDateWords(strictest.start_told)} (${strictest.name}).`];
}
function rowItem2(row) {
  const note = row.note === null ? "" : `; ${row.note}`;
  const what = row.kind === "joint-mission" ? "joint mission" : row.form;
  return {
    kind: "relation",
    date: row.start_date,
    text: `${toldDateWords(row.start_told)}: ${what}, ${row.name}${note}`,
    source: row.source,
    citation: row.locator
  };
}
function notesOn8(ties, limits2) {
  return [
    ...regimesKnown(ties) ? ["Belonging to the same export control regimes says that both control the same goods, not that they sell them to each other."] : [],
    ...limits2.length === 0 ? [] : ["Most laws on suppliers of telecommunications name no state: a row stands where the law was made or used against Chinese ones."]
  ];
}

// src/assessments/domains/technology.ts
var indicator5 = "sanctioned-goods-exports";
var about5 = {
  id: "technology",
  title: "Technology",
  kinds: ["technology"],
  on: "technology",
  lead: { label: "trade in restricted goods", unit: "EUR" },
  reason: "the record holds no trade in technology goods, patents or joint programmes of the pair.",
  wouldFill: "Trade in controlled goods by HS code (UN Comtrade, Eurostat Comext; for EU members with Russia and its neighbours visavis add comext-sanctioned), joint patents and publications."
};
async function assessTechnology(bench) {
  const all = await pairRows(bench, [indicator5]);
  const rows = ways2(bench).flatMap(([from]) => likeForLike(all.filter((row) => row.from === from.iso3)));
  const own = await Promise.all(
    ways2(bench).map(
      ([from, to, way]) => wayFigures2(
        bench,
        rows.filter((row) => row.from === from.iso3),
        from,
        to,
        way
      )
    )
  );
  const through = await reExports(bench);
  const restricted = [...own.flat(), ...through];
  const goods = await technologyGoods(bench);
  const regimes3 = await technologyRegimes(bench);
  return ledgerDomain(
    bench,
    { ...about5, reason: `${goods.silent}${about5.reason}` },
    {
      estimates: [...restricted, ...goods.estimates, ...regimes3.estimates],
      sentences: [...sentencesOn5(bench, restricted), ...goods.sentences, ...regimes3.sentences, ...silentGoods(bench, goods)],
      items: [...figureItems(rows), ...regimes3.items],
      notes: [...restricted.length === 0 ? [] : restrictedNotes(through.length > 0), ...goods.notes, ...regimes3.notes]
    }
  );
}
function silentGoods({ dyad: { a, b } }, { silent: silent5, estimates }) {
  return silent5 === "" || estimates.some(isKnown) ? [] : [`What ${inSentence(a.name)} and ${inSentence(b.name)} sell each other of technology is unknown: neither reported its trade of 2024.`];
}
function restrictedNotes(withThrough) {
  return [
    "One list of codes, the EU annexes of about January 2023, stands for all years and partners: most of these goods could be sold to Russia before February 2022, and may be sold to the others.",
    ...withThrough ? ["What the EU sells to a neighbour of Russia and where it ends are two things: the figures say the first only."] : []
  ];
}
function ways2(bench) {
  const { a, b } = bench.dyad;
  return [
    [a, b, "a-to-b"],
    [b, a, "b-to-a"]
  ];
}
async function wayFigures2(bench, rows, from, to, way) {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === void 0 || last === void 0) return [];
  const label = `goods under EU export sanctions from ${inSentence(from.name)} to ${inSentence(to.name)}`;
  const level = rowAsFigure(last, `restricted-goods-${way}`, label);
  return [level, ...await percentileOf(bench, level, last, [indicator5], true), sinceFirst(level, first, last)];
}
function likeForLike(rows) {
  const last = rows.at(-1);
  return last === void 0 ? [] : rows.filter(({ start, end }) => start.slice(4) === last.start.slice(4) && end.slice(4) === last.end.slice(4));
}
function sinceFirst(level, first, last) {
  const about6 = {
    id: `${level.id}-since`,
    label: `change of these since ${first.start.slice(0, 4)}`,
    unit: level.unit,
    period: coversCalendarYear(last) ? `${first.start.slice(0, 4)}/${level.period}` : `${first.start}/${last.end}`
  };
  if (first.end === last.end) return unknown(about6, `the source has ${level.period} only`);
  return {
    ...level,
    ...about6,
    value: last.value - first.value,
    method: `${formatFigure(last.value, last.unit)} less ${formatFigure(first.value, first.unit)}`
  };
}
async function reExports(bench) {
  const pair = [bench.dyad.a, bench.dyad.b];
  if (!pair.some((state) => state.iso3 === "RUS")) return [];
  const held2 = await loadedRows(bench);
  const found = pair.flatMap((state) => held2.of(state.iso3).filter((row) => row.from === "EU" && row.indicator === indicator5));
  const byState2 = pair.map((state) => likeForLike(found.filter((row) => row.to === state.iso3)));
  if (byState2.some((group) => group.length === 0)) return [];
  return pair.flatMap((state, i) => {
    const [first, last] = [byState2[i][0], byState2[i].at(-1)];
    const level = rowAsFigure(
      last,
      `eu-restricted-goods-${i === 0 ? "a" : "b"}`,
      `goods under EU export sanctions from the EU to ${inSentence(state.name)}`
    );
    return [level, sinceFirst(level, first, last)];
  });
}
function sentencesOn5(bench, estimates) {
  const known3 = (id2) => estimates.find((one) => one.id === id2 && "value" in one);
  const direct = ways2(bench).flatMap(([from, to, way]) => {
    const level = known3(`restricted-goods-${way}`);
    if (level === void 0) return [];
    const whom = `${inSentence(from.name)} exported goods under EU export sanctions worth ${formatFigure(level.value, level.unit)} to ${inSentence(to.name)}`;
    return [`${whenOf(level.period)} ${whom}${rankWords(estimates, level.id)}${moved2(known3(`${level.id}-since`))}.`];
  });
  const through = [bench.dyad.a, bench.dyad.b].flatMap((state, i) => {
    const level = known3(`eu-restricted-goods-${i === 0 ? "a" : "b"}`);
    return level === void 0 ? [] : [`${formatFigure(level.value, level.unit)} to ${inSentence(state.name)}${moved2(known3(`${level.id}-since`))}`];
  });
  const year = known3("eu-restricted-goods-a")?.period;
  return [
    ...direct,
    ...through.length === 0 ? [] : [`${whenOf(year)} the EU exported goods under its own export sanctions worth ${through.join(", and ")}.`]
  ];
}
function whenOf(period) {
  const [first, last] = period.split("/").map((day2) => /* @__PURE__ */ new Date(`${day2}T00:00:00Z`));
  if (last === void 0 || first === void 0 || period.length !== 21) return `In ${period.replace("/", " to ")}`;
  const month = (day2) => day2.toLocaleDateString("en-GB", { month: "long", timeZone: "UTC" });
  return `From ${month(first)} to ${month(last)} ${last.getUTCFullYear()}`;
}
function moved2(change5) {
  return change5 === void 0 ? "" : ` (${signed(change5.value, change5.unit)} since ${change5.period.slice(0, 4)})`;
}

// src/assessments/record/goods-reports.ts
var goodsIndicators = ["goods-trade-flow", "goods-imports", "goods-exports", "goods-trade"];
var tradeIndicators = [...goodsIndicators, "goods-imports-cow"];
var editionOf = {
  "comext-sanctioned": "comext",
  "imf-dots-world": "imf-imts",
  "imf-imts-2025": "imf-imts"
};
function goodsReportsIn(held2, a, window3 = {}) {
  const { from = "", indicators: indicators5 = goodsIndicators } = window3;
  const rows = held2.filter((row) => indicators5.includes(row.indicator) && row.start >= from).sort(inOrder);
  const years4 = rows.filter((row) => isPeriod(row, "-01-01", "-12-31")).map((row) => reportOf(row, a));
  const known3 = new Set(years4.map(keyOf2));
  const sums = monthSums(rows.filter(isMonth).map((row) => reportOf(row, a))).filter((sum2) => !known3.has(keyOf2(sum2)));
  return sums.length === 0 ? years4 : [...years4, ...sums].sort((x, y) => x.year - y.year || (x.source < y.source ? -1 : 1));
}
var orderedBy2 = ["start", "source", "indicator", "reporter", "unit", "vintage", "locator"];
function inOrder(x, y) {
  for (const name of orderedBy2) {
    const [one, other] = [x[name], y[name]];
    if (one !== other) return one === null ? 1 : other === null || one < other ? -1 : 1;
  }
  return 0;
}
function withoutOtherEditions(reports) {
  const held2 = new Set(reports.map(keyOf2));
  return reports.filter((report) => {
    const main = editionOf[report.source];
    return main === void 0 || !held2.has(keyOf2({ ...report, source: main }));
  });
}
function keyOf2(report) {
  return [report.year, report.source, report.indicator, report.direction, report.reporter, report.unit].join("|");
}
function isPeriod({ start, end }, first, last) {
  return start.slice(4) === first && end === start.slice(0, 4) + last;
}
function isMonth(row) {
  if (row.start.slice(0, 7) !== row.end.slice(0, 7)) return false;
  const [year, month] = row.start.split("-").map(Number);
  return isPeriod(row, `-${String(month).padStart(2, "0")}-01`, new Date(Date.UTC(year, month, 0)).toISOString().slice(4, 10));
}
function monthSums(months3) {
  const groups2 = grouped(months3, (month) => `${keyOf2(month)}|${month.valuation}|${month.vintage}`);
  return [...groups2.values()].flatMap((group) => {
    if (group.length !== 12) return [];
    const status = group.every((month) => month.status === "observed") ? "observed" : "estimated";
    const value = group.reduce((sum2, month) => sum2 + month.value, 0);
    return [{ ...group[0], value, status, locator: `${group[0].locator} and 11 more months`, basis: "months" }];
  });
}
function reportOf(row, a) {
  const { value, unit: unit2, indicator: indicator6, reporter, valuation, status, source: source10, vintage, locator } = row;
  return {
    direction: indicator6 === "goods-trade" ? "both" : row.from === a ? "a-to-b" : "b-to-a",
    year: Number(row.start.slice(0, 4)),
    ...{ value, unit: unit2, indicator: indicator6, reporter, valuation, status, source: source10, vintage, locator },
    basis: "year"
  };
}
function quotedList(words5) {
  return words5.map((word) => `'${word}'`).join(", ");
}
function totalReports(reports) {
  const groups2 = grouped(reports, (report) => `${report.year} ${report.source} ${report.reporter} ${report.unit}`);
  return [...groups2.values()].flatMap((group) => totalOf(group));
}
function totalOf(group) {
  const printed = group.find((report) => report.direction === "both");
  if (printed !== void 0) return [printed];
  const out = group.find((report) => report.direction === "a-to-b");
  const back = group.find((report) => report.direction === "b-to-a");
  if (out === void 0 || back === void 0) return [];
  const status = out.status === "observed" && back.status === "observed" ? "observed" : "estimated";
  return [
    {
      ...out,
      direction: "both",
      value: out.value + back.value,
      status,
      basis: out.basis === "year" ? back.basis : "months",
      valuation: out.valuation === back.valuation ? out.valuation : null,
      indicator: `${out.indicator} + ${back.indicator}`,
      locator: `${out.locator}; ${back.locator}`,
      parts: [out, back]
    }
  ];
}
function totalRange(reports) {
  const totals2 = totalReports(reports).map(({ value }) => value);
  if (totals2.length === 0) return void 0;
  const [out, back] = ["a-to-b", "b-to-a"].map(
    (way) => reports.filter(({ direction }) => direction === way).map(({ value }) => value)
  );
  const sums = out.length === 0 || back.length === 0 ? [] : [Math.min(...out) + Math.min(...back), Math.max(...out) + Math.max(...back)];
  return { low: Math.min(...totals2, ...sums), high: Math.max(...totals2, ...sums) };
}
function isObservedOrReconciled(report) {
  return report.status === "observed" || report.reporter === null;
}
function preferredReport(reports) {
  const order2 = (report) => (isObservedOrReconciled(report) ? 0 : 10) + (report.reporter === null ? 0 : report.indicator === "goods-trade" ? 1 : report.indicator === "goods-imports" ? 2 : 3);
  return [...reports].sort((x, y) => order2(x) - order2(y) || (x.source < y.source ? -1 : 1))[0];
}

// src/assessments/record/isolated-figure-sources.ts
var sources2 = ["cited-figures", "baci-2022", "baci-2023", "baci-pairs", "imf-imts-2025"];
function hasIsolatedFigures(source10) {
  return sources2.includes(source10);
}
var listSourcesCondition = `source NOT IN (${quotedList(sources2)})`;

// src/assessments/record/reported-flows.ts
var yearsBack = 6;
var world = "WLD";
function reportsNaming({ flows: flows3, byPartner }, a, b) {
  const [inA, inB] = [a, b].map((state) => byPartner.get(state) ?? /* @__PURE__ */ new Map());
  const named6 = [.../* @__PURE__ */ new Set([...inA.keys(), ...inB.keys()])].sort((x, y) => x - y);
  return named6.map((i) => ({ flow: flows3[i], ofA: inA.get(i) ?? null, ofB: inB.get(i) ?? null }));
}
function reportedFlows(snapshot2, indicators5, to) {
  const last = Number(to.slice(0, 4));
  const whole3 = to.endsWith("-12-31") ? last : last - 1;
  return latestFlows(snapshot2, indicators5, last - yearsBack, whole3);
}
var latestFlows = cachedBySnapshot(
  async (snapshot2, indicators5, first, last) => {
    const years4 = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    const latest2 = /* @__PURE__ */ new Map();
    for (const one of await flowsOfYears(snapshot2, indicators5, years4)) latest2.set(keyOf3(one), one);
    const flows3 = [];
    const byPartner = /* @__PURE__ */ new Map();
    for (const one of [...latest2.values()].sort(compared)) {
      const figures = figuresIn(one.figures);
      for (const [partner, value] of byPartnerIn(figures)) {
        const own = byPartner.get(partner) ?? /* @__PURE__ */ new Map();
        byPartner.set(partner, own.set(flows3.length, value));
      }
      flows3.push(summed2(one, figures));
    }
    return { flows: flows3, byPartner };
  }
);
async function flowsOfYears(snapshot2, indicators5, years4) {
  const missing = years4.filter((year) => !flowsOfYear.has(snapshot2, indicators5, year));
  const read2 = missing.length === 0 ? [] : readYears(snapshot2, indicators5, missing[0], missing.at(-1));
  const ofYear = async (year) => (await read2).filter((flow2) => flow2.year === String(year));
  return (await Promise.all(years4.map((year) => flowsOfYear.orMake(snapshot2, [indicators5, year], () => ofYear(year))))).flat();
}
var flowsOfYear = cachedBySnapshot((snapshot2, indicators5, year) => readYears(snapshot2, indicators5, year, year));
async function readYears(snapshot2, indicators5, first, last) {
  const rows = await snapshot2.rows(reportsOf(indicators5), { first: `${first}-01-01`, last: `${last}-12-31` });
  return rows;
}
var reportsOf = (indicators5) => `
SELECT indicator, reporter, reporter = to_id AS imports, start_date[:4] AS year, source, any_value(unit) AS unit, max(vintage) AS vintage,
       bool_or(status = 'estimated') AS estimated,
       string_agg(if(reporter = to_id, from_id, to_id) || value::VARCHAR, ' ') FILTER (length(if(reporter = to_id, from_id, to_id)) = 3) AS figures
FROM observations
WHERE indicator IN (${quotedList(indicators5)})
  AND (reporter = to_id OR reporter = from_id) AND reporter <> 'WLD' AND value IS NOT NULL
  AND start_date >= $first AND end_date <= $last AND start_date[5:] = '-01-01' AND end_date = start_date[:4] || '-12-31' AND ${listSourcesCondition}
GROUP BY ALL`;
function figuresIn(text) {
  const parts2 = text === null ? [] : text.split(" ");
  return parts2.map((part2) => ({ partner: part2.slice(0, 3), value: Number(part2.slice(3)) })).sort((x, y) => x.value - y.value);
}
function byPartnerIn(figures) {
  const sums = /* @__PURE__ */ new Map();
  for (const { partner, value } of figures) if (partner !== world) sums.set(partner, (sums.get(partner) ?? 0) + value);
  return sums;
}
function summed2({ figures: _, ...flow2 }, figures) {
  const parts2 = figures.filter(({ partner }) => partner !== world);
  const wholes = figures.filter(({ partner }) => partner === world);
  return {
    ...flow2,
    world: wholes.length === 0 ? null : wholes.reduce((sum2, { value }) => sum2 + value, 0),
    parts: parts2.reduce((sum2, { value }) => sum2 + value, 0),
    squares: parts2.reduce((sum2, { value }) => sum2 + value * value, 0),
    partners: parts2.length
  };
}
function keyOf3({ indicator: indicator6, reporter, imports, source: source10 }) {
  return [indicator6, reporter, imports, source10].join(" ");
}
function compared(x, y) {
  for (const name of ["reporter", "indicator", "source"]) if (x[name] !== y[name]) return x[name] < y[name] ? -1 : 1;
  return Number(x.imports) - Number(y.imports);
}

// src/assessments/domains/third-state-dependence.ts
var flows2 = {
  "goods-imports": "imports of goods",
  "goods-exports": "exports of goods",
  "goods-services-imports": "imports of goods and services",
  "goods-services-exports": "exports of goods and services",
  "fossil-imports-all-gas-terajoules": "imports of gas",
  "fossil-imports-crude-tonnes": "imports of crude oil",
  "fossil-imports-products-tonnes": "imports of oil products",
  "fossil-imports-coal-tonnes": "imports of coal"
};
var order = Object.keys(flows2);
var leastShare = 0.1;
var leastPartners = 25;
async function thirdStates(bench) {
  const { a, b, to } = bench.dyad;
  const reported = await reportedFlows(bench.snapshot, order, to);
  const found = reportsNaming(reported, a.iso3, b.iso3).filter(({ flow: flow2 }) => flow2.reporter !== a.iso3 && flow2.reporter !== b.iso3).filter(({ flow: flow2, ofA, ofB }) => Math.max(ofA ?? 0, ofB ?? 0) / (totalOf2(flow2) ?? Number.POSITIVE_INFINITY) >= leastShare).flatMap(({ flow: flow2, ofA, ofB }) => thirdState({ ...flow2, a: ofA, b: ofB }, bench));
  return latestOf(found).sort((x, y) => order.indexOf(x.indicator) - order.indexOf(y.indicator) || together2(y) - together2(x));
}
function totalOf2(report) {
  if (report.world !== null && report.world > 0) return report.world;
  const whole3 = report.indicator.startsWith("fossil") || report.partners >= leastPartners;
  return whole3 && report.parts > 0 ? report.parts : void 0;
}
function shareOf6(report, side) {
  const value = report[side];
  return value === null ? void 0 : value / totalOf2(report);
}
function thirdState(report, bench) {
  const state = stateOf(report.reporter);
  if (state === void 0 || !existedOn(state, bench.dyad.to)) return [];
  const share2 = (side) => {
    const value = shareOf6(report, side);
    const partner = bench.dyad[side];
    const label = `${report.imports ? "share from" : "share to"} ${partner.name}`;
    return value === void 0 ? null : known(report, { id: `third-${report.reporter}-${report.indicator}-${side}`, label, unit: "share", value }, partner.iso3);
  };
  const partners = report.parts ** 2 / report.squares;
  return [
    {
      iso3: report.reporter,
      name: nameOn(state, bench.dyad.to),
      flow: flows2[report.indicator],
      indicator: report.indicator,
      a: share2("a"),
      b: share2("b"),
      partners: known(report, {
        id: `third-${report.reporter}-${report.indicator}-partners`,
        label: "equal partners",
        unit: "count",
        value: partners
      })
    }
  ];
}
function known(report, of, partner) {
  const { indicator: indicator6, reporter, imports, year, source: source10, vintage, estimated, world: world2, partners } = report;
  const whole3 = world2 === null ? `the sum of its ${partners} partners` : "its stated total";
  const [own, other] = imports ? ["to_id", "from_id"] : ["from_id", "to_id"];
  const which = partner === void 0 ? `length(${other}) = 3 and ${other} <> 'WLD'` : `${other} = '${partner}'`;
  return {
    state: estimated ? "estimated" : "observed",
    ...of,
    period: year,
    interval: "exact",
    certainty: "one report",
    method: partner === void 0 ? "one over the sum of squared shares of its partners" : `${indicatorOf2(indicator6)?.title ?? indicator6}, by ${reporter}'s own report, over ${whole3}`,
    evidence: [
      {
        source: source10,
        vintage,
        rows: `observations where indicator = '${indicator6}' and reporter = '${reporter}' and ${own} = '${reporter}' and ${which} and source = '${source10}' and start_date = '${year}-01-01' and end_date = '${year}-12-31'`,
        count: partner === void 0 ? partners : 1
      }
    ]
  };
}
function latestOf(found) {
  const kept = /* @__PURE__ */ new Map();
  for (const one of found) {
    const key = `${one.iso3} ${one.flow}`;
    const before = kept.get(key);
    if (before === void 0 || one.partners.period > before.partners.period) kept.set(key, one);
  }
  return [...kept.values()];
}
function together2(one) {
  return (one.a?.value ?? 0) + (one.b?.value ?? 0);
}

// src/assessments/economy/goods-evidence.ts
function goodsEvidence(report, { a, b }) {
  const { source: source10, vintage, reporter, unit: unit2 } = report;
  const parts2 = partsOf2(report);
  const ways3 = parts2.map((part2) => `(${wayOf(part2, { a, b })} and ${yearOf(part2)})`);
  const by = reporter === null ? "reporter is null" : `reporter = ${sqlLiteral(reporter)}`;
  return {
    source: source10,
    vintage,
    rows: `observations where source = '${source10}' and ${by} and unit = '${unit2}' and ${ways3.length === 1 ? ways3[0] : `(${ways3.join(" or ")})`}`,
    count: parts2.reduce((count3, { basis }) => count3 + (basis === "year" ? 1 : 12), 0)
  };
}
function goodsSeriesEvidence(reports, sides2) {
  const [{ source: source10, vintage, reporter, unit: unit2 }] = reports;
  const parts2 = reports.flatMap(partsOf2);
  const years4 = /* @__PURE__ */ new Map();
  for (const part2 of parts2) {
    const way = wayOf(part2, sides2);
    const key = `${part2.basis} ${way}`;
    const own = years4.get(key) ?? { basis: part2.basis, way, years: [] };
    own.years.push(part2.year);
    years4.set(key, own);
  }
  const ways3 = [...years4.values()].map(({ basis, way, years: of }) => `(${way} and ${spanOf3(basis, of)})`);
  const by = reporter === null ? "reporter is null" : `reporter = ${sqlLiteral(reporter)}`;
  return {
    source: source10,
    vintage,
    rows: `observations where source = '${source10}' and ${by} and unit = '${unit2}' and (${ways3.join(" or ")})`,
    count: parts2.reduce((count3, { basis }) => count3 + (basis === "year" ? 1 : 12), 0)
  };
}
function partsOf2(report) {
  return report.parts ?? [report];
}
function wayOf({ direction, indicator: indicator6 }, { a, b }) {
  const ends3 = direction === "both" ? `from_id in ('${a}', '${b}') and to_id in ('${a}', '${b}')` : direction === "a-to-b" ? `from_id = '${a}' and to_id = '${b}'` : `from_id = '${b}' and to_id = '${a}'`;
  return `indicator = '${indicator6}' and ${ends3}`;
}
function yearOf({ year, basis }) {
  return spanOf3(basis, [year]);
}
function spanOf3(basis, years4) {
  const [first, last] = [Math.min(...years4), Math.max(...years4)];
  const whole3 = last - first + 1 === years4.length;
  const within = whole3 ? `start_date >= '${first}-01-01' and end_date <= '${last}-12-31'` : `substr(start_date, 1, 4) in (${years4.map((year) => `'${year}'`).join(", ")})`;
  return basis === "year" ? `${within} and substr(start_date, 5) = '-01-01' and end_date = substr(start_date, 1, 4) || '-12-31'` : `${within} and substr(start_date, 1, 7) = substr(end_date, 1, 7)`;
}

// src/assessments/economy/goods-levels.ts
function goodsLevels(bench, reports) {
  const [a, b] = [bench.dyad.a, bench.dyad.b].map(({ name }) => inSentence(name));
  const ways3 = [
    ["goods-a-to-b", `goods from ${a} to ${b}`, "a-to-b"],
    ["goods-b-to-a", `goods from ${b} to ${a}`, "b-to-a"]
  ];
  return [
    ...totalLevels(bench, reports),
    ...ways3.flatMap(([id2, label, way]) => {
      const found = latest(reports.filter(({ direction }) => direction === way));
      return found.length === 0 ? [] : [goodsLevel(bench, id2, label, found)];
    })
  ];
}
function totalLevels(bench, reports) {
  const [id2, label] = ["goods-trade", "goods, both directions"];
  const totals2 = totalReports(reports);
  const now = latest(totals2);
  if (now.length === 0) return [];
  const level = totalLevel(bench, id2, label, now, reports);
  if (level.interval !== "exact") return [level];
  const years4 = [...grouped(totals2.filter(isObservedOrReconciled), (report) => String(report.year)).values()];
  const rivals2 = years4.filter((group) => group.length > 1).at(-1);
  return rivals2 === void 0 ? [level] : [level, totalLevel(bench, `${id2}-rivals`, `${label}, rival reports`, rivals2, reports)];
}
function totalLevel(bench, id2, label, totals2, reports) {
  const level = goodsLevel(bench, id2, label, totals2);
  const inYear = sameKind(totals2, reports);
  const { low: low2, high: high2 } = totalRange(inYear);
  if (low2 === high2 || level.interval !== "exact" && level.interval.low === low2 && level.interval.high === high2) return level;
  const { certainty: _, ...wide } = level;
  const interval = { low: low2, high: high2, kind: "reports" };
  const method = `${describeReporter(preferredReport(totals2))}; the interval spans every total and every sum of one report of each direction; current prices`;
  const used = new Set(totals2.flatMap(({ parts: parts2 }) => parts2 ?? []));
  const others2 = inYear.filter((report) => report.direction !== "both" && !used.has(report));
  return { ...wide, interval, method, evidence: [...level.evidence, ...others2.map((report) => goodsEvidence(report, sidesOf(bench)))] };
}
function sameKind(totals2, reports) {
  const firm = totals2.every(isObservedOrReconciled);
  return reports.filter((report) => report.year === totals2[0].year && (!firm || isObservedOrReconciled(report)));
}
function latest(reports) {
  const observed = reports.filter(isObservedOrReconciled);
  const pool = observed.length > 0 ? observed : reports;
  const year = Math.max(...pool.map((report) => report.year));
  return pool.filter((report) => report.year === year);
}
function goodsLevel(bench, id2, label, reports) {
  const chosen = preferredReport(reports);
  const values = reports.map((report) => report.value);
  const single = reports.length === 1;
  return {
    state: chosen.status === "observed" ? "observed" : "estimated",
    id: id2,
    label,
    unit: chosen.unit,
    period: String(chosen.year),
    value: chosen.value,
    interval: single ? "exact" : { low: Math.min(...values), high: Math.max(...values), kind: "reports" },
    method: `${describeReporter(chosen)}${single ? ", the only report of that year" : `, of ${reports.length} reports; the interval spans them all`}; current prices`,
    evidence: reports.map((report) => goodsEvidence(report, sidesOf(bench))),
    ...single ? { certainty: "one report" } : {}
  };
}
function sidesOf({ dyad: { a, b } }) {
  return { a: a.iso3, b: b.iso3 };
}
function describeReporter(report) {
  if (report.reporter === null) return `${report.source} (both reports reconciled)`;
  return `${report.source}, reported by ${report.reporter}${report.valuation === null ? "" : ` (${report.valuation})`}`;
}

// src/assessments/forms/likelihood.ts
init_normal();
var likelihoodWords = [
  "almost no chance",
  "very unlikely",
  "unlikely",
  "roughly even chance",
  "likely",
  "very likely",
  "almost certain"
];
var ends2 = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95];
function likelihoodWord(probability) {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`likelihoodWord: ${probability} is no probability`);
  const place = probability < 0.5 ? ends2.filter((end) => probability >= end).length : ends2.filter((end) => probability > end).length;
  return likelihoodWords[place];
}
var reach2 = 1.6448536269514722;
function chanceAbove(spread, threshold, { widen, tails }) {
  const sd = widen * (spread.high - spread.low) / (2 * reach2);
  if (!(sd > 0)) return void 0;
  const x = (spread.value - threshold) / sd;
  return tails === "normal" ? normalCdf(x) : 0.5 + x / (2 * Math.sqrt(2 + x * x));
}
var another = 1.25 * Math.SQRT2;
var ofPlaces = 1.25;
function chanceAboveMedian({ value, low: low2, high: high2 }) {
  return chanceAbove({ value: score(value), low: score(low2), high: score(high2) }, 0, { widen: another, tails: "heavy" });
}
function chanceOfPlaceAboveMedian({ value, low: low2, high: high2 }) {
  return chanceAbove({ value: score(value), low: score(low2), high: score(high2) }, 0, { widen: ofPlaces, tails: "heavy" });
}
function chanceOfRise(change5) {
  return chanceAbove(change5, 0, { widen: ofPlaces, tails: "heavy" });
}
function score(percentile) {
  return normalQuantile(Math.min(99.995, Math.max(5e-3, percentile)) / 100);
}

// src/assessments/rows/source-compilations.ts
var makers = {
  "baci-2022": "baci",
  "baci-2023": "baci",
  "baci-pairs": "baci",
  "baci-sectors": "baci",
  "baci-year": "baci",
  "cow-trade": "imf-dots",
  "imf-dots-world": "imf-dots",
  "imf-imts": "imf-dots",
  "imf-imts-2025": "imf-dots"
};
function compilationOf(source10) {
  return Object.hasOwn(makers, source10) ? makers[source10] : source10;
}

// src/assessments/economy/report-discrepancy.ts
var reach3 = 1.6448536269514722;
var leastRepeatedReports = 3;
function chanceLarger(logRatio, { sd }) {
  return chanceAbove({ value: logRatio, low: logRatio - reach3 * sd, high: logRatio + reach3 * sd }, 0, { widen: Math.SQRT2, tails: "heavy" });
}
function reportDiscrepancy(items) {
  const reports = items.flatMap(({ reported }) => reported !== void 0 && reported.value > 0 ? [reported] : []);
  const flows3 = /* @__PURE__ */ new Map();
  for (const { what, direction, from, to, unit: unit2, value } of reports) {
    const key = `${what} ${direction} ${from} ${to} ${unit2}`;
    flows3.set(key, [...flows3.get(key) ?? [], Math.log(value)]);
  }
  const rival = [...flows3.values()].filter((logs) => logs.length > 1);
  const repeats = rival.reduce((sum2, logs) => sum2 + logs.length - 1, 0);
  if (repeats < leastRepeatedReports) return void 0;
  const squares = rival.reduce((sum2, logs) => sum2 + squaresAround(logs), 0);
  return {
    sd: Math.sqrt(squares / repeats),
    repeats,
    by: [...new Set(reports.map(({ by }) => compilationOf(by.split(/[ ,]/)[0])))].sort()
  };
}
function squaresAround(values) {
  const mean = values.reduce((sum2, value) => sum2 + value, 0) / values.length;
  return values.reduce((sum2, value) => sum2 + (value - mean) ** 2, 0);
}

// src/assessments/economy/goods-change.ts
var leastChanceTold = 0.8;
function goodsChange(bench, reports) {
  const spans = latestSpans(reports);
  if (spans.length === 0) return [];
  const { early, late } = spans.find((span2) => span2.late === preferredReport(spans.map((one) => one.late)));
  const level = goodsLevel(bench, "goods-trade.change", `change ${early.year} to ${late.year}`, [late]);
  const subject2 = { ...level, period: `${early.year}/${late.year}` };
  const contradiction = contradictionOf(reports, { early, late }, spans);
  if (contradiction !== void 0) {
    const { id: id2, label, unit: unit2, period } = subject2;
    return [unknown({ id: id2, label, unit: unit2, period }, contradiction)];
  }
  const changes = spans.map((span2) => span2.late.value - span2.early.value);
  const change5 = {
    ...subject2,
    value: late.value - early.value,
    interval: changes.length === 1 ? "exact" : { low: Math.min(...changes), high: Math.max(...changes), kind: "reports" },
    method: `${describeReporter(late)}: ${amountWords(late.value, late.unit)} less ${amountWords(early.value, early.unit)}, current prices`,
    evidence: spans.flatMap((span2) => [span2.early, span2.late]).map((report) => goodsEvidence(report, sidesOf(bench)))
  };
  return [change5, goodsLevel(bench, "goods-trade-before", `goods, both directions, ten years before ${late.year}`, [early])];
}
function latestSpans(reports) {
  const series3 = grouped(totalReports(reports).filter(isObservedOrReconciled), (report) => `${report.source} ${report.reporter}`);
  const spans = [...series3.values()].flatMap(
    (group) => group.flatMap((late) => group.filter((early) => early.year === late.year - 10).map((early) => ({ early, late })))
  );
  const year = Math.max(...spans.map((span2) => span2.late.year));
  return spans.filter((span2) => span2.late.year === year);
}
function contradictionOf(reports, { early, late }, spans) {
  const rise = late.value >= early.value;
  const middle3 = (early.value + late.value) / 2;
  const from = [...rivalReports(reports, late.year, spans), ...reports.filter(({ year: year2 }) => year2 > late.year)];
  const others2 = rise ? allTotals(from) : [...allTotals(from), ...from];
  const [against] = others2.filter(({ value: value2 }) => rise ? value2 < middle3 : value2 > middle3).sort((x, y) => y.year - x.year);
  if (against === void 0) return void 0;
  const { year, value, source: source10 } = against;
  const which = year === late.year ? `another report of ${year}` : `the later figure of ${year}`;
  const beyond = rise ? value <= early.value : value >= early.value;
  const lies = beyond ? `lies on the other side of that of ${early.year}` : `lies nearer to that of ${early.year} than to that of ${late.year}`;
  return `${late.source} has ${rise ? "more" : "less"} in ${late.year} than in ${early.year} (${amountWords(late.value, late.unit)} against ${amountWords(early.value, early.unit)}), but ${which} (${source10}: ${amountWords(value, late.unit)}) ${lies}`;
}
function rivalReports(reports, last, spans) {
  const own = new Set(spans.map(({ late }) => `${late.source} ${late.reporter}`));
  return reports.filter(
    (report) => report.year === last && isObservedOrReconciled(report) && !own.has(`${report.source} ${report.reporter}`)
  );
}
function allTotals(reports) {
  const sums = [...grouped(reports, ({ year }) => String(year)).values()].flatMap((group) => {
    const ways3 = ["a-to-b", "b-to-a"].map((way) => group.filter(({ direction }) => direction === way));
    return ways3[0].flatMap(
      (out) => ways3[1].map((back) => ({
        year: out.year,
        value: out.value + back.value,
        source: out.source === back.source ? out.source : `${out.source} and ${back.source}`
      }))
    );
  });
  return [...totalReports(reports), ...sums];
}
function clearChange(estimates, items) {
  const [change5, before] = ["goods-trade.change", "goods-trade-before"].map((id2) => estimates.find((one) => one.id === id2));
  if (change5 === void 0 || before === void 0 || !isKnown(change5) || !isKnown(before)) return void 0;
  if (change5.value === 0 || change5.interval !== "exact" && change5.interval.low <= 0 && change5.interval.high >= 0) return "unclear";
  const [early, late] = [before.value, before.value + change5.value];
  const discord = early > 0 && late > 0 ? reportDiscrepancy(items) : void 0;
  const above = discord === void 0 ? void 0 : chanceLarger(Math.log(late / early), discord);
  if (discord === void 0 || above === void 0) return { change: change5, late, early };
  return Math.max(above, 1 - above) > leastChanceTold ? { change: change5, late, early, measured: { discord, above } } : "unclear";
}

// src/assessments/economy/trade-weight.ts
var gdpDiscrepancy = 0.095;
function tradeWeight(estimates) {
  const shares = gdpShares(estimates);
  if (shares === void 0 || shares.a.value <= 0 || shares.b.value <= 0) return void 0;
  if (shareWords(shares.a) === shareWords(shares.b)) return void 0;
  const above = chanceLarger(Math.log(shares.a.value / shares.b.value), { sd: gdpDiscrepancy });
  const chance = Math.max(above, 1 - above);
  return chance > leastChanceTold ? { heavier: above > 0.5 ? "a" : "b", shares, chance } : void 0;
}
function gdpShares(estimates) {
  const [a, b] = ["gdp-share-a", "gdp-share-b"].map((id2) => estimates.find((one) => one.id === id2));
  if (a === void 0 || b === void 0 || !isKnown(a) || !isKnown(b)) return void 0;
  return isRecent(a, estimates) && !isOutgrown(a, levelsOf(estimates)) ? { a, b } : void 0;
}
function isOutgrown({ period }, levels2) {
  const total2 = levels2.find((level) => level.id === "goods-trade" && level.period === period);
  if (total2 === void 0) return false;
  const most4 = total2.interval === "exact" ? total2.value : total2.interval.high;
  return levels2.some((level) => level.period > period && level.value > most4);
}
var levelIds = /* @__PURE__ */ new Set(["goods-trade", "goods-a-to-b", "goods-b-to-a"]);
function levelsOf(estimates) {
  return estimates.filter((one) => levelIds.has(one.id) && isKnown(one));
}
function isRecent({ period }, estimates) {
  const newest = Math.max(...levelsOf(estimates).map((level) => Number(level.period)));
  return Number(period.split("/").at(-1)) > newest - 10;
}
function shareWords({ interval, value, unit: unit2 }) {
  const differs = interval !== "exact" && formatShare(interval.low) !== formatShare(interval.high);
  return differs ? intervalText(interval, unit2) : formatShare(value);
}

// src/assessments/economy/goods-sentences.ts
var withoutMarks = /* @__PURE__ */ new Set(["imf-imts-2025"]);
var publishers = { baci: "BACI", "imf-dots": "the IMF" };
function goodsSummary(bench, estimates, items, reports) {
  const said = [
    leadSentence(bench, estimates, reports),
    estimatedSentence(bench, estimates, reports),
    changeSentence(estimates, items),
    weightSentence(bench, estimates)
  ];
  return said.filter((sentence) => sentence !== "").join(" ");
}
function newestLevels(estimates) {
  const levels2 = levelsOf(estimates);
  const newest = String(Math.max(...levels2.map(({ period }) => Number(period))));
  const found = levels2.filter(({ period }) => period === newest);
  const total2 = found.find(({ id: id2 }) => id2 === "goods-trade");
  return total2 === void 0 ? found : [total2];
}
function leadSentence({ dyad: { a, b } }, estimates, reports) {
  const [lead, other] = newestLevels(estimates);
  const of = `In ${lead.period} ${lead.id === "goods-trade" ? "goods" : lead.label}`;
  if (lead.id === "goods-trade") return `${of} worth ${amountOf3(lead)} went between ${inSentence(a.name)} and ${inSentence(b.name)}.`;
  if (other !== void 0) return `${of} were worth ${amountOf3(lead)}, and ${other.label} ${amountOf3(other)}.`;
  const back = unfirmBack(lead, reports);
  if (back !== void 0)
    return `${of} were worth ${amountOf3(lead)}, and goods worth ${formatFigure(back.value, back.unit)} went the other way (${estimateBy(back.source)}).`;
  return `${of} were worth ${amountOf3(lead)}; the other way is not known for that year.${olderSentence(estimates, lead)}`;
}
function unfirmBack({ id: id2, period }, reports) {
  const way = id2 === "goods-a-to-b" ? "b-to-a" : "a-to-b";
  return reports.find(({ direction, year }) => direction === way && String(year) === period);
}
function olderSentence(estimates, lead) {
  const older = levelsOf(estimates).filter((level) => level.id !== lead.id && isRecent(level, estimates));
  const [last] = older.sort((x, y) => Number(y.period) - Number(x.period));
  if (last === void 0) return "";
  return last.id === "goods-trade" ? ` In ${last.period}, the latest year with both ways, goods worth ${amountOf3(last)} went between them.` : ` In ${last.period}, their latest year on record, ${last.label} were worth ${amountOf3(last)}.`;
}
function amountOf3(level) {
  const { interval, value, unit: unit2, state } = level;
  const one = formatFigure(value, unit2);
  const differs = interval !== "exact" && formatFigure(interval.low, unit2) !== formatFigure(interval.high, unit2);
  if (differs) return `${intervalText(interval, unit2)} (rival reports)`;
  return state === "estimated" ? `${one} (${estimateBy(level.evidence[0].source)})` : one;
}
function estimateBy(source10) {
  const by = publisherOf(source10).replace(/^the /, "");
  return withoutMarks.has(source10) ? `${by}, reported or estimated` : `${by} estimate`;
}
function publisherOf(source10) {
  return publishers[compilationOf(source10)] ?? source10;
}
function estimatedSentence({ dyad: { a, b } }, estimates, reports) {
  const after = Number(newestLevels(estimates)[0].period);
  const later = reports.filter((report) => !isObservedOrReconciled(report) && report.year > after && report.direction !== "both");
  if (later.length === 0) return "";
  const year = Math.max(...later.map((report) => report.year));
  const [first, ...rest] = later.filter((report) => report.year === year);
  const other = rest.find(({ source: source10, direction }) => source10 === first.source && direction !== first.direction);
  const [from, to] = (first.direction === "a-to-b" ? [a, b] : [b, a]).map(({ name }) => inSentence(name));
  const back = other === void 0 ? "" : `, and goods worth ${formatFigure(other.value, other.unit)} the other way`;
  const by = publisherOf(first.source);
  const figures = withoutMarks.has(first.source) ? `figures of ${by} for ${year}, reported or estimated` : `estimates of ${by} for ${year}`;
  return `By ${figures}, goods worth ${formatFigure(first.value, first.unit)} went from ${from} to ${to}${back}.`;
}
function changeSentence(estimates, items) {
  const found = clearChange(estimates, items);
  const told3 = estimates.find((one) => one.id === "goods-trade.change" && "value" in one);
  if (found === void 0 || told3 === void 0 || !isRecent(told3, estimates)) return "";
  if (found === "unclear") return unclearSentence(told3);
  const { interval, value, unit: unit2, period, method } = told3;
  const [from, to] = period.split("/");
  const [source10] = method.split(/[ ,:]/);
  const way = value < 0 ? ["fell", "fall"] : ["rose", "rise"];
  const reports = interval === "exact" ? "" : `; all reports have a ${way[1]}, of ${intervalText(sizes3(interval, value), unit2)}`;
  return `From ${from} to ${to} the trade ${way[0]} from ${formatFigure(found.early, unit2)} to ${formatFigure(found.late, unit2)} at current prices (${source10}${reports}).`;
}
function unclearSentence({ interval, unit: unit2, period }) {
  const [from, to] = period.split("/");
  const why = interval !== "exact" && interval.low < 0 && interval.high > 0 ? `the reports have from ${signed(interval.low, unit2)} to ${signed(interval.high, unit2)}` : "reports of one year differ about as much";
  return `Whether the trade grew from ${from} to ${to} is not clear: ${why}.`;
}
function sizes3(interval, value) {
  return value < 0 ? { ...interval, low: -interval.high, high: -interval.low } : interval;
}
function weightSentence({ dyad: { a, b } }, estimates) {
  const shares = gdpShares(estimates);
  if (shares === void 0) return "";
  const [inA, inB] = [shareWords(shares.a), shareWords(shares.b)];
  const { period } = shares.a;
  const tiny = formatShare(1e-5);
  if (inA === tiny && inB === tiny) return `Both ways together were less than 0.01 % of either GDP in ${period}.`;
  const weight = tradeWeight(estimates);
  const heavier = weight === void 0 ? "" : `: the trade weighs more on ${inSentence((weight.heavier === "a" ? a : b).name)}`;
  return `Both ways together equalled ${inA} of ${possessive(a.name)} GDP and ${inB} of ${possessive(b.name)} in ${period}${heavier}.`;
}

// src/assessments/domains/trade-dependence.ts
async function tradeDependence(bench, reports) {
  const { a, b } = bench.dyad;
  const held2 = await loadedRows(bench);
  const [gdpA, gdpB] = [gdpOf(held2.of(a.iso3)), gdpOf(held2.of(b.iso3))];
  const shares = reports.length === 0 ? [] : partnerShares(bench, held2);
  const observed = totalReports(reports).filter((report) => isObservedOrReconciled(report) && report.unit === "USD");
  const years4 = observed.map((report) => report.year).filter((year) => gdpA.has(year) && gdpB.has(year));
  if (years4.length === 0) return shares;
  const inYear = observed.filter((report) => report.year === Math.max(...years4));
  const range2 = totalRange(sameKind(inYear, reports));
  return [gdpShare(bench, "a", a, inYear, range2, gdpA), gdpShare(bench, "b", b, inYear, range2, gdpB), ...shares];
}
function gdpOf(rows) {
  const own = ["gdp-imf", "gdp"].flatMap((wanted) => rows.filter(({ indicator: indicator6 }) => indicator6 === wanted));
  return new Map(own.map(({ start, value, source: source10 }) => [Number(start.slice(0, 4)), { year: Number(start.slice(0, 4)), value, source: source10 }]));
}
function gdpShare(bench, side, state, reports, { low: low2, high: high2 }, gdps) {
  const chosen = preferredReport(reports);
  const gdp = gdps.get(chosen.year);
  const single = reports.length === 1 && low2 === high2;
  const share2 = {
    state: chosen.status === "observed" ? "observed" : "estimated",
    id: `gdp-share-${side}`,
    label: `both directions as a share of ${possessive(state.name)} GDP`,
    unit: "share",
    period: String(chosen.year),
    value: chosen.value / gdp.value,
    interval: single ? "exact" : { low: low2 / gdp.value, high: high2 / gdp.value, kind: "reports" },
    ...single ? { certainty: "one report" } : {},
    method: `goods in both directions (${chosen.source}) over GDP (${gdp.source}), both in current US dollars; trade is turnover and GDP value added, so this is a ratio, not a part`,
    evidence: [
      ...reports.map((report) => goodsEvidence(report, { a: bench.dyad.a.iso3, b: bench.dyad.b.iso3 })),
      {
        source: gdp.source,
        vintage: vintageOf(bench.cards, gdp.source),
        rows: `observations where indicator in ('gdp', 'gdp-imf') and source = '${gdp.source}' and from_id = '${state.iso3}' and start_date = '${chosen.year}-01-01'`,
        count: 1
      }
    ]
  };
  return unknownUnlessFinite(share2, `division by zero: ${gdp.source} has a GDP of 0 for ${inSentence(state.name)} in ${gdp.year}`);
}
function partnerShares(bench, held2) {
  const { a, b } = bench.dyad;
  const sides2 = [
    ["export-share-a", a, b, "from"],
    ["import-share-b", b, a, "to"],
    ["export-share-b", b, a, "from"],
    ["import-share-a", a, b, "to"]
  ];
  return sides2.flatMap(([id2, state, partner, end]) => partnerShare(bench, held2, id2, state, partner, end));
}
function partnerShare(bench, held2, id2, state, partner, end) {
  const isTrade = ({ indicator: indicator6 }) => indicator6 === "goods-exports" || indicator6 === "goods-imports";
  const wholes = held2.of(state.iso3).filter((row) => isTrade(row) && row[end === "from" ? "to" : "from"] === "WLD" && row.value > 0);
  const key = (row) => [row.indicator, row.source, row.start, row.end, row.unit, row.reporter].join(" ");
  const byKey = new Map([...wholes].reverse().map((row) => [key(row), row]));
  const parts2 = held2.between(state.iso3, partner.iso3).filter((row) => isTrade(row) && row[end] === state.iso3 && coversCalendarYear(row) && byKey.has(key(row)));
  const [part2] = parts2.sort(
    (x, y) => Number(y.status === "observed") - Number(x.status === "observed") || (x.start === y.start ? x.source < y.source ? -1 : Number(x.source > y.source) : x.start > y.start ? -1 : 1)
  );
  return part2 === void 0 ? [] : [shareOf7(bench, id2, state, partner, end, part2, byKey.get(key(part2)).value)];
}
function shareOf7(bench, id2, state, partner, end, part2, whole3) {
  const year = part2.start.slice(0, 4);
  const { source: source10 } = part2;
  const flow2 = end === "from" ? "exports" : "imports";
  const by = part2.reporter === null ? "reporter is null" : `reporter = '${part2.reporter}'`;
  return {
    state: part2.status,
    id: id2,
    label: `${possessive(partner.name)} share of ${possessive(state.name)} goods ${flow2}`,
    unit: "share",
    period: year,
    value: part2.value / whole3,
    interval: "exact",
    certainty: "one report",
    method: `${flow2} with ${inSentence(partner.name)} over all ${flow2}, same source (${source10}) and reporter`,
    evidence: [
      {
        source: source10,
        vintage: vintageOf(bench.cards, source10),
        rows: `observations where source = '${source10}' and indicator = '${part2.indicator}' and ${by} and unit = '${part2.unit}' and ${end}_id = '${state.iso3}' and ${end === "from" ? "to" : "from"}_id in ('${partner.iso3}', 'WLD') and start_date = '${part2.start}' and end_date = '${part2.end}'`,
        count: 2
      }
    ]
  };
}

// src/assessments/domains/trade-percentile.ts
var fewest3 = 10;
async function tradePercentile(bench, reports) {
  const ranked = reports.filter(({ source: source10 }) => !hasIsolatedFigures(source10));
  const observed = totalReports(ranked).filter(
    (report) => isObservedOrReconciled(report) && report.basis === "year" && report.indicator.includes("+")
  );
  const ordered3 = [...observed].sort((x, y) => Number(x.reporter !== null) - Number(y.reporter !== null) || y.year - x.year);
  for (const report of ordered3) {
    const peers = await peersOf(bench, report);
    if (peers.length >= fewest3) return [percentileOf2(report, peers)];
  }
  const period = bench.dyad.to.slice(0, 4);
  return [
    unknown(
      { id: "goods-trade-rank", label: "percentile among pairs", unit: "percentile", period },
      `no source that has both directions of this pair in one year has both of ${fewest3} pairs or more in that year`
    )
  ];
}
async function peersOf({ snapshot: snapshot2, held: held2 }, { source: source10, year, unit: unit2, reporter }) {
  const read2 = held2 === void 0 ? totalsOfReporter(snapshot2, source10, year, unit2, reporter) : totalsByReporter(snapshot2, source10, year, unit2);
  return (await read2).get(reporter) ?? new Float64Array();
}
var totalsByReporter = cachedBySnapshot(
  (snapshot2, source10, year, unit2) => readPeers(snapshot2, { source: source10, year, unit: unit2 }, void 0)
);
var totalsOfReporter = cachedBySnapshot(
  (snapshot2, source10, year, unit2, reporter) => readPeers(snapshot2, { source: source10, year, unit: unit2 }, { reporter })
);
var ofStates2 = "indicator IN ('goods-trade-flow', 'goods-imports', 'goods-exports') AND from_id <> 'WLD' AND to_id <> 'WLD'";
var bothWays = "QUALIFY count(*) OVER (PARTITION BY least(from_id, to_id), greatest(from_id, to_id)) = 2";
async function readPeers(snapshot2, { source: source10, year, unit: unit2 }, only2) {
  const parameters = { source: source10, start: `${year}-01-01`, end: `${year}-12-31`, unit: unit2, ...only2 };
  const found = await snapshot2.columns(
    `SELECT reporter, sum(value) AS total FROM observations
     WHERE source = $source AND ${only2 === void 0 ? "true" : "reporter IS NOT DISTINCT FROM $reporter"} AND start_date = $start AND end_date = $end AND unit = $unit AND ${ofStates2}
     GROUP BY reporter, least(from_id, to_id), greatest(from_id, to_id) HAVING count(*) = 2 ORDER BY total`,
    parameters
  );
  const [reporters, totals2] = [found["reporter"], found["total"]];
  const groups2 = grouped(
    totals2.map((_, i) => i),
    (i) => reporters[i]
  );
  return new Map([...groups2].map(([whose, rows]) => [whose, Float64Array.from(rows, (i) => totals2[i])]));
}
function percentileOf2(report, peers) {
  const whom = report.reporter === null ? `the ${peers.length} pairs that ${report.source} covers` : `${report.reporter}'s ${peers.length} partners in ${report.source}`;
  return {
    state: report.status === "observed" ? "observed" : "estimated",
    id: "goods-trade-rank",
    label: `percentile among ${whom}`,
    unit: "percentile",
    period: String(report.year),
    value: rankAmongSorted(peers, report.value),
    interval: "exact",
    method: `mid-rank of the total of both directions among ${whom} in ${report.year}`,
    evidence: [
      {
        source: report.source,
        vintage: report.vintage,
        rows: `observations where source = '${report.source}' and ${report.reporter === null ? "reporter is null" : `reporter = '${report.reporter}'`} and start_date = '${report.year}-01-01' and end_date = '${report.year}-12-31' and unit = '${report.unit}' and ${ofStates2.replaceAll("IN", "in").replaceAll("AND", "and")} ${bothWays.toLowerCase()}`,
        count: 2 * peers.length
      }
    ]
  };
}

// src/measures/trade/herfindahl.ts
function herfindahl(amounts) {
  let sum2 = 0;
  let squares = 0;
  let parts2 = 0;
  for (const amount of amounts) {
    if (!(amount >= 0)) throw new RangeError(`a part cannot be ${amount}`);
    sum2 += amount;
    squares += amount * amount;
    if (amount > 0) parts2++;
  }
  const index = squares / (sum2 * sum2);
  return { herfindahl: index, equalParts: 1 / index, parts: parts2 };
}
function normalisedHerfindahl(index, n) {
  if (n < 2) return Number.NaN;
  const least3 = Math.sqrt(1 / n);
  return (Math.sqrt(index) - least3) / (1 - least3);
}

// src/assessments/domains/trade-products.ts
var [leastPart, mostPart] = [0.95, 1.05];
var leastPairs = 10;
var totalOf3 = { flow: "goods-trade-flow", exports: "goods-exports", imports: "goods-imports" };
async function tradeProducts(bench) {
  const { snapshot: snapshot2, dyad: dyad2 } = bench;
  if (!await holdsProducts(snapshot2)) return { estimates: [], sentence: "" };
  const found = await Promise.all([directionOf2(bench, "a-to-b", dyad2.a, dyad2.b), directionOf2(bench, "b-to-a", dyad2.b, dyad2.a)]);
  return { estimates: found.flatMap(({ estimates }) => estimates), sentence: found.map(({ sentence }) => sentence).join("") };
}
var holdsProducts = cachedBySnapshot(async (snapshot2) => (await snapshot2.rows("SELECT 1 AS one FROM product_flows LIMIT 1")).length > 0);
async function directionOf2(bench, way, seller, buyer) {
  const kinds5 = await kindsOf(bench, seller, buyer);
  if (kinds5.length === 0) return { estimates: [], sentence: "" };
  const label = `products of the goods from ${inSentence(seller.name)} to ${inSentence(buyer.name)}`;
  for (const kind of kinds5) {
    const basket = await basketOf(bench.snapshot, kind, seller, buyer);
    const part2 = await partOfTotal(bench, basket, seller, buyer);
    if (part2 === void 0 || part2 < leastPart || part2 > mostPart) continue;
    return told2(bench, basket, { way, label, part: part2, seller, buyer });
  }
  const about6 = { id: `products-${way}`, label: `concentration, ${label}`, unit: "index", period: kinds5[0].year };
  const reason = `the products that the record holds do not add up to a total of the same source: a selection of products has no concentration of the whole`;
  return { estimates: [unknown(about6, reason, "All products of the pair and their total: BACI, or UN Comtrade with TOTAL.")], sentence: "" };
}
async function kindsOf({ snapshot: snapshot2, dyad: dyad2 }, seller, buyer) {
  const rows = await snapshot2.rows(
    `SELECT source, max(vintage) AS vintage, reporter, flow, nomenclature, length(product) AS digits, substr(start_date, 1, 4) AS year, unit, max(status) AS status,
       count(*) AS products FROM product_flows
     WHERE from_id = $seller AND to_id = $buyer AND end_date <= $to AND start_date LIKE '%-01-01' AND end_date = substr(start_date, 1, 4) || '-12-31'
     GROUP BY ALL ORDER BY year DESC, reporter NULLS FIRST, digits DESC, source, nomenclature, flow`,
    { seller: seller.iso3, buyer: buyer.iso3, to: dyad2.to }
  );
  return rows.map(kindOf);
}
function kindOf(row) {
  return {
    source: String(row["source"]),
    vintage: String(row["vintage"]),
    reporter: row["reporter"] === null ? null : String(row["reporter"]),
    flow: String(row["flow"]),
    nomenclature: String(row["nomenclature"]),
    digits: Number(row["digits"]),
    year: String(row["year"]),
    unit: String(row["unit"]),
    status: row["status"] === "observed" ? "observed" : "estimated"
  };
}
async function basketOf(snapshot2, kind, seller, buyer) {
  const found = await snapshot2.columns(
    `SELECT product, value FROM product_flows WHERE ${where(kind)} AND from_id = '${seller.iso3}' AND to_id = '${buyer.iso3}' ORDER BY value DESC, product`
  );
  return { ...kind, products: found["product"] ?? [], values: Float64Array.from(found["value"] ?? []) };
}
function where({ source: source10, reporter, flow: flow2, nomenclature, digits, year, unit: unit2 }) {
  const by = reporter === null ? "reporter IS NULL" : `reporter = '${reporter}'`;
  return `source = '${source10}' AND ${by} AND flow = '${flow2}' AND nomenclature = '${nomenclature}' AND length(product) = ${digits} AND start_date = '${year}-01-01' AND end_date = '${year}-12-31' AND unit = '${unit2}'`;
}
async function partOfTotal({ snapshot: snapshot2 }, basket, seller, buyer) {
  const { source: source10, reporter, flow: flow2, year, unit: unit2, values } = basket;
  const [row] = await snapshot2.rows(
    `SELECT value FROM observations WHERE source = $source AND indicator = $indicator AND from_id = $seller AND to_id = $buyer AND start_date = $start AND end_date = $end
       AND unit = $unit AND ${reporter === null ? "reporter IS NULL" : "reporter = $reporter"} AND value > 0`,
    {
      ...{
        source: source10,
        indicator: totalOf3[flow2] ?? "",
        seller: seller.iso3,
        buyer: buyer.iso3,
        start: `${year}-01-01`,
        end: `${year}-12-31`,
        unit: unit2
      },
      ...reporter === null ? {} : { reporter }
    }
  );
  return row === void 0 || !(Number(row["value"]) > 0) ? void 0 : values.reduce((sum2, value) => sum2 + value, 0) / Number(row["value"]);
}
async function told2(bench, basket, about6) {
  const { way, label, part: part2, seller, buyer } = about6;
  const { herfindahl: index, equalParts, parts: parts2 } = herfindahl(basket.values);
  const code = `${basket.nomenclature} at ${basket.digits} digits`;
  const base = { ...known2(basket, seller, buyer), period: basket.year };
  const from = `${basket.source}${basket.reporter === null ? "" : `, reported by ${basket.reporter}`}: ${parts2} products, ${code}, ${formatShare(part2)} of the total that it states`;
  const total2 = basket.values.reduce((sum2, value) => sum2 + value, 0);
  const top = basket.products.slice(0, 3).map((product, i) => `${product} (${formatShare(basket.values[i] / total2)})`);
  const estimates = [
    {
      ...base,
      id: `products-${way}`,
      label: `concentration, ${label}`,
      unit: "index",
      value: index,
      method: `Herfindahl-Hirschman index, sum of squared shares; ${from}`,
      note: `The largest: ${joinedWords(top)}.`
    },
    await normalised(
      bench,
      basket,
      { ...base, id: `products-${way}-normalised`, label: `the same, 0 to 1, ${label}`, unit: "index" },
      index
    )
  ];
  const sentence = ` In ${basket.year} the goods from ${inSentence(seller.name)} were as concentrated as ${equalParts.toFixed(equalParts < 10 ? 1 : 0)} equal products would be (${parts2} in ${code}), the largest ${joinedWords(top)}.`;
  return { estimates, sentence };
}
async function normalised({ snapshot: snapshot2 }, basket, base, index) {
  const { source: source10, nomenclature, digits, year } = basket;
  const { n, pairs } = await productsTraded(snapshot2, source10, nomenclature, digits, year);
  const { id: id2, label, unit: unit2, period } = base;
  if (pairs < leastPairs) {
    const reason = `the record has the products of ${pairs} pairs only, and so not how many products there could be`;
    return unknown({ id: id2, label, unit: unit2, period }, reason, "Products of all pairs in the same nomenclature, such as BACI.");
  }
  return {
    ...base,
    value: normalisedHerfindahl(index, n),
    method: `UNCTAD's index of product concentration, (\u221AH \u2212 \u221A(1/n)) / (1 \u2212 \u221A(1/n)), n = ${n} products that any pair of ${source10} trades in ${year}`
  };
}
var productsTraded = cachedBySnapshot(async (snapshot2, source10, nomenclature, digits, year) => {
  const [row] = await snapshot2.rows(
    `SELECT count(DISTINCT product) AS products, count(DISTINCT from_id || ' ' || to_id) AS pairs FROM product_flows
     WHERE source = $source AND nomenclature = $nomenclature AND length(product) = ${digits} AND start_date = $start AND value > 0`,
    { source: source10, nomenclature, start: `${year}-01-01` }
  );
  return { n: Number(row["products"]), pairs: Number(row["pairs"]) };
});
function known2(basket, seller, buyer) {
  const { source: source10, vintage, values, status } = basket;
  const rows = `product_flows where ${where(basket)} and from_id = '${seller.iso3}' and to_id = '${buyer.iso3}'`;
  return { state: status, interval: "exact", certainty: "one report", evidence: [{ source: source10, vintage, rows, count: values.length }] };
}

// src/assessments/domains/trade.ts
var filler2 = "BACI (cepii.fr, all pairs by product, 1995 on), IMF trade by partner (data.imf.org, all pairs, 1948 on) or UN Comtrade: the record holds only what may be passed on.";
async function assessTrade(bench) {
  const { a, b, to } = bench.dyad;
  const reports = withoutOtherEditions(goodsReportsIn((await loadedRows(bench)).between(a.iso3, b.iso3), a.iso3));
  const sold = await inputOutputSales(bench, services);
  if (reports.length === 0) {
    if (sold.estimates.length > 0) return servicesAlone(bench, sold);
    return unknownDomain(
      "trade",
      "Trade",
      to,
      `the record has no goods trade between ${inSentence(a.name)} and ${inSentence(b.name)} for a full year that ends by ${to}.`,
      filler2
    );
  }
  const unit2 = reports.some((report) => report.unit === "USD") ? "USD" : reports[0].unit;
  const inUnit = reports.filter((report) => report.unit === unit2);
  const rest = (await Promise.all([tradePercentile(bench, inUnit), tradeDependence(bench, inUnit)])).flat();
  const goods = [...goodsLevels(bench, inUnit), ...goodsChange(bench, inUnit), ...rest];
  const items = recent(inUnit).map((report) => itemOf5(bench, report));
  const products2 = await tradeProducts(bench);
  return {
    id: "trade",
    title: "Trade",
    state: newestLevels(goods)[0].state,
    summary: `${goodsSummary(bench, goods, items, inUnit)}${products2.sentence} ${sold.sentence}`.trim(),
    estimates: [...goods, ...products2.estimates, ...sold.estimates],
    items,
    notes: [...notesOn9(reports, unit2), ...sold.notes],
    wouldFill: filler2
  };
}
function servicesAlone({ dyad: { a, b, to } }, sold) {
  return {
    id: "trade",
    title: "Trade",
    state: "estimated",
    summary: `Goods are unknown: the record has no goods trade between ${inSentence(a.name)} and ${inSentence(b.name)} for a full year that ends by ${to}. ${sold.sentence}`,
    estimates: sold.estimates,
    items: [],
    notes: sold.notes,
    wouldFill: filler2
  };
}
function recent(reports) {
  const last = Math.max(...reports.map((report) => report.year));
  return reports.filter((report) => report.year > last - 10);
}
function itemOf5(bench, report) {
  const { a, b } = bench.dyad;
  const way = report.direction === "both" ? `${a.iso3} and ${b.iso3}, both directions` : report.direction === "a-to-b" ? `${a.iso3} to ${b.iso3}` : `${b.iso3} to ${a.iso3}`;
  const estimated = report.status === "observed" ? "" : ", estimated";
  return {
    kind: "report",
    date: `${report.year}-12-31`,
    text: `${report.year}, ${way}: ${amountWords(report.value, report.unit)} (${describeReporter(report)}${estimated})`,
    source: report.source,
    citation: report.locator,
    reported: {
      what: "goods",
      direction: report.direction,
      from: `${report.year}-01-01`,
      to: `${report.year}-12-31`,
      value: report.value,
      unit: report.unit,
      by: describeReporter(report),
      estimated: report.status !== "observed"
    }
  };
}
function notesOn9(reports, unit2) {
  const others2 = [...new Set(reports.map((report) => report.unit))].filter((other) => other !== unit2);
  const kept = others2.length === 0 ? [] : [`Reports in ${others2.join(", ")} are left out of these figures: no currency is converted silently.`];
  const guessed = reports.some((report) => report.status === "estimated") ? ["Reports marked estimated are kept apart from observed ones and used only where there is no other."] : [];
  return [...kept, ...guessed];
}

// src/assessments/forms/domains.ts
var domains = [
  { id: "diplomacy", title: "Diplomacy" },
  { id: "institutions", title: "Institutions" },
  { id: "alliance", title: "Alliance" },
  { id: "conflict", title: "Conflict" },
  { id: "arms", title: "Arms" },
  { id: "exercises", title: "Exercises" },
  { id: "trade", title: "Trade" },
  { id: "energy", title: "Energy" },
  { id: "investment", title: "Investment" },
  { id: "finance", title: "Finance" },
  { id: "technology", title: "Technology" },
  { id: "sanctions", title: "Sanctions" },
  { id: "people", title: "People" },
  { id: "narrative", title: "Narrative" }
];

// src/assessments/forms/stage.ts
var stages = ["early", "moderate", "advanced"];
var windowYears = 5;
var yearsForRegular = 3;
var yearsForDoubt = 2;
var regular = 2;
function stageOf(ledger, day2) {
  const asOf = day2 > ledger.to ? ledger.to : day2;
  const found = levels(ledger, asOf, ledger.items);
  const complete = completeStage(found);
  const next = nextStage(found, complete);
  return {
    asOf,
    ledger: { from: ledger.from, to: ledger.to, reviewed: ledger.reviewed, items: ledger.items.length },
    complete,
    ...next === void 0 ? {} : { next },
    indicators: found.map((indicator6) => ({ ...indicator6, hangsOn: pivots(ledger, asOf, indicator6) })),
    hangsOn: ledger.items.filter((item) => weighs(item, asOf)).filter((item) => completeStage(levels(ledger, asOf, without(ledger, item))) !== complete).map((item) => item.id)
  };
}
function stageAndLevels(ledger, day2) {
  const found = levels(ledger, day2 > ledger.to ? ledger.to : day2, ledger.items);
  return { complete: completeStage(found), levels: found.map(({ level }) => level) };
}
function levels(ledger, day2, items) {
  const byIndicator = grouped(items, (item) => item.indicator);
  return ledgerIndicators.map((indicator6) => ({ ...indicator6, ...levelOf3(ledger, day2, byIndicator.get(indicator6.id) ?? []) }));
}
function levelOf3(ledger, day2, all) {
  if (day2 < ledger.from) return { state: "unknown", why: `the ledger begins on ${ledger.from}`, items: [] };
  const since = yearsBefore2(day2, windowYears);
  const items = all.filter((item) => weighs(item, day2, since));
  const sure = items.filter((item) => item.confidence !== "low");
  const [supported, because] = support2(sure.filter((item) => item.direction === "supports"));
  const cap = capOf(sure.filter((item) => item.direction === "contradicts"));
  const level = cap === void 0 ? supported : Math.min(supported, cap);
  const doubt = cap !== void 0 && cap < supported ? `; held to ${cap} by what contradicts it` : "";
  return { state: "observed", level, supported, ...cap === void 0 ? {} : { cap }, why: because + doubt, items };
}
function weighs(item, day2, since = yearsBefore2(day2, windowYears)) {
  if (firstDay(item.date) > day2) return false;
  if (item.form === "standing") return item.until === null || lastDay(item.until) >= day2;
  return lastDay(item.date) > since;
}
function support2(items) {
  const standing2 = items.filter((item) => item.form === "standing");
  const acts = items.filter((item) => item.form === "act");
  for (const level of [3, 2]) {
    const arrangement = standing2.find((item) => item.level >= level);
    if (arrangement !== void 0) return [level, `a standing arrangement of level ${level} is in force (${arrangement.id})`];
    const years5 = yearsOf4(acts.filter((item) => item.level >= level));
    if (years5.length >= yearsForRegular)
      return [level, `acts of level ${level} or more in ${years5.length} of the last ${windowYears} years (${years5.join(", ")})`];
  }
  const years4 = yearsOf4(acts);
  if (years4.length >= yearsForRegular) return [2, `acts in ${years4.length} of the last ${windowYears} years (${years4.join(", ")})`];
  return items.length > 0 ? [1, `acts in ${years4.length} of the last ${windowYears} years: no habit`] : [0, "no item supports it within the ledger\u2019s days"];
}
function capOf(items) {
  for (const level of [0, 1, 2]) {
    const against = items.filter((item) => item.level <= level);
    const acts = against.filter((item) => item.form === "act");
    if (against.some((item) => item.form === "standing") || yearsOf4(acts).length >= yearsForDoubt) return level;
  }
  return void 0;
}
function completeStage(found) {
  if (found.some((indicator6) => indicator6.state === "unknown")) return "unknown";
  const failing = stages.findIndex((stage) => found.some((indicator6) => indicator6.stage === stage && indicator6.level < regular));
  return failing < 0 ? "advanced" : failing === 0 ? "none" : stages[failing - 1];
}
function nextStage(found, complete) {
  if (complete === "unknown" || complete === "advanced") return void 0;
  const stage = stages[complete === "none" ? 0 : stages.indexOf(complete) + 1];
  const own = found.filter((indicator6) => indicator6.stage === stage);
  return { stage, reached: own.filter((indicator6) => indicator6.level >= regular).length, of: own.length };
}
function pivots(ledger, day2, indicator6) {
  return indicator6.items.filter((item) => {
    const rest = without(ledger, item).filter((other) => other.indicator === indicator6.id);
    return levelOf3(ledger, day2, rest).level !== indicator6.level;
  }).map((item) => item.id);
}
function without(ledger, item) {
  return ledger.items.filter((other) => other.id !== item.id);
}
function yearsOf4(items) {
  return [...new Set(items.map((item) => item.date.slice(0, 4)))].sort();
}
function yearsBefore2(day2, years4) {
  return `${Number(day2.slice(0, 4)) - years4}${day2.slice(4)}`;
}

// src/assessments/forms/vote-map.ts
var voteTopics = [
  ["me", "Palestinian conflict"],
  ["nu", "Nuclear weapons and nuclear material"],
  ["di", "Arms control and disarmament"],
  ["hr", "Human rights"],
  ["co", "Colonialism"],
  ["ec", "Economic development"],
  ["none", "None of the six"],
  ["not-coded", "Not coded"]
];
function voteMapOf(record, i, j, to) {
  if (i < 0 || j < 0) return void 0;
  const firstYear = record.years[0] ?? 0;
  const room = 3 * ((record.years.at(-1) ?? 0) - firstYear + 1);
  const all = new Int32Array(room);
  const byTopic = voteTopics.map(() => new Int32Array(room));
  const bySource2 = /* @__PURE__ */ new Map();
  const { dates, positions, topics, coders, sources: sources3 } = record;
  const [x, y] = [i * dates.length, j * dates.length];
  let codedByUs = 0;
  let last = -1;
  for (let r = 0; r < dates.length && dates[r] <= to; r++) {
    const [a, b] = [positions[x + r], positions[y + r]];
    if (a === 0 || b === 0) continue;
    const at = 3 * (record.years[r] - firstYear) + Math.abs(a - b);
    last = r;
    all[at]++;
    for (let t = 0, bits2 = topics[r]; bits2 !== 0; t++, bits2 >>= 1) if (bits2 & 1) byTopic[t][at]++;
    if (coders[r] === "visavis") codedByUs++;
    bySource2.set(sources3[r], (bySource2.get(sources3[r]) ?? 0) + 1);
  }
  if (last < 0) return void 0;
  return {
    votes: total(all),
    last: dates[last],
    all: cellsOf(all, firstYear),
    topics: voteTopics.flatMap(([id2, title], t) => {
      const votes = total(byTopic[t]);
      return votes === 0 ? [] : [{ id: id2, title, votes, cells: cellsOf(byTopic[t], firstYear) }];
    }),
    codedByUs,
    method: "recorded votes on resolutions and drafts as a whole in which both had a position, by calendar year and by the six issues of Voeten\u2019s data; exact counts",
    evidence: [...bySource2].sort().map(([source10, count3]) => ({
      source: source10,
      vintage: record.vintages.get(source10) ?? "unknown",
      rows: `roll_calls where kind = 'whole' and date <= '${to}' and source = '${source10}' and ${votesCondition([i, j])}`,
      count: count3
    }))
  };
}
function total(counts) {
  return counts.reduce((sum2, count3) => sum2 + count3, 0);
}
function cellsOf(counts, firstYear) {
  const cells3 = [];
  for (let at = 0; at < counts.length; at += 3) {
    const [same, partial, opposing] = [counts[at], counts[at + 1], counts[at + 2]];
    if (same + partial + opposing > 0) cells3.push([firstYear + at / 3, same, partial, opposing]);
  }
  return cells3;
}

// src/assessments/forms/vote-map-record.ts
var voteRecord = cachedBySnapshot(async (snapshot2) => {
  const [voters, found] = await Promise.all([
    votersOf(snapshot2),
    snapshot2.columns("SELECT date, votes, issues, issues_by, source, vintage FROM roll_calls WHERE kind = 'whole' ORDER BY date, id")
  ]);
  const dates = found["date"] ?? [];
  const sources3 = found["source"] ?? [];
  const vintages = found["vintage"] ?? [];
  return {
    voters,
    dates,
    years: Uint16Array.from(dates, (date2) => Number(date2.slice(0, 4))),
    positions: byState(found["votes"] ?? [], voters.length),
    topics: Uint8Array.from(found["issues"] ?? [], topicBits),
    coders: found["issues_by"] ?? [],
    sources: sources3,
    vintages: new Map(sources3.map((source10, r) => [source10, vintages[r] ?? "unknown"]))
  };
});
function byState(packed, states2) {
  const positions = new Uint8Array(packed.length * states2);
  for (let r = 0; r < packed.length; r++) {
    const row = packed[r];
    for (let s = 0, at = r; s < states2; s++, at += packed.length) positions[at] = Math.max(0, row.charCodeAt(s) - 48);
  }
  return positions;
}
var bits = { me: 1, nu: 2, di: 4, hr: 8, co: 16, ec: 32 };
function topicBits(issues) {
  if (issues === null) return 128;
  if (issues === "") return 64;
  return issues.split(",").reduce((sum2, issue) => sum2 | (bits[issue] ?? 128), 0);
}

// src/assessments/judgements/judgement-parts.ts
function confidenceOf({ strengths, doubts }) {
  const level = doubts.length === 0 ? "high" : doubts.length === 1 ? "moderate" : "low";
  const but = doubts.length === 0 ? "" : `${strengths.length === 0 ? "" : ", but "}${doubts.join("; ")}`;
  return { level, sentence: `Confidence is ${level}: ${strengths.join("; ")}${but}.` };
}
function likelihoodSentence(word, clause) {
  if (word === "almost no chance") return `There is almost no chance that ${clause}.`;
  return word === "roughly even chance" ? `There is a roughly even chance that ${clause}.` : `It is ${word} that ${clause}.`;
}
function likelierClause(above, yes, no) {
  const value = Math.max(above, 1 - above);
  const word = likelihoodWord(value);
  return {
    yes: above >= 0.5,
    statement: likelihoodSentence(word, above >= 0.5 ? yes : no),
    word,
    probability: { value, low: value, high: value }
  };
}
function estimateOf(findings, id2) {
  for (const { estimates } of findings.domains) for (const estimate of estimates) if (estimate.id === id2) return estimate;
  return void 0;
}
function figureSpread(estimate) {
  if (estimate === void 0 || !("value" in estimate) || estimate.interval === "exact" || !("level" in estimate.interval)) return void 0;
  const { low: low2, high: high2 } = estimate.interval;
  return high2 > low2 ? { known: estimate, value: estimate.value, low: low2, high: high2 } : void 0;
}
function domainOf(findings, id2) {
  return findings.domains.find((domain) => domain.id === id2);
}
function thresholdOn(findings, name, figure, bound2) {
  return { name, a: findings.a.iso3, b: findings.b.iso3, type: "threshold", figure, ...bound2 };
}
function thresholdSignpost(findings, figure, says, upward, at, shown2) {
  return {
    says,
    watch: thresholdOn(findings, `${figure} ${upward ? "above" : "below"} ${shown2}`, figure, upward ? { above: at } : { below: at })
  };
}
function figureAge({ period }, to) {
  const end = period.split(/\/| to /).at(-1);
  return Number(to.slice(0, 4)) - Number(end.slice(0, 4));
}
function partyNames({ a, b }) {
  return `${inSentence(a.name)} and ${inSentence(b.name)}`;
}
function areStates({ a, b }) {
  return a.members === void 0 && b.members === void 0;
}
function nextWholePercentile(percentile, upward) {
  if (percentile >= 99 || percentile <= 1) return percentile;
  return upward ? Math.ceil(percentile) : Math.floor(percentile);
}

// src/assessments/judgements/judgements-breaks.ts
var agendaBound = /* @__PURE__ */ new Set(["kappa_quadratic", "agreement"]);
var recentYears = 10;
var manyWalks = 0.1;
function judgeLatestBreaks(findings) {
  const domains2 = [...new Set(findings.turningPoints.series.map(({ domain }) => domain))];
  return domains2.map((domain) => {
    const last = lastBreakOf(findings.turningPoints.series.filter((series3) => series3.domain === domain));
    return last === void 0 ? { gaps: [] } : judged(findings, domain, last);
  });
}
function lastBreakOf(all) {
  for (const series3 of all.filter(({ id: id2 }) => !agendaBound.has(id2))) {
    const run = series3.runs.at(-1);
    const found = run?.breaks.at(-1);
    if (run?.state === "observed" && found !== void 0 && found.interval !== null && isSound(run, found))
      return { series: series3, run, found: { ...found, interval: found.interval } };
  }
  return void 0;
}
function judged(findings, domain, { series: series3, run, found }) {
  const first = run.to - recentYears + 1;
  const { low: low2, high: high2 } = found.interval;
  const above = chanceAbove({ value: found.year, low: low2 - 0.5, high: high2 + 0.5 }, first - 0.5, { widen: 1, tails: "normal" });
  const name = series3.label;
  const course = `the yearly ${name} of ${partyNames(findings)} (to ${run.to}) last ${series3.model === "mean" ? "moved to a new level" : "took a new course"}`;
  const { yes, ...said } = likelierClause(above, `${course} in ${first} or later`, `${course} before ${first}`);
  const newer = {
    says: `a break in the yearly ${name} from ${run.to + 1} on`,
    watch: {
      name: `a new break: ${name}`,
      a: findings.a.iso3,
      b: findings.b.iso3,
      type: "break",
      series: series3.id,
      since: run.to + 1
    }
  };
  const older = {
    says: yes ? `a date of that break before ${first} when a year is added` : `no break in the yearly ${name} from ${run.to + 1} on when that year is added`,
    watch: null
  };
  return {
    gaps: [],
    judgement: {
      id: `${domain}-last-break`,
      title: `last break of the yearly ${name}`,
      domains: [domain],
      ...said,
      how: `from the year of the break, ${found.year} (${low2} to ${high2}), its error taken as normal; given that the series broke`,
      confidence: confidenceOf({
        strengths: [`the series has ${run.to - run.from + 1} years without a gap`],
        doubts: ["that it broke at all hangs on a model", ...found.byPelt === false ? ["another method finds no break there"] : []]
      }),
      raises: yes ? newer : older,
      lowers: yes ? older : newer,
      basis: [series3.id]
    }
  };
}
function isSound({ drift }, { byLwz }) {
  return byLwz && drift !== null && drift.share <= manyWalks;
}

// src/assessments/judgements/judgements-ideal-points.ts
function judgeIdealPointTrend(findings) {
  const spread = figureSpread(estimateOf(findings, "ideal_point_distance.change"));
  const above = spread && chanceAbove(spread, 0, { widen: 1, tails: "normal" });
  if (spread === void 0 || above === void 0 || isUnconfirmedByPlace(findings, spread.value)) return { gaps: [] };
  const { known: known3, value, low: low2, high: high2 } = spread;
  const sessions2 = known3.label.match(/session (\d+)/)?.[1];
  const since = sessions2 === void 0 ? "ten sessions before" : `in session ${sessions2}`;
  const until = sessions2 === void 0 ? "" : ` in session ${Number(sessions2) + 10}`;
  const clause = (way) => `the ideal points of ${partyNames(findings)} in the UN General Assembly lie ${way}${until} than ${since}`;
  const { yes, ...said } = likelierClause(above, clause("further apart"), clause("closer together"));
  const sign = (upward, at) => thresholdSignpost(
    findings,
    known3.id,
    `a ten-session change of the distance ${upward ? "above" : "below"} ${twoDecimals(at)} in a later session (now ${twoDecimals(value)})`,
    upward,
    at,
    twoDecimals(at)
  );
  return {
    gaps: [],
    judgement: {
      id: "ideal-points-closer",
      title: "ideal points against those of ten sessions before",
      domains: ["diplomacy"],
      ...said,
      how: `from the change of their distance, ${twoDecimals(value)} (${twoDecimals(low2)} to ${twoDecimals(high2)}), its error taken as normal; given the model of one dimension`,
      confidence: confidenceOf(grounds(findings, figureAge(known3, findings.to))),
      raises: sign(yes, value),
      lowers: sign(!yes, 0),
      basis: ["ideal_point_distance", known3.id]
    }
  };
}
function isUnconfirmedByPlace(findings, change5) {
  const place = figureSpread(estimateOf(findings, "vote-place.change"));
  return place !== void 0 && (Math.sign(place.value) === Math.sign(change5) || place.low * place.high < 0);
}
function grounds(findings, age) {
  const spread = estimateOf(findings, "ideal_point_spread.percentile");
  const span2 = spread !== void 0 && isKnown(spread) && spread.interval !== "exact" ? spread.interval : void 0;
  const wide = span2 !== void 0 && span2.low < 50 && span2.high > 50;
  return {
    strengths: ["it rests on the votes of all sessions on record"],
    doubts: [
      "a model of one dimension stands between the votes and the figure",
      ...wide ? [
        `the ways to estimate it put their distance above that of ${formatPercentile(span2.low)} to ${formatPercentile(span2.high)} % of pairs`
      ] : [],
      ...age > 3 ? [`the session is ${age} years back`] : []
    ]
  };
}

// src/assessments/judgements/judgements-ledger-stage.ts
init_random();
var draws = 200;
var wrong = 0.1;
function judgeStage(findings, ledger) {
  const { stage, a, b } = findings;
  if (stage === null || ledger === void 0) return { gaps: [] };
  const items = stage.indicators.flatMap((indicator6) => indicator6.items);
  if (stage.complete === "unknown" || items.length < 1 / wrong) return { gaps: [noStage(stage)] };
  const held2 = timesHeld(stage, ledger, items, findings.seed);
  const value = (held2 + 1) / (draws + 2);
  const word = likelihoodWord(value);
  const name = {
    none: "have completed no stage",
    early: "have completed the early stage and no later one",
    moderate: "have completed the moderate stage and not the advanced one",
    advanced: "have completed the advanced stage"
  }[stage.complete];
  const event = (says, words5) => ({
    says,
    watch: {
      name: `new items after ${stage.asOf}`,
      a: a.iso3,
      b: b.iso3,
      type: "event",
      since: stage.asOf,
      ...words5 === void 0 ? {} : { words: words5 }
    }
  });
  const open = stage.indicators.filter((one) => one.stage === stage.next?.stage && one.level !== void 0 && one.level < 2).map(({ title }) => title.toLowerCase());
  return {
    gaps: [],
    judgement: {
      id: "stage-holds",
      title: "stage, were a tenth of its items wrong",
      domains: ["alliance", "arms", "exercises"],
      statement: likelihoodSentence(word, `${partyNames(findings)} ${name}, even if a tenth of the items behind that were wrong`),
      word,
      probability: { value, low: value, high: value },
      how: `the stage was the same in ${held2} of ${draws} draws without a random tenth of the ${items.length} items that weigh; (${held2} + 1) / (${draws} + 2)`,
      confidence: confidenceOf({ strengths: [`it rests on ${items.length} dated, sourced items`], doubts: doubtsOn(findings, stage) }),
      raises: { says: `no item against an indicator of the stage in the twelve months after ${stage.asOf}`, watch: null },
      lowers: event(
        open.length === 0 ? "items after that day that contradict an indicator of the stage" : `acts in three different years, or a standing arrangement, of ${open[0]}; or new items against an indicator of the stage`
      ),
      basis: stage.hangsOn.length === 0 ? stage.indicators.map(({ id: id2 }) => id2) : stage.hangsOn
    }
  };
}
function timesHeld(stage, ledger, items, seed) {
  let held2 = 0;
  for (let draw = 0; draw < draws; draw++) {
    const kept = withoutSome(items, Math.round(wrong * items.length), seed, draw);
    if (stageAndLevels({ ...ledger, items: kept }, stage.asOf).complete === stage.complete) held2++;
  }
  return held2;
}
function withoutSome(items, some, seed, draw) {
  const stream = randomStream(seed, "stage-judgement", draw);
  const kept = [...items];
  for (let i = 0; i < some; i++) kept.splice(stream.below(kept.length), 1);
  return kept;
}
function doubtsOn({ to }, { asOf, hangsOn }) {
  const months3 = 12 * (Number(to.slice(0, 4)) - Number(asOf.slice(0, 4))) + Number(to.slice(5, 7)) - Number(asOf.slice(5, 7));
  return [
    "one ledger, drawn up from open sources, is all there is",
    ...hangsOn.length > 0 ? [`${hangsOn.length === 1 ? "one item" : `each of ${hangsOn.length} items`} could move it`] : [],
    ...months3 > 12 ? [`the ledger ends ${months3} months before the day`] : []
  ];
}
function noStage(stage) {
  return {
    id: "no-stage-holds",
    domains: ["alliance", "arms", "exercises"],
    missing: "the stage on this day",
    why: stage.complete === "unknown" ? `the ledger begins on ${stage.ledger.from}` : "too few items weigh",
    fill: "dated, sourced items of these years for the ledger (docs/ledgers.md)",
    judgement: "stage-holds"
  };
}

// src/assessments/judgements/judgements-narrative.ts
var oldYears = 3;
function judgeSpeechSimilarity(findings) {
  const spread = figureSpread(estimateOf(findings, "speech_similarity.percentile"));
  const above = spread && chanceAboveMedian(spread);
  if (spread === void 0 || above === void 0) return { gaps: [] };
  const { known: known3, value, low: low2, high: high2 } = spread;
  const clause = (way) => `in General Debate speeches like those of ${years3(known3.period)}, ${partyNames(findings)} are ${way} alike in their words than the median pair of states`;
  const { yes, ...said } = likelierClause(above, clause("more"), clause("less"));
  const sign = (upward, at) => thresholdSignpost(
    findings,
    known3.id,
    `the percentile of the similarity of speeches ${upward ? "above" : "below"} ${formatPercentile(at)} in later sessions (now ${formatPercentile(value)})`,
    upward,
    at,
    formatPercentile(at)
  );
  return {
    gaps: [],
    judgement: {
      id: "speeches-alike",
      title: "speeches against those of the median pair",
      domains: ["narrative"],
      ...said,
      how: `chance that with other sentences of like speeches the percentile, ${formatPercentile(value)} (${formatPercentile(low2)} to ${formatPercentile(high2)}), falls on the same side of 50`,
      confidence: confidenceOf(grounds2(figureAge(known3, findings.to))),
      raises: sign(yes, nextWholePercentile(value, yes)),
      lowers: sign(!yes, 50),
      basis: ["speech_similarity", known3.id]
    }
  };
}
function judgeSpeechTrend(findings) {
  const spread = figureSpread(estimateOf(findings, "speech_similarity.change"));
  const above = spread && chanceAbove(spread, 0, { widen: 1, tails: "heavy" });
  if (spread === void 0 || above === void 0) return { gaps: [] };
  const { known: known3, value, low: low2, high: high2 } = spread;
  const clause = (way) => `the General Debate speeches of ${partyNames(findings)} have become ${way} alike in their words in ten years`;
  const { yes, ...said } = likelierClause(above, clause("more"), clause("less"));
  const sign = (upward, at) => thresholdSignpost(
    findings,
    known3.id,
    `a ten-year change of the similarity of speeches ${upward ? "above" : "below"} ${twoDecimals(at)} in later sessions (now ${twoDecimals(value)})`,
    upward,
    at,
    twoDecimals(at)
  );
  return {
    gaps: [],
    judgement: {
      id: "speeches-closer",
      title: "speeches against those of ten years before",
      domains: ["narrative"],
      ...said,
      how: `from the change of their similarity, ${twoDecimals(value)} (${twoDecimals(low2)} to ${twoDecimals(high2)}), its error taken with heavy tails`,
      confidence: confidenceOf(grounds2(figureAge(known3, findings.to))),
      raises: sign(yes, value),
      lowers: sign(!yes, 0),
      basis: ["speech_similarity", known3.id]
    }
  };
}
function grounds2(age) {
  return {
    strengths: ["it rests on the speeches of both in three sessions"],
    doubts: [
      "words alike need not mean alike, and no rival measure stands beside this one",
      ...age > oldYears ? [`the speeches are ${age} years old`] : []
    ]
  };
}
function years3(period) {
  const [first, last] = period.split("/").map((part2) => part2.slice(0, 4));
  return last === void 0 || last === first ? first : `${first} to ${last}`;
}

// src/assessments/judgements/judgements-trade.ts
var oldYears2 = 3;
function judgeTradeDependence(findings) {
  const id2 = "trade-leans";
  const weight = tradeWeight(domainOf(findings, "trade")?.estimates ?? []);
  if (weight === void 0) return { gaps: [] };
  const { heavier, shares, chance } = weight;
  const lighter = heavier === "a" ? "b" : "a";
  const [leaning, other, more, less] = [findings[heavier], findings[lighter], shares[heavier], shares[lighter]];
  const clause = `trade in goods with ${inSentence(other.name)} weighs more on ${possessive(leaning.name)} economy than on ${possessive(other.name)}, as a share of GDP in ${more.period}`;
  const { yes: _, ...said } = likelierClause(chance, clause, clause);
  return {
    gaps: oldFigures(findings, id2, more),
    judgement: {
      id: id2,
      title: "on whom trade in goods weighs more",
      domains: ["trade"],
      ...said,
      how: `${shareWords(more)} against ${shareWords(less)} of GDP, the same trade above both; chance that GDPs that err as much as those of the World Bank and the IMF differ (${formatShare(gdpDiscrepancy)} in standard deviation) leave the order`,
      confidence: confidenceOf(grounds3(findings, more)),
      raises: signOf(findings, more, { above: more.value }),
      lowers: signOf(findings, more, { below: less.value }),
      basis: ["gdp-share-a", "gdp-share-b"]
    }
  };
}
function judgeTradeGrowth(findings) {
  const id2 = "trade-larger";
  const trade3 = domainOf(findings, "trade");
  const found = clearChange(trade3?.estimates ?? [], trade3?.items ?? []);
  if (found === void 0 || found === "unclear") return { gaps: contradicted(findings, id2) };
  const [from, to] = found.change.period.split("/").map(Number);
  const { unit: unit2 } = found.change;
  const { measured } = found;
  if (measured === void 0) return { gaps: [rivalsMissing(findings, id2, `rival reports of their goods trade of ${to}`)] };
  const clause = (way) => `goods trade between ${partyNames(findings)} was worth ${way} in ${to} than in ${from}, at current prices`;
  const { yes, ...said } = likelierClause(measured.above, clause("more"), clause("less"));
  const { discord } = measured;
  return {
    gaps: [],
    judgement: {
      id: id2,
      title: "goods trade against that of ten years before",
      domains: ["trade"],
      ...said,
      how: `${amountWords(found.late, unit2)} against ${amountWords(found.early, unit2)} (${found.change.method.split(":")[0]}); chance that two reports that lie apart as rival reports of this pair do (${formatShare(discord.sd)} in standard deviation, ${discord.repeats} repeats) leave the order`,
      confidence: confidenceOf(seriesGrounds(findings, to, discord)),
      raises: totalSign(findings, unit2, yes, [to, found.late]),
      lowers: totalSign(findings, unit2, !yes, [from, found.early]),
      basis: [found.change.id]
    }
  };
}
function grounds3({ to }, known3) {
  const age = figureAge(known3, to);
  return {
    strengths: ["the trade is the same in both shares, so that only the two GDPs decide"],
    doubts: age > oldYears2 ? [`the figures are ${age} years old`] : []
  };
}
function seriesGrounds({ to }, year, discord) {
  const age = Number(to.slice(0, 4)) - year;
  return {
    strengths: [`${joinedWords(discord.by)} report their trade, and both years are by one reporter`],
    doubts: ["prices are not taken out", ...age > oldYears2 ? [`the figures end ${age} years before the day`] : []]
  };
}
function signOf(findings, { id: id2, value }, bound2) {
  const way = "above" in bound2 ? "above" : "below";
  const name = findings[id2.endsWith("-a") ? "a" : "b"].name;
  return {
    says: `their trade ${way} ${formatShare(value)} of ${possessive(name)} GDP in a later year`,
    watch: thresholdOn(findings, `${id2} ${way} ${formatShare(value)}`, id2, bound2)
  };
}
function totalSign(findings, unit2, upward, [year, value]) {
  const way = upward ? "above" : "below";
  const now = estimateOf(findings, "goods-trade");
  const watched = now !== void 0 && isKnown(now) && now.unit === unit2 && (upward ? now.value <= value : now.value >= value);
  const name = `goods trade ${way} that of ${year}`;
  return {
    says: `goods trade ${way} ${amountWords(value, unit2)}, that of ${year}, in a later year by the same reporter`,
    watch: watched ? thresholdOn(findings, name, "goods-trade", upward ? { above: value } : { below: value }) : null
  };
}
function contradicted(findings, judgement) {
  const change5 = estimateOf(findings, "goods-trade.change");
  if (change5 === void 0 || isKnown(change5)) return [];
  const missing = "whether their goods trade grew over ten years, by one source up to the latest year";
  return [{ id: `no-${judgement}`, domains: ["trade"], missing, why: change5.reason, fill: fillOf(findings), judgement }];
}
function rivalsMissing(findings, judgement, missing) {
  return {
    id: "no-rival-reports",
    domains: ["trade"],
    missing,
    why: `fewer than ${leastRepeatedReports} reports in the record repeat another of the same flow and year`,
    fill: fillOf(findings),
    judgement
  };
}
function oldFigures(findings, judgement, known3) {
  if (figureAge(known3, findings.to) <= oldYears2) return [];
  return [
    {
      id: `old-${judgement}`,
      domains: ["trade"],
      missing: `their goods trade after ${known3.period}`,
      why: `the record has trade and GDP of both in one year only up to ${known3.period}`,
      fill: fillOf(findings),
      judgement
    }
  ];
}
function fillOf(findings) {
  const { a, b, to } = findings;
  const year = Number(to.slice(0, 4)) - 1;
  return areStates(findings) ? `visavis pull comtrade reporter=${a.iso3} partner=${b.iso3} period=${year}, or the other way round` : domainOf(findings, "trade")?.wouldFill ?? "UN Comtrade";
}

// src/assessments/judgements/judgements-votes.ts
var fewVotes = 50;
var oldYears3 = 3;
var others = "on another set of like votes of the same number";
function judgeVotingSimilarity(findings) {
  const id2 = "votes-alike";
  const missing = "whether they vote closer than the median pair";
  const found = estimateOf(findings, "vote-place.percentile") ?? estimateOf(findings, "vote-place");
  const place = figureSpread(found);
  const above = place && chanceOfPlaceAboveMedian(place);
  if (place === void 0 || above === void 0) return { gaps: noVotes(findings, id2, missing, found) };
  const stood = `place ${formatPercentile(place.value)} (${range(place)}) among all pairs`;
  if (place.low < 50 && place.high > 50) return { gaps: [undecided(findings, id2, missing, stood)] };
  const clause = (way) => `on world issues, in votes like those of ${sessionsOf(place.known)} in the UN General Assembly, ${partyNames(findings)} stand ${way} than the median pair of states`;
  const { yes, ...said } = likelierClause(above, clause("closer together"), clause("further apart"));
  return {
    gaps: [],
    judgement: {
      id: id2,
      title: "votes against those of the median pair",
      domains: ["diplomacy"],
      ...said,
      how: `${stood}; chance that ${others} it falls on the same side of 50`,
      confidence: confidenceOf(votesBehind(findings, estimateOf(findings, "vote-place"), rivals(findings, yes))),
      raises: signOf2(
        findings,
        place.known,
        yes ? { above: nextWholePercentile(place.value, true) } : { below: nextWholePercentile(place.value, false) },
        "their place among all pairs"
      ),
      lowers: signOf2(findings, place.known, yes ? { below: 50 } : { above: 50 }, "their place among all pairs"),
      basis: [place.known.id]
    }
  };
}
function judgeVotingTrend(findings) {
  const id2 = "votes-closer";
  const missing = "whether votes brought them closer in ten sessions";
  const found = estimateOf(findings, "vote-place.change");
  const change5 = figureSpread(found);
  const above = change5 && chanceOfRise(change5);
  if (change5 === void 0 || above === void 0) return { gaps: noVotes(findings, id2, missing, found) };
  const moved3 = `change of their place ${points(change5.value)} (${points(change5.low)} to ${points(change5.high)})`;
  if (change5.low <= 0 && change5.high >= 0) return { gaps: [undecided(findings, id2, missing, moved3)] };
  const clause = (way) => `among all pairs of states, votes in the UN General Assembly put ${partyNames(findings)} ${way} in ${sessionsOf(change5.known)} than ten sessions before`;
  const { yes, ...said } = likelierClause(above, clause("closer together"), clause("further apart"));
  return {
    gaps: [],
    judgement: {
      id: id2,
      title: "votes against those of ten sessions before",
      domains: ["diplomacy"],
      ...said,
      how: `${moved3}; chance that ${others} in both windows it moves the same way`,
      confidence: confidenceOf(votesBehind(findings, change5.known, { strengths: [], doubts: [] })),
      raises: signOf2(findings, change5.known, yes ? { above: change5.value } : { below: change5.value }, "the change of their place"),
      lowers: signOf2(findings, change5.known, yes ? { below: 0 } : { above: 0 }, "the change of their place"),
      basis: [change5.known.id]
    }
  };
}
function rivals(findings, closer) {
  const sides2 = [
    ["kappa_quadratic.percentile", "kappa", false],
    ["ideal_point_distance.percentile", "the distance of their ideal points", true]
  ];
  const told3 = sides2.flatMap(([id2, name, reversed]) => {
    const rank4 = estimateOf(findings, id2);
    return rank4 !== void 0 && isKnown(rank4) ? [{ name, same: rank4.value > 50 !== reversed === closer }] : [];
  });
  const [agree, differ] = [told3.filter(({ same }) => same), told3.filter(({ same }) => !same)];
  return {
    strengths: agree.length === 0 ? [] : [`${joinedWords(agree.map(({ name }) => name))} ${agree.length === 1 ? "says" : "say"} the same`],
    doubts: differ.length === 0 ? [] : [`${joinedWords(differ.map(({ name }) => name))} ${differ.length === 1 ? "puts" : "put"} them on the other side`]
  };
}
function votesBehind({ to }, known3, more) {
  const counts = known3.method.match(/(?<![\d,])[\d,]+(?= (?:recorded )?votes)/g)?.map((text) => Number(text.replace(/,/g, ""))) ?? [];
  const least3 = Math.min(...counts);
  const age = figureAge(known3, to);
  return {
    strengths: [
      `it rests on the UN\u2019s own record${counts.length === 0 ? "" : `, ${joinedWords(counts.map(String))} votes in which both took part`}`,
      ...more.strengths
    ],
    doubts: [
      ...least3 < fewVotes ? [`${least3} votes are few`] : [],
      ...beforeTested(known3) ? ["before 1980 such judgements came true less often than their word says"] : [],
      ...age > oldYears3 ? [`the votes are ${age} years old`] : [],
      ...more.doubts
    ]
  };
}
var beforeTested = ({ period }) => Number(period.split("/").at(-1).slice(0, 4)) < 1980;
function signOf2(findings, { id: id2, unit: unit2, value }, bound2, name) {
  const [way, at] = "above" in bound2 ? ["above", bound2.above] : ["below", bound2.below];
  const said = (one) => id2 === "vote-place.change" ? points(one) : formatFigure(one, unit2);
  return {
    says: `${name} ${way} ${said(at)} in a later session (now ${said(value)})`,
    watch: thresholdOn(findings, `${id2} ${way} ${said(at)}`, id2, bound2)
  };
}
function noVotes(findings, judgement, missing, found) {
  if (found === void 0 && domainOf(findings, "diplomacy")?.state !== "observed") return [];
  const why = found !== void 0 && "reason" in found ? found.reason : "these votes give no interval";
  return [
    {
      id: `no-${judgement}`,
      domains: ["diplomacy"],
      missing,
      why,
      fill: yearByYear(findings),
      judgement
    }
  ];
}
function undecided(findings, judgement, missing, stood) {
  return {
    id: `no-${judgement}`,
    domains: ["diplomacy"],
    missing,
    why: `these votes do not decide it: ${stood}`,
    fill: yearByYear(findings),
    judgement
  };
}
function yearByYear(findings) {
  const { a, b, to } = findings;
  return areStates(findings) ? `visavis measure similarity ${a.iso3} ${b.iso3} --by year` : `visavis assess ${a.iso3} ${b.iso3} --from ${Number(to.slice(0, 4)) - 4}`;
}
var range = ({ low: low2, high: high2, known: { unit: unit2 } }) => `${formatFigure(low2, unit2)} to ${formatFigure(high2, unit2)}`;
var points = (share2) => signed(share2, "share").replaceAll(" %", " pp");
function sessionsOf({ period }) {
  const [from, to] = period.split("/").slice(-2);
  return `the ${sessionWords({ first: Number(from.slice(0, 4)) - 1945, last: Number(to.slice(0, 4)) - 1946 })}`;
}

// src/assessments/judgements/key-gaps.ts
var most3 = 8;
function keyGapsOf(findings, of, judgements) {
  const weight = ({ judgement }) => {
    const made = judgements.find(({ id: id2 }) => id2 === judgement);
    return made === void 0 ? 0 : Math.abs(made.probability.value - 0.5);
  };
  const told3 = of.filter((gap, i) => of.findIndex(({ id: id2 }) => id2 === gap.id) === i).sort((x, y) => weight(x) - weight(y));
  return [...told3, ...shortTables(findings), ...findings.domains.flatMap(silence)].slice(0, most3);
}
var short = [
  {
    domain: "alliance",
    figures: ["commitment-defence"],
    missing: "whether a treaty binds them to defend one another",
    fill: "the ATOP data (atopdata.org), then visavis add atop FILE: commitments of 1815 to 2018; its terms do not let the record pass it on"
  },
  {
    domain: "sanctions",
    figures: ["regimes-a-on-b", "regimes-b-on-a"],
    missing: "whether either has sanctions on the other",
    fill: "the Global Sanctions Data Base (globalsanctionsdatabase.com, on request), then visavis add gsdb FILE"
  }
];
function shortTables(findings) {
  return short.flatMap(({ domain, figures, missing, fill: fill2 }) => {
    const found = figures.map((id2) => estimateOf(findings, id2));
    const [first] = found;
    if (first === void 0 || domainOf(findings, domain)?.state === "unknown") return [];
    if (!found.every((one) => one?.state === "unknown") || !("reason" in first)) return [];
    return [{ id: `short-${domain}`, domains: [domain], missing, why: first.reason, fill: fill2, judgement: null }];
  });
}
function silence({ id: id2, title, state, estimates, wouldFill: wouldFill3 }) {
  const [first] = estimates;
  if (state !== "unknown" || first === void 0 || isKnown(first)) return [];
  const fill2 = wouldFill3 ?? (first.state === "unknown" ? first.wouldTell : void 0);
  if (fill2 === void 0) return [];
  return [
    {
      id: `domain-${id2}`,
      domains: [id2],
      missing: `any figure of ${title.toLowerCase()}`,
      why: first.reason.replace(/\.$/, ""),
      fill: fill2.replace(/\.$/, ""),
      judgement: null
    }
  ];
}

// src/assessments/judgements/judgements.ts
var questions = [
  judgeVotingSimilarity,
  judgeVotingTrend,
  judgeIdealPointTrend,
  judgeTradeDependence,
  judgeTradeGrowth,
  judgeSpeechSimilarity,
  judgeSpeechTrend
];
function judgementsOf(findings, ledger) {
  const judged2 = [judgeStage(findings, ledger), ...questions.map((question) => question(findings)), ...judgeLatestBreaks(findings)];
  const judgements = judged2.flatMap(({ judgement }) => judgement === void 0 ? [] : [judgement]);
  return {
    judgements,
    keyGaps: keyGapsOf(
      findings,
      judged2.flatMap(({ gaps }) => gaps),
      judgements
    )
  };
}

// src/assessments/record/ledger.ts
init_errors();
import { existsSync, readFileSync } from "node:fs";
function bundledLedger(a, b) {
  const path = [`${a}-${b}`, `${b}-${a}`].map((pair) => bundledPath(pair.toLowerCase())).find((one) => existsSync(one));
  if (path === void 0) return void 0;
  const ledger = read.get(path) ?? readLedger(path);
  read.set(path, ledger);
  return ledger;
}
var read = /* @__PURE__ */ new Map();
function bundledPath(pair) {
  return packageFile(`data/ledgers/${pair}.json`);
}
function readLedger(path) {
  const text = readText(path);
  const parsed = parse(text, path);
  const problem = ledgerProblem(parsed);
  if (problem === void 0) return parsed;
  const line = problem.item === void 0 ? 1 : lineOfItem(text, problem.item);
  throw new VisavisError("BadInput", `${path}:${line}: ${problem.what}`, { hint: "docs/ledgers.md has the form of a ledger" });
}
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new VisavisError("BadInput", `the ledger ${path} cannot be read: ${cause.message}`, { cause });
  }
}
function parse(text, path) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const at = /position (\d+)/.exec(cause.message)?.[1];
    const line = at === void 0 ? 1 : text.slice(0, Number(at)).split("\n").length;
    throw new VisavisError("BadInput", `${path}:${line}: not JSON: ${cause.message}`, { cause });
  }
}
function lineOfItem(text, index) {
  let depth = 0;
  let seen = -1;
  let quoted4 = false;
  const begin = text.indexOf("[", text.indexOf('"items"'));
  for (let i = begin + 1; i < text.length; i++) {
    const character = text[i];
    if (quoted4) {
      if (character === "\\") i++;
      else if (character === '"') quoted4 = false;
    } else if (character === '"') quoted4 = true;
    else if (character === "{" && depth++ === 0 && ++seen === index) return text.slice(0, i).split("\n").length;
    else if (character === "}") depth--;
  }
  return 1;
}

// src/assessments/record/ledger-card.ts
function ledgerCard(ledger) {
  const pair = [ledger.a, ledger.b].map((iso3) => stateOf(iso3).name).join(" and ");
  return {
    id: "ledger",
    title: `Ledger of evidence on ${pair}`,
    provider: "Vis-\xE0-vis",
    url: "docs/ledgers.md",
    licence: {
      id: "CC0-1.0",
      url: "https://creativecommons.org/publicdomain/zero/1.0/",
      redistribute: true,
      terms: "Dated facts in sentences of our own, each with the public texts that support it."
    },
    citation: `Vis-\xE0-vis (${ledger.reviewed.slice(0, 4)}). Ledger of evidence on ${pair}. data/ledgers/${ledger.a.toLowerCase()}-${ledger.b.toLowerCase()}.json.`,
    vintage: `reviewed ${ledger.reviewed}, ${ledger.items.length} items`,
    coverage: [
      { indicator: "ledger-items", from: ledger.from, to: ledger.to, whom: pair, states: [ledger.a, ledger.b], absence: "unknown" }
    ],
    quirks: ['Items were chosen by a reviewer: a count of them is "at least".']
  };
}

// src/store/release-calendar.ts
var calendar = `
aiddata-public-diplomacy: irregular
aiddata-china-finance: irregular
agreements-and-restrictions: review 6
alliance-commitments: review 6
armenia-customs: year 03-31
atop: irregular
baci: year+1 02-28
baci-2022: ended
baci-2023: ended
baci-pairs: year+1 02-28
baci-sectors: year+1 02-28
baci-year: year+1 02-28
bloc-memberships: review 6
china-customs: year 01-31
china-global-investment-tracker: edition 6
china-vitae: irregular
cited-figures: review 3
cited-roll-calls: review 3
comext: month 75
comext-answers: month 75
comext-fossil: month 75
comext-sanctioned: month 75
comtrade: year 12-31
cow-contiguity: irregular
cow-igo: irregular
cow-mid: irregular
cow-nmc: irregular
cow-trade: irregular
crea-fossil: ended
crea-tracker: month 30
ddr-representation: irregular
dated-relations: review 6
un-resolutions: month 90
un-digital-library: files
embassies-wikidata: edition 12
eurostat-energy: month 75
eusanct: irregular
gdelt: files
gdelt-gkg: files
gdelt-normalisation: files
gdp-estimates: irregular
un-general-debate: year 12-31
geodist: ended
georgia-customs: year 03-31
gml-mid: irregular
gsdb: irregular
icews: ended
un-ideal-points: year 09-30
imf-direct-investment: year 12-31
imf-dots: ended
imf-dots-world: ended
imf-imts: year 06-30
imf-imts-2025: ended
institution-memberships: review 6
interstate-relations: review 6
imf-weo: edition 6
kazakhstan-customs: year 08-31
kiel-ukraine-support-tables: edition 3
kiel-ukraine-support-workbook: ended
kyrgyzstan-customs: year 06-30
passport-index: edition 12
regimes: year 06-30
russia-exercises: ended
oecd-icio: irregular
russian-customs: irregular
sanctions-regimes: review 3
un-migrant-stock: edition 48
un-sc-meetings: year 03-31
un-sc-vetoes: edition 12
un-sc-vetoes-coded: irregular
security-council-vetoes: review 6
sipri-milex: year 04-30
sipri-register: year 03-31
sipri-tiv-table: year 03-31
surplus-product: irregular
territorial-claims: review 12
ucdp-acd: year 06-30
ucdp-2025: ended
ucdp-dyadic: year 06-30
uk-ons: year 02-28
un-votes: ended
usa-census: year 02-28
us-missions: irregular
us-troops: year 12-31
us-visits: irregular
uzbekistan-customs: year 03-31
visavis-ideal-points: derived
visavis-speeches: derived
wiod: ended
world-bank: year 07-31
world-bank-debt: year 12-31
world-bank-growth: year 07-31
`;
var rules2 = new Map(
  calendar.split("\n").filter((line) => line !== "").map((line) => line.split(": "))
);
var words3 = {
  irregular: "no stated rhythm",
  ended: "no further edition",
  files: "the files that you add",
  derived: "computed from other sources of the record"
};
function releaseOf(card2) {
  const [kind = "irregular", when = ""] = (rules2.get(card2.id) ?? "irregular").split(" ");
  const last = card2.coverage.map(({ to }) => to).reduce((a, b) => a > b ? a : b, "");
  if (kind === "year" || kind === "year+1") return yearly(last, kind === "year" ? 1 : 2, when);
  if (kind === "month") return monthly(last, Number(when));
  if (kind === "edition" || kind === "review") {
    const rhythm = kind === "review" ? `reviewed every ${when} months` : everyMonths(Number(when));
    const day2 = kind === "review" ? last : editionDay(card2.vintage);
    return { rhythm, covers: null, due: day2 === void 0 || day2 === "" ? null : monthsAfter(day2, Number(when)) };
  }
  return { rhythm: words3[kind] ?? kind, covers: null, due: null };
}
function isOverdue({ due }, day2) {
  return due !== null && due < day2;
}
function daysAfter(last, days) {
  return iso(new Date(Date.parse(`${last}T00:00:00Z`) + days * 864e5));
}
function yearly(last, lag, monthDay) {
  const next = Number(last.slice(0, 4)) + (last.endsWith("-12-31") ? 1 : 0);
  return { rhythm: "every year", covers: `${next}-12-31`, due: `${next + lag}-${monthDay}` };
}
function monthly(last, days) {
  const end = new Date(Date.parse(`${last}T00:00:00Z`) + 864e5);
  const covers2 = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0));
  return { rhythm: "every month", covers: iso(covers2), due: daysAfter(iso(covers2), days) };
}
var everyMonths = (months3) => months3 === 12 ? "every year" : months3 > 12 ? `every ${months3 / 12} years` : `every ${months3} months`;
var monthNames = "January February March April May June July August September October November December".split(" ");
var monthInWords = new RegExp(`^(${monthNames.join("|")}) (\\d{4})`);
function editionDay(vintage) {
  const [, name, of] = monthInWords.exec(vintage) ?? [];
  if (name !== void 0) return `${of}-${String(monthNames.indexOf(name) + 1).padStart(2, "0")}-01`;
  const [numeric, year, month, day2] = /(\d{4})-(\d\d)(?:-(\d\d))?/.exec(vintage) ?? [];
  return numeric === void 0 ? void 0 : `${year}-${month}-${day2 ?? "01"}`;
}
function monthsAfter(day2, months3) {
  const start = /* @__PURE__ */ new Date(`${day2}T00:00:00Z`);
  return iso(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months3, start.getUTCDate())));
}
var iso = (day2) => day2.toISOString().slice(0, 10);

// src/assessments/record/overdue-editions.ts
function withOverdueNote(domain, cards, day2) {
  const levels2 = domain.estimates.filter(isKnown).filter(({ id: id2 }) => !id2.includes("."));
  const sources3 = [...new Set(levels2.flatMap(({ evidence: evidence2 }) => evidence2.map(({ source: source10 }) => source10)))];
  const overdue = sources3.flatMap((id2) => {
    const card2 = cards.get(id2);
    const release = card2 === void 0 ? void 0 : releaseOf(card2);
    return release !== void 0 && isOverdue(release, day2) ? [`${id2} (${release.rhythm}, next due ${release.due})`] : [];
  });
  if (overdue.length === 0) return domain;
  const note = `Newer editions have come due: ${joinedWords(overdue)}. The figures here may be older than what is published.`;
  return { ...domain, notes: [...domain.notes, note] };
}

// src/assessments/relations/diplomatic-relations.ts
async function withDiplomaticRelations({ dyad: dyad2, snapshot: snapshot2 }, domain) {
  const { a, b, to } = dyad2;
  const stored = (await storedRelations(snapshot2)).relations(a.iso3, b.iso3);
  const pair = { a, b, day: to, relations: stored.filter((row) => begunBy(row, to)), claims: [] };
  const items = diplomaticItems(pair);
  if (items.length === 0) return domain;
  const sentences = missingRelationsSentences(pair);
  return {
    ...domain,
    state: domain.state === "estimated" ? "estimated" : "observed",
    summary: [...sentences, domain.summary].join(" "),
    items: [...items, ...domain.items]
  };
}

// src/measures/standing/standing-classes.ts
var standingClasses = ["at war", "severe rivalry", "lesser rivalry", "negative peace", "warm peace", "security community"];

// src/measures/standing/standing-constants.ts
var disputes2 = "GML militarised disputes 1946-2010 and COW 2011-2014 (docs/measures/standing.md)";
var standingConstants = {
  forceWithIssue: {
    value: 10,
    unit: "years",
    meaning: "how long a use of force keeps a pair in severe rivalry while an issue is open",
    source: `${disputes2}: nine in ten such years lie within five years of a further dispute; after ten years without one a new dispute has a chance of 2 % a year`
  },
  forceAlone: {
    value: 5,
    unit: "years",
    meaning: "how long a use of force keeps a pair in rivalry when no issue is open",
    source: `${disputes2}: half of such years lie within five years of a further dispute; from the sixth year on, one in five`
  },
  repeatedForce: {
    value: 2,
    unit: "uses of force in ten years",
    meaning: "separate uses of force that make a rivalry severe without an open issue",
    source: `${disputes2}: after a third dispute the chance of another one is twice that after a first`
  },
  longFighting: {
    value: 3,
    unit: "years in ten",
    meaning: "years of fighting, the present one included, that make a rivalry severe without an open issue",
    source: `${disputes2}`
  },
  provenPeace: {
    value: 10,
    unit: "years",
    meaning: "years without force before warm peace, and years of a common body before a security community",
    source: `${disputes2}: the yearly chance of a new dispute has then fallen to that of a pair without a history`
  },
  hostedForces: {
    value: 1e3,
    unit: "active members of the US forces",
    meaning: "forces in a country that make a bond",
    source: "counts of the Department of Defense: half of all hosts have fewer than 20, guards and attach\xE9s; hosts of 1,000 have bases"
  },
  hostedYears: {
    value: 5,
    unit: "years",
    meaning: "how long forces must have been in a country: an intervention is shorter",
    source: "counts of the Department of Defense: Lebanon 1958, the Dominican Republic 1965, Grenada 1983, Somalia 1992 to 1995, Haiti 1994 to 1996"
  }
};

// src/measures/standing/standing-situation.ts
function situationOn(facts, day2) {
  const holds = ({ from, to }) => from <= day2 && (to === null || to >= day2);
  const firstDay2 = `${day2.slice(0, 4)}-01-01`;
  const open = facts.issues.filter(holds);
  const bonds = facts.bonds.filter(holds);
  return {
    day: day2,
    border: facts.border,
    near: facts.near,
    war: facts.force.filter(({ level, from, to }) => level === "war" && from <= day2 && (to === null || to >= firstDay2)),
    episodes: episodesBy(facts.force, day2),
    issues: open.filter(({ kind }) => kind !== "claim"),
    claims: claimsOf(
      open.filter(({ kind }) => kind === "claim"),
      facts
    ),
    pressures: facts.pressures.filter(holds),
    communities: bonds.filter(({ kind }) => kind === "community"),
    otherBonds: bonds.filter(({ kind }) => kind !== "community" && kind !== "wide-pact"),
    widePacts: bonds.filter(({ kind }) => kind === "wide-pact")
  };
}
function claimsOf(claims, { force, near: near3 }) {
  const isFought = ({ from, to }) => force.some((use) => (use.to === null || use.to >= from) && (to === null || use.from <= to));
  const calm = claims.filter((claim) => !isFought(claim));
  const of = (...sizes4) => calm.filter(({ size }) => sizes4.includes(size));
  return {
    fought: claims.filter(isFought),
    grave: of("province", "whole-state"),
    islets: near3 ? of("islet") : [],
    waters: near3 ? of("sea") : []
  };
}
function episodesBy(force, day2) {
  const begun = force.filter(({ from }) => from <= day2).sort((x, y) => x.from < y.from ? -1 : Number(x.from > y.from));
  const found = [];
  for (const use of begun) {
    const to = use.to === null || use.to > day2 ? day2 : use.to;
    const last = found.at(-1);
    if (last === void 0 || yearOf2(use.from) > yearOf2(last.to) + 1) found.push({ from: use.from, to, uses: [use] });
    else found[found.length - 1] = { from: last.from, to: to > last.to ? to : last.to, uses: [...last.uses, use] };
  }
  return found;
}
function endedWithin({ to }, day2, years4) {
  return yearOf2(to) >= yearOf2(day2) - years4;
}
function yearOf2(day2) {
  return Number(day2.slice(0, 4));
}
function sameDayEarlier(day2, years4) {
  return `${String(yearOf2(day2) - years4).padStart(4, "0")}${day2.slice(4)}`;
}

// src/measures/standing/standing-rule.ts
var { forceWithIssue, forceAlone, repeatedForce, longFighting, provenPeace } = standingConstants;
function placedOn(facts, day2) {
  const now = situationOn(facts, day2);
  const hostile = hostileIssues(now);
  return severe(now, hostile) ?? lesser(now, hostile) ?? peace(now);
}
function severe(now, hostile) {
  const within = forceWithin(now, forceWithIssue.value);
  if (now.war.length > 0) return { order: 0, clause: "war", because: now.war };
  if (hostile.length > 0 && within.length > 0) return { order: 1, clause: "force-and-issue", because: [...within, ...hostile] };
  if (isRepeated(now)) return { order: 1, clause: "repeated-force", because: within };
  const joined = enmityWithCause(now);
  if (joined.length > 0) return { order: 1, clause: "hostile-issues", because: joined };
  return byPressure(now, "opposed-leaders", 1);
}
function lesser(now, hostile) {
  const recent2 = forceWithin(now, forceAlone.value);
  if (recent2.length > 0) return { order: 2, clause: "recent-force", because: recent2 };
  if (hostile.length > 0) return { order: 2, clause: "open-issue", because: hostile };
  return byPressure(now, "opposed-alliances", 2) ?? byPressure(now, "embargo", 2) ?? bySanctions(now);
}
function peace(now) {
  const { communities, otherBonds, widePacts, day: day2 } = now;
  const inTheWay = obstacles(now);
  if (inTheWay.length > 0) return { order: 3, clause: "held-back", because: inTheWay };
  const bonds = [...communities, ...otherBonds];
  if (bonds.length === 0) return { order: 3, clause: "nothing-known", because: [], beside: widePacts };
  const proven = communities.filter(({ from }) => from <= sameDayEarlier(day2, provenPeace.value));
  if (proven.length > 0 && now.claims.grave.length === 0) return { order: 5, clause: "community", because: proven };
  return { order: 4, clause: "bond", because: bonds };
}
function obstacles(now) {
  const { issues, pressures, claims, communities } = now;
  const apart = issues.filter(({ kind }) => kind === "no-relations" || kind === "non-recognition");
  const outsideCommunities = [
    ...[...claims.grave, ...claims.islets, ...claims.waters],
    ...issues.filter(({ kind }) => kind === "lower-relations")
  ];
  return [...forceWithin(now, provenPeace.value), ...communities.length > 0 ? [] : outsideCommunities, ...apart, ...pressures];
}
function hostileIssues({ issues, claims, communities, otherBonds, border, near: near3 }) {
  const pacts2 = otherBonds.some(({ kind }) => kind === "pact");
  const isBound = communities.length > 0 || otherBonds.length > 0;
  return [
    ...claims.fought,
    ...communities.length > 0 || pacts2 ? [] : claims.grave,
    ...isBound ? [] : claims.islets,
    ...issues.filter(({ kind, manner }) => {
      if (kind === "no-relations") return manner !== "moved" && (manner === "broken" ? near3 : border);
      return kind !== "non-recognition" && kind !== "lower-relations";
    })
  ];
}
function enmityWithCause({ issues, claims }) {
  const has2 = (kind) => issues.some((issue) => issue.kind === kind);
  const claimed = [...claims.fought, ...claims.grave];
  const apart = issues.some(({ kind, manner }) => kind === "no-relations" && manner !== "moved");
  const holds = has2("enmity") && (has2("armistice") || claimed.length > 0) || has2("armistice") && apart;
  return holds ? [...claimed, ...issues] : [];
}
function byPressure(now, kind, order2) {
  const because = now.pressures.filter((pressure) => pressure.kind === kind);
  return because.length > 0 ? { order: order2, clause: kind, because } : void 0;
}
function bySanctions({ pressures, issues }) {
  const sanctions2 = pressures.filter(({ kind }) => kind === "sanctions");
  const broken = sanctions2.length === 0 ? [] : issues.filter(({ manner }) => manner === "broken");
  const mutual = new Set(sanctions2.map(({ by }) => by)).size > 1;
  return mutual || broken.length > 0 ? { order: 2, clause: "embargo", because: [...broken, ...sanctions2] } : void 0;
}
function forceWithin({ episodes, day: day2 }, years4) {
  return episodes.filter((episode) => endedWithin(episode, day2, years4)).flatMap(({ uses }) => uses);
}
function isRepeated({ episodes, day: day2 }) {
  const recent2 = episodes.filter((episode) => endedWithin(episode, day2, forceWithIssue.value));
  const last = recent2.at(-1);
  if (last === void 0 || !endedWithin(last, day2, forceAlone.value)) return false;
  if (recent2.length >= repeatedForce.value) return true;
  return yearOf2(last.to) === yearOf2(day2) && yearOf2(last.from) <= yearOf2(day2) - longFighting.value + 1;
}

// src/measures/standing/standing.ts
var firstStandingYear = 1946;
function standingOf(facts, day2, first) {
  const { order: order2, clause, because, beside = [] } = placedOn(facts, day2);
  const begin = Math.max(first, firstStandingYear);
  const since = sinceWhen(facts, day2, order2, begin);
  return {
    class: standingClasses[order2],
    order: order2,
    since,
    certainty: certaintyOf(clause),
    clause,
    facts: because,
    beside,
    before: since === begin ? void 0 : classIn(facts, since - 1)
  };
}
var certaintyOf = (clause) => clause === "nothing-known" ? "at-least" : "placed";
function classIn(facts, year) {
  const { order: order2, clause } = placementIn(facts, year);
  return { class: standingClasses[order2], certainty: certaintyOf(clause) };
}
function sinceWhen(facts, day2, order2, first) {
  if (isEmpty(facts)) return first;
  let year = Number(day2.slice(0, 4));
  while (year > first && placementIn(facts, year - 1).order === order2) year -= 1;
  return year;
}
function isEmpty({ force, issues, pressures, bonds }) {
  return force.length + issues.length + pressures.length + bonds.length === 0;
}
function placementIn(facts, year) {
  return placedOn(facts, `${year}-12-31`);
}

// src/measures/standing/standing-moves.ts
var horizon = 25;
function standingMoves(facts, day2, placement) {
  const { order: order2, because } = placement;
  const after = (changed) => placedOn(changed, day2).order;
  const byEnd = [...new Set(because)].map((fact) => ({ fact, order: after(without2(facts, [fact], day2)) })).filter((move) => move.order > order2);
  const all = after(without2(facts, because, day2));
  const clash = after(withClash(facts, day2));
  return {
    byTime: laterBetter(facts, day2, order2),
    byEnd: byEnd.sort((x, y) => y.order - x.order),
    byEndOfAll: all > order2 ? all : void 0,
    byForce: clash < order2 ? clash : void 0
  };
}
function laterBetter(facts, day2, order2) {
  const known3 = upTo(facts, day2);
  for (let year = yearOf2(day2) + 1; year <= yearOf2(day2) + horizon; year++) {
    const later = placedOn(known3, `${year}-12-31`).order;
    if (later > order2) return { year, order: later };
  }
  return void 0;
}
function upTo(facts, day2) {
  const begun = (list2) => list2.filter(({ from }) => from <= day2).map((fact) => fact.kind !== "force" && fact.to !== null && fact.to >= day2 ? { ...fact, to: null } : fact);
  return {
    ...facts,
    force: begun(facts.force),
    issues: begun(facts.issues),
    pressures: begun(facts.pressures),
    bonds: begun(facts.bonds)
  };
}
function without2(facts, gone, day2) {
  const kept = (list2) => list2.filter((fact) => !gone.includes(fact));
  return {
    ...facts,
    force: facts.force.map(
      (use) => gone.includes(use) && (use.to === null || use.to >= day2) ? { ...use, to: `${yearOf2(day2) - 1}-12-31` } : use
    ),
    issues: kept(facts.issues),
    pressures: kept(facts.pressures),
    bonds: facts.bonds
  };
}
function withClash(facts, day2) {
  return { ...facts, force: [...facts.force, { kind: "force", level: "clash", from: day2, to: day2, text: "", source: "" }] };
}

// src/assessments/standing/pair-years.ts
function pairInYear(a, b, year, lastDay3) {
  const end = [`${year}-12-31`, lastDay3].sort()[0];
  const [one, other] = [spanIn(a, year, end), spanIn(b, year, end)];
  if (one === void 0 || other === void 0) return void 0;
  const from = one.from > other.from ? one.from : other.from;
  const day2 = [end, one.to ?? end, other.to ?? end].sort()[0];
  return from > day2 ? void 0 : { a, b, day: day2, first: Number(from.slice(0, 4)) };
}
function spanIn({ spans }, year, end) {
  return spans.filter(({ from, to }) => from <= end && (to === null || to >= `${year}-01-01`)).at(-1);
}

// src/measures/standing/standing-bodies.ts
var standingBodies = [
  { bloc: "EU", name: "the European Union", kind: "community", why: "common law, court, market and borders" },
  { bloc: "ECSC", name: "the European Coal and Steel Community", kind: "community", why: "common market in coal and steel with a court" },
  { bloc: "EEA", name: "the European Economic Area", kind: "community", why: "common market with a court and free movement" },
  { bloc: "SCHENGEN", name: "the Schengen area", kind: "community", why: "no border controls" },
  { bloc: "NATO", name: "NATO", kind: "community", why: "integrated command and common defence planning" },
  { bloc: "WEU", name: "the Western European Union", kind: "community", why: "automatic mutual defence and common arms control" },
  {
    bloc: "NORDIC-COUNCIL",
    name: "the Nordic Council",
    kind: "community",
    why: "passport union, common labour market, undefended borders"
  },
  { bloc: "BENELUX", name: "the Benelux Union", kind: "community", why: "economic union and free movement" },
  { bloc: "COMMON-TRAVEL-AREA", name: "the Common Travel Area", kind: "community", why: "no border controls, common civic rights" },
  { bloc: "CER", name: "the Closer Economic Relations of Australia and New Zealand", kind: "community", why: "single market" },
  { bloc: "TRANS-TASMAN", name: "the Trans-Tasman Travel Arrangement", kind: "community", why: "free movement and work" },
  { bloc: "EFTA", name: "the European Free Trade Association", kind: "body", why: "free trade with consultation on complaints" },
  { bloc: "VISEGRAD", name: "the Visegrad Group", kind: "body", why: "standing consultation on security and integration" },
  { bloc: "BALTIC-ASSEMBLY", name: "the Baltic Assembly", kind: "body", why: "common assembly and defence projects" },
  { bloc: "WARSAW-PACT", name: "the Warsaw Pact", kind: "body", why: "mutual defence and a joint command" },
  { bloc: "UNION-STATE", name: "the Union State of Russia and Belarus", kind: "body", why: "union of two states with joint forces" },
  { bloc: "EAEU", name: "the Eurasian Economic Union", kind: "body", why: "customs union with a court" },
  { bloc: "NAFTA", name: "the North American Free Trade Agreement", kind: "body", why: "free trade with panels for disputes" },
  { bloc: "USMCA", name: "the United States-Mexico-Canada Agreement", kind: "body", why: "free trade with panels for disputes" },
  { bloc: "MERCOSUR", name: "Mercosur", kind: "body", why: "customs union with a tribunal" },
  { bloc: "PACIFIC-ALLIANCE", name: "the Pacific Alliance", kind: "body", why: "free trade and free movement" },
  { bloc: "CA-4", name: "the Central American border control agreement", kind: "body", why: "no border controls" },
  { bloc: "CARICOM", name: "the Caribbean Community", kind: "body", why: "single market with a court" },
  {
    bloc: "OECS",
    name: "the Organisation of Eastern Caribbean States",
    kind: "body",
    why: "economic union with a common court and currency"
  },
  { bloc: "FIVE-EYES", name: "the UKUSA intelligence agreement", kind: "body", why: "shared intelligence" },
  { bloc: "SEATO", name: "SEATO", kind: "body", why: "collective defence" },
  { bloc: "CENTO", name: "the Central Treaty Organization", kind: "body", why: "cooperation in defence" },
  { bloc: "ASEAN", name: "ASEAN", kind: "body", why: "treaty of amity with a High Council for disputes, free trade" },
  { bloc: "PIF", name: "the Pacific Islands Forum", kind: "body", why: "joint declarations on security and assistance in crises" },
  { bloc: "GCC", name: "the Gulf Cooperation Council", kind: "body", why: "common market and joint defence" },
  { bloc: "ECOWAS", name: "ECOWAS", kind: "body", why: "free movement, court, mutual defence" },
  { bloc: "UEMOA", name: "the West African Economic and Monetary Union", kind: "body", why: "common currency and court" },
  { bloc: "CEMAC", name: "the Central African Economic and Monetary Community", kind: "body", why: "common currency and court" },
  { bloc: "EAC", name: "the East African Community", kind: "body", why: "common market with a court" },
  {
    bloc: "SADC",
    name: "the Southern African Development Community",
    kind: "body",
    why: "free trade, mutual defence pact, organ for security"
  },
  { bloc: "SACU", name: "the Southern African Customs Union", kind: "body", why: "customs union" },
  { bloc: "AES", name: "the Alliance of Sahel States", kind: "body", why: "mutual defence" }
];
var openToAny = "open to any state";
var looseTreaties = /* @__PURE__ */ new Map([
  ["african-union-2001", "a continent"],
  ["arab-defence-1950", "never applied as written"],
  ["arab-league-1945", "never applied as written"],
  ["arab-maghreb-1989", "dormant since 1994"],
  ["asean-tac-1976", openToAny],
  ["cis-charter-1993", "neighbours in it had disputes as others"],
  ["collective-security-1992", "neighbours in it had disputes as others"],
  ["cyprus-alliance-1960", "lapsed in 1964"],
  ["eccas-2000", "neighbours in it had disputes as others"],
  ["finland-ussr-1948", "bound Finland to defend its own territory only"],
  ["great-lakes-2006", "neighbours in it had disputes as others"],
  ["oas-charter-1948", "a hemisphere; neighbours in it had disputes as others"],
  ["rio-1947", "a hemisphere; neighbours in it had disputes as others"],
  ["sco-2007", "neighbours in it had disputes as others"]
]);

// src/assessments/standing/fact-scope.ts
function ofScope(scope, columns = ["state_a", "state_b"]) {
  if (scope === void 0) return { where: "true", parameters: {} };
  return { where: columns.map((column) => `${column} IN ($a, $b)`).join(" AND "), parameters: { a: scope[0], b: scope[1] } };
}

// src/assessments/standing/stretches.ts
function overlap(one, other) {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to === null ? other.to : other.to === null || one.to < other.to ? one.to : other.to;
  return to !== null && to < from ? void 0 : { from, to };
}

// src/assessments/standing/bond-facts.ts
async function gatherBonds(snapshot2, memberships2, facts, scope) {
  const { where: where2, parameters } = ofScope(scope, ["state"]);
  const institutions2 = await snapshot2.rows(
    `SELECT institution, state, start_date, end_date, source FROM institution_memberships WHERE role = 'member' AND ${where2} ORDER BY ALL`,
    parameters
  );
  const parties = grouped(
    [
      ...memberships2.filter(({ role }) => role === "member").map(({ bloc, state, start_date, end_date }) => ({ bloc, state, from: start_date, to: end_date, source: "bloc-memberships" })),
      ...institutions2.map(({ institution, state, start_date, end_date, source: source10 }) => ({
        ...{ bloc: institution, state, from: start_date, to: end_date, source: source10 }
      }))
    ],
    ({ bloc }) => bloc
  );
  for (const { bloc, kind, name } of standingBodies) {
    eachPair(
      parties.get(bloc) ?? [],
      (one, other, common2) => facts.bond(one.state, other.state, { kind, ...common2, text: `common membership of ${name}`, source: one.source })
    );
  }
  await gatherPacts(snapshot2, facts, scope);
}
async function gatherPacts(snapshot2, facts, scope) {
  const { where: where2, parameters } = ofScope(scope, ["state"]);
  const rows = await snapshot2.rows(
    `SELECT treaty, name, state, start_date, end_date, defence, nonaggression, consultation, source FROM commitments
     WHERE source = 'alliance-commitments' AND start_date IS NOT NULL AND ${where2} ORDER BY ALL`,
    parameters
  );
  const binding = rows.filter(
    ({ treaty, defence, nonaggression, consultation }) => looseTreaties.get(treaty) !== openToAny && (looseTreaties.has(treaty) || defence === true || nonaggression === true && consultation === true)
  );
  for (const parties of grouped(binding, ({ treaty }) => treaty).values()) {
    const { name, treaty } = parties[0];
    const kind = looseTreaties.has(treaty) ? "wide-pact" : "pact";
    eachPair(
      parties.map(({ state, start_date, end_date, source: source10 }) => ({ state, from: start_date, to: end_date, source: source10 })),
      (one, other, common2) => facts.bond(one.state, other.state, { kind, ...common2, text: withArticle(name), source: one.source })
    );
  }
}
function eachPair(parties, use) {
  parties.forEach((one, i) => {
    for (const other of parties.slice(i + 1)) {
      const common2 = one.state === other.state ? void 0 : overlap(one, other);
      if (common2 !== void 0) use(one, other, common2);
    }
  });
}
function withArticle(name) {
  return /^the /i.test(name) ? name : `the ${name}`;
}

// src/measures/standing/standing-facts.ts
var noFacts = { border: false, near: false, force: [], issues: [], pressures: [], bonds: [] };

// src/states/tables/neighbours.ts
var landBorders = `
AFG CHN IRN PAK RUS TJK TKM UZB
AGO COD COG NAM ZMB
ALB GRC MKD MNE XKX YUG
AND ESP FRA
ARE OMN QAT SAU
ARG BOL BRA CHL PRY URY
ARM AZE GEO IRN TUR
AUT CHE CSK CZE DEU HUN ITA LIE SVK SVN YUG
AZE GEO IRN RUS TUR
BDI COD RWA TZA
BEL DEU FRA LUX NLD
BEN BFA NER NGA TGO
BFA CIV GHA MLI NER TGO
BGD IND MMR
BGR GRC MKD ROU SRB TUR YUG
BIH HRV MNE SRB YUG
BLR LTU LVA POL RUS UKR
BLZ GTM MEX
BOL BRA CHL PER PRY
BRA COL GUY PER PRY SUR URY VEN
BRN MYS
BTN CHN IND
BWA NAM ZAF ZMB ZWE
CAF CMR COD COG SDN SSD TCD
CAN USA
CHE DEU FRA ITA LIE
CHL PER
CHN IND KAZ KGZ LAO MMR MNG NPL PAK PRK RUS TJK VNM
CIV GHA GIN LBR MLI
CMR COG GAB GNQ NGA TCD
COD COG RWA SDN SSD TZA UGA ZMB
COG GAB
COL ECU PAN PER VEN
CRI NIC PAN
CSK DDR DEU HUN POL RUS UKR
CZE DEU POL SVK
DDR DEU POL
DEU DNK FRA LUX NLD POL
DJI ERI ETH SOM
DOM HTI
DZA LBY MAR MLI MRT NER TUN
ECU PER
EGY ISR LBY SDN
ERI ETH SDN
ESP FRA MAR PRT
EST LVA RUS
ETH KEN SDN SOM SSD
FIN NOR RUS SWE
FRA ITA LUX
GAB GNQ
GBR IRL
GEO RUS TUR
GHA TGO
GIN GNB LBR MLI SEN SLE
GMB SEN
GNB SEN
GRC MKD TUR YUG
GTM HND MEX SLV
GUY SUR VEN
HND NIC SLV
HRV HUN MNE SRB SVN YUG
HUN ROU RUS SRB SVK SVN UKR YUG
IDN MYS PNG TLS
IND MMR NPL PAK
IRN IRQ PAK RUS TKM TUR
IRQ JOR KWT SAU SYR TUR
ISR JOR LBN SYR
ITA SMR SVN YUG
JOR SAU SYR
KAZ KGZ RUS TKM UZB
KEN SDN SOM SSD TZA UGA
KGZ TJK UZB
KHM LAO THA VDR VNM
KOR PRK
KWT SAU
LAO MMR THA VDR VNM
LBN SYR
LBR SLE
LBY NER SDN TCD TUN
LSO ZAF
LTU LVA POL RUS
LVA RUS
MDA ROU UKR
MEX USA
MKD SRB XKX YUG
MLI MRT NER SEN
MMR THA
MNE SRB XKX
MNG RUS
MOZ MWI SWZ TZA ZAF ZMB ZWE
MRT SEN MAR
MWI TZA ZMB
MYS SGP THA
NAM ZAF ZMB
NER NGA TCD
NGA TCD
NOR RUS SWE
OMN SAU YEM YMD
POL RUS SVK UKR
PRK RUS
QAT SAU
ROU RUS SRB UKR YUG
RUS TUR UKR
RWA TZA UGA
SAU YAR YEM YMD
SDN SSD TCD UGA
SRB XKX
SSD UGA
SVK UKR
SVN YUG
SWZ ZAF
SYR TUR
TJK UZB
TKM UZB
TZA UGA ZMB
VDR VNM
YAR YMD
ZAF ZWE
ZMB ZWE`;
var facingCoasts = `
ALB ITA
ARE IRN
AUS IDN PNG
BHR IRN QAT SAU
BHS CUB USA
CHN JPN KOR TWN
CUB DOM HTI JAM MEX USA
CYP EGY GRC ISR LBN SYR TUR
DJI YEM YAR YMD
DNK NOR SWE
DZA ESP
EGY SAU
ERI SAU YEM YAR
EST FIN
FRA GBR
GBR BEL NLD
GRC ITA
GRD TTO VEN
IDN PHL SGP
IND LKA MDV
IRN KWT OMN QAT SAU
ITA MLT TUN
JPN KOR PRK RUS
KEN SYC
LBY MLT
MYS PHL
PHL TWN
RUS USA
SAU SDN
SOM YEM YMD
TTO VEN`;
var borders = pairsOf2(landBorders);
var near2 = /* @__PURE__ */ new Set([...borders, ...pairsOf2(facingCoasts)]);
function pairsOf2(lists3) {
  return new Set(
    lists3.trim().split("\n").flatMap((line) => {
      const [state = "", ...others2] = line.split(" ");
      return others2.map((other) => pairOf(state, other));
    })
  );
}
function pairOf(a, b) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
function shareBorder(a, b) {
  return borders.has(pairOf(a, b));
}
function areNeighbours(a, b) {
  return near2.has(pairOf(a, b));
}

// src/assessments/standing/fact-gatherer.ts
var FactGatherer = class {
  #pairs = /* @__PURE__ */ new Map();
  #at(a, b) {
    const key = pairKey2(a, b);
    const found = this.#pairs.get(key) ?? { force: [], issues: [], pressures: [], bonds: [] };
    this.#pairs.set(key, found);
    return found;
  }
  force(a, b, fact) {
    this.#at(a, b).force.push(fact);
  }
  issue(a, b, fact) {
    this.#at(a, b).issues.push(fact);
  }
  pressure(a, b, fact) {
    this.#at(a, b).pressures.push(fact);
  }
  bond(a, b, fact) {
    this.#at(a, b).bonds.push(fact);
  }
  /** The facts collected so far. */
  gathered() {
    const pairs = this.#pairs;
    return {
      of(a, b) {
        const near3 = { border: shareBorder(a, b), near: areNeighbours(a, b) };
        return { ...noFacts, ...pairs.get(pairKey2(a, b)), ...near3 };
      }
    };
  }
};
function pairKey2(a, b) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

// src/assessments/standing/force-facts.ts
async function gatherForce(snapshot2, facts, scope) {
  const { where: where2, parameters } = ofScope(scope);
  const hostilities = await snapshot2.rows(
    `SELECT state_a, state_b, form, name, start_date, end_date, source FROM interstate_relations WHERE kind = 'hostilities' AND ${where2} ORDER BY ALL`,
    parameters
  );
  for (const row of hostilities) {
    facts.force(row.state_a, row.state_b, {
      kind: "force",
      level: row.form,
      from: row.start_date,
      to: row.end_date,
      text: row.name ?? "hostilities",
      source: row.source
    });
  }
  const years4 = await snapshot2.rows(
    `SELECT kind, territory, state_a, role_a, state_b, role_b, year, intensity, source FROM conflicts
     WHERE (kind = 'internal' OR (role_a = 1 AND role_b = 1)) AND ${where2} ORDER BY state_a, state_b, year, intensity DESC, source, conflict`,
    parameters
  );
  for (const rows of grouped(years4, ({ state_a, state_b }) => `${state_a} ${state_b}`).values()) {
    for (const run of runsOf(rows)) facts.force(run[0].state_a, run[0].state_b, useOfForce(run));
  }
}
function levelOf4({ kind, intensity }) {
  return kind === "interstate" && intensity >= 2 ? "war" : "fighting";
}
function runsOf(rows) {
  const gravest = [...grouped(rows, ({ year }) => String(year)).values()].map(
    (ofYear) => ofYear.find((row) => levelOf4(row) === "war") ?? ofYear[0]
  );
  const runs = [];
  for (const row of gravest) {
    const last = runs.at(-1)?.at(-1);
    if (last !== void 0 && row.year === last.year + 1 && levelOf4(row) === levelOf4(last)) runs.at(-1).push(row);
    else runs.push([row]);
  }
  return runs;
}
function useOfForce(run) {
  const [first, last] = [run[0], run.at(-1)];
  const over = first.territory === null ? "" : ` over ${first.territory}`;
  return {
    kind: "force",
    level: levelOf4(first),
    from: `${first.year}-01-01`,
    to: `${last.year}-12-31`,
    text: first.kind === "interstate" ? `armed conflict${over}` : `armed conflict${over} on opposing sides`,
    source: first.source
  };
}

// src/assessments/standing/issue-facts.ts
var kinds4 = /* @__PURE__ */ new Set([
  "enmity",
  "armistice",
  "state-of-war",
  "no-relations",
  "lower-relations",
  "non-recognition"
]);
var manners = { broken: "broken", never: "never", suspended: "lapsed", moved: "moved" };
async function gatherIssues(snapshot2, facts, scope) {
  const { where: where2, parameters } = ofScope(scope);
  const relations = await snapshot2.rows(
    `SELECT kind, state_a, state_b, actor, form, name, start_date, end_date, source FROM interstate_relations WHERE kind NOT IN ('hostilities', 'peace') AND ${where2} ORDER BY ALL`,
    parameters
  );
  for (const row of relations.filter(({ kind }) => kinds4.has(kind))) {
    facts.issue(row.state_a, row.state_b, {
      kind: row.kind,
      from: row.start_date,
      to: row.end_date,
      text: relationText(row),
      source: row.source,
      ...row.kind === "no-relations" && manners[row.form] !== void 0 ? { manner: manners[row.form] } : {}
    });
  }
  const claims = await snapshot2.rows(
    `SELECT state_a, state_b, claimant, territory, size, start_date, end_date, source, note FROM territorial_claims WHERE ${where2} ORDER BY ALL`,
    parameters
  );
  for (const row of claims) gatherClaim(row, facts);
}
function gatherClaim(row, facts) {
  const dormant = /\bdormant since (\d{4})/.exec(row.note ?? "");
  if (dormant === null && /\b(?:frozen|dormant|no longer pressed|no claim in law|no legal claim)\b/.test(row.note ?? "")) return;
  facts.issue(row.state_a, row.state_b, {
    kind: "claim",
    size: row.size,
    from: row.start_date,
    to: dormant === null ? row.end_date : `${dormant[1]}-12-30`,
    text: `${row.claimant === "both" ? "rival claims" : `the claim of ${nameOf3(row.claimant)}`} to ${lowered(row.territory)}`,
    source: row.source
  });
}
function lowered(text) {
  return /^(?:The|Border|Waters?|Lands?|Land|Maritime|Shelf|Continental|Access|River|Islands|Enclaves|Provinces|Access)\b/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}
var words4 = {
  enmity: "declared enmity",
  armistice: "no peace after the armistice",
  "state-of-war": "a state of war that was not ended",
  "non-recognition": "no recognition"
};
function relationText({ kind, form, name, actor }) {
  if ((kind === "non-recognition" || kind === "enmity") && actor !== null && actor !== "both")
    return `${words4[kind]} by ${inSentence(nameOf3(actor))}`;
  if (kind === "lower-relations") return name === null ? form : `${form}, ${name}`;
  if (kind !== "no-relations") return words4[kind] ?? kind;
  if (form === "broken") return "diplomatic relations broken off";
  return form === "suspended" ? "diplomatic relations suspended" : "no diplomatic relations";
}
function nameOf3(iso3) {
  return stateOf(iso3)?.name ?? iso3;
}

// src/assessments/standing/pressure-facts.ts
var economic = /* @__PURE__ */ new Set(["trade", "finance", "energy", "technology"]);
var notOwn = /* @__PURE__ */ new Set(["UN", "OSCE"]);
var coldWarEnd = "1990-11-20";
async function gatherPressures(snapshot2, memberships2, facts, scope) {
  const { where: where2, parameters } = ofScope(scope, ["target"]);
  const members = grouped(
    memberships2.filter(({ role }) => role === "member"),
    ({ bloc }) => bloc
  );
  const regimes3 = await snapshot2.rows(
    `SELECT name, sender, target, start_date, end_date, measures, source, note FROM sanctions WHERE source = 'sanctions-regimes' AND ${where2} ORDER BY ALL`,
    parameters
  );
  for (const regime of regimes3) gatherRegime(regime, members, facts);
  gatherColdWar(members, facts);
}
function gatherRegime(regime, members, facts) {
  const kind = pressureKind(regime);
  if (kind === void 0 || notOwn.has(regime.sender) || stateOf(regime.target) === void 0) return;
  const own = { from: regime.start_date, to: regime.end_date };
  const senders2 = stateOf(regime.sender) !== void 0 ? [{ by: regime.sender, ...own }] : (members.get(regime.sender) ?? []).flatMap(({ state, start_date, end_date }) => {
    const common2 = overlap(own, { from: start_date, to: end_date });
    return common2 === void 0 || state === regime.target ? [] : [{ by: state, ...common2 }];
  });
  for (const { by, from, to } of senders2) {
    facts.pressure(by, regime.target, { kind, by, from, to, text: regime.name, source: regime.source });
  }
}
function pressureKind({ measures, note }) {
  if (note?.startsWith("informal") === true) return void 0;
  const all = measures.split(",");
  if (all.includes("comprehensive")) return "embargo";
  return all.some((measure) => economic.has(measure)) ? "sanctions" : void 0;
}
function gatherColdWar(members, facts) {
  const sides2 = [
    { bloc: "NATO", against: "RUS", text: "opposed alliances, NATO and the Soviet Union" },
    { bloc: "WARSAW-PACT", against: "USA", text: "opposed alliances, the Warsaw Pact and the United States" }
  ];
  for (const { bloc, against, text } of sides2) {
    for (const { state, start_date, end_date, source: source10 } of members.get(bloc) ?? []) {
      const common2 = overlap({ from: start_date, to: end_date }, { from: start_date, to: coldWarEnd });
      if (common2 === void 0) continue;
      const kind = state === "USA" || state === "RUS" ? "opposed-leaders" : "opposed-alliances";
      facts.pressure(state, against, { kind, ...common2, text, source: source10 ?? "bloc-memberships" });
    }
  }
}

// src/assessments/standing/troop-facts.ts
async function gatherTroops(snapshot2, facts, scope) {
  if (scope !== void 0 && !scope.includes("USA")) return;
  const rows = await snapshot2.rows(
    `SELECT to_id AS host, CAST(substr(start_date, 1, 4) AS INTEGER) AS year, source FROM observations
     WHERE indicator = 'us-forces' AND from_id = 'USA' AND value >= $least ORDER BY host, year, source`,
    { least: standingConstants.hostedForces.value }
  );
  const last = Math.max(...rows.map(({ year }) => year));
  for (const [host, years4] of grouped(rows, (row) => row.host)) {
    for (const { from, to } of runsOf2(years4.map(({ year }) => year))) {
      const settled = from + standingConstants.hostedYears.value - 1;
      if (to < settled) continue;
      facts.bond("USA", host, {
        kind: "troops",
        from: `${settled}-01-01`,
        to: to === last ? null : `${to}-12-31`,
        text: `US forces of ${standingConstants.hostedForces.value.toLocaleString("en-US")} or more in the country`,
        source: years4[0].source
      });
    }
  }
}
function runsOf2(years4) {
  const runs = [];
  for (const year of years4) {
    const run = runs.at(-1);
    if (run === void 0 || year > run.to + 2) runs.push({ from: year, to: year });
    else run.to = year;
  }
  return runs;
}

// src/assessments/standing/standing-record.ts
var standingFacts = cachedBySnapshot((snapshot2) => gather2(snapshot2, void 0));
var factsOfOnePair = cachedBySnapshot((snapshot2, a, b) => gather2(snapshot2, [a, b]));
async function standingFactsOf(snapshot2, a, b) {
  return standingFacts.has(snapshot2) ? standingFacts(snapshot2) : factsOfOnePair(snapshot2, a, b);
}
async function gather2(snapshot2, scope) {
  if ((snapshot2.manifest.tables.interstate_relations ?? []).length === 0) return void 0;
  const facts = new FactGatherer();
  const { all } = await storedMemberships(snapshot2);
  const memberships2 = scope === void 0 ? all : all.filter(({ state }) => scope.includes(state));
  await Promise.all([
    gatherForce(snapshot2, facts, scope),
    gatherIssues(snapshot2, facts, scope),
    gatherPressures(snapshot2, memberships2, facts, scope),
    gatherBonds(snapshot2, memberships2, facts, scope),
    gatherTroops(snapshot2, facts, scope)
  ]);
  return facts.gathered();
}

// src/assessments/standing/standing-of-pairs.ts
async function standingOfPair(snapshot2, a, b, year, lastDay3) {
  const facts = await standingFactsOf(snapshot2, a.iso3, b.iso3);
  const pair = pairInYear(a, b, year, lastDay3);
  if (facts === void 0 || pair === void 0 || year < firstStandingYear) return void 0;
  const { day: day2, first } = pair;
  const own = facts.of(a.iso3, b.iso3);
  const standing2 = standingOf(own, day2, first);
  const placement = { order: standing2.order, clause: standing2.clause, because: standing2.facts };
  return { ...standing2, day: day2, moves: standingMoves(own, day2, placement) };
}

// src/assessments/standing/standing-words.ts
var named4 = 3;
function standingWords(standing2, a, b) {
  const { order: order2, since, certainty, moves } = standing2;
  const shown2 = chosenFacts(standing2);
  const reasons = shown2.slice(0, named4);
  const reason = reasons.length === 0 ? nothingKnown(standing2) : joinedFacts(reasons, standing2.day);
  return {
    class: standing2.class,
    order: order2,
    since,
    certainty,
    sentence: `${atStart(a)} and ${inSentence(b)}: ${levelWords(standing2)}${sinceWords2(standing2, reasons)} ${reason}${beforeWords(standing2)}.`,
    facts: shown2.map(({ text, from, to, source: source10 }) => ({ text, from, to, source: source10 })),
    wouldMove: [...better(standing2, moves), ...worse(standing2, moves)]
  };
}
var levelWords = ({ class: level, certainty }) => certainty === "at-least" ? "negative peace or better" : level;
function atStart(name) {
  const text = inSentence(name);
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}
function nothingKnown({ beside }) {
  const [oldest] = [...beside].sort((x, y) => x.from.localeCompare(y.from));
  return oldest === void 0 ? "no rivalry and no close bond is on record" : `no rivalry is on record, and no bond closer than ${oldest.text}`;
}
function sinceWords2({ since, before, certainty, order: order2 }, reasons) {
  const youngerThanRun = reasons.length > 0 && reasons.every(({ from }) => Number(from.slice(0, 4)) > since);
  if (before === void 0) {
    if (youngerThanRun) return ":";
    return certainty === "at-least" ? `, as far back as the record goes (${since}):` : `, since ${since}:`;
  }
  if (order2 === 5) return `, since ${since}, ten years into`;
  return youngerThanRun ? `, since ${since}, today by` : `, since ${since}:`;
}
var membership = "common membership of ";
function joinedFacts(facts, day2) {
  const shown2 = facts.map((fact, i) => {
    const goesOn = i > 0 && [fact, facts[i - 1]].every(({ text }) => text.startsWith(membership));
    return withYears(goesOn ? { ...fact, text: fact.text.slice(membership.length) } : fact, day2);
  });
  return joinedWords(shown2);
}
function beforeWords({ since, before, order: order2 }) {
  return before === void 0 || order2 === 5 ? "" : `; ${before.class === "at war" ? "at war" : levelWords(before)} until ${since - 1}`;
}
var kindOrder = [
  "force",
  "community",
  "pact",
  "body",
  "troops",
  "armistice",
  "state-of-war",
  "claim",
  "no-relations",
  "lower-relations",
  "enmity"
];
var sizeOrder = ["whole-state", "province", "sector", "islet", "sea"];
function chosenFacts({ facts, day: day2 }) {
  const own = facts.filter(({ kind, source: source10 }) => kind === "force" && !source10.startsWith("ucdp"));
  const fresh = facts.filter((fact) => fact.kind !== "force" || own.includes(fact) || !own.some((other) => touches(fact, other)));
  const texts = /* @__PURE__ */ new Set();
  const unique = [...fresh].sort((x, y) => weightWithin(x, day2).localeCompare(weightWithin(y, day2))).filter(({ text }) => !texts.has(text) && texts.add(text) !== void 0);
  const place = new Map(unique.map((fact) => [fact, unique.filter(({ kind }) => kind === fact.kind).indexOf(fact)]));
  return unique.sort((x, y) => place.get(x) - place.get(y) || kindRank(x) - kindRank(y));
}
function kindRank({ kind }) {
  const rank4 = kindOrder.indexOf(kind);
  return rank4 < 0 ? kindOrder.length : rank4;
}
function weightWithin(fact, day2) {
  if (fact.kind === "force") {
    const end = fact.to === null || fact.to > day2 ? day2 : fact.to;
    return String(99999999 - Number(end.replaceAll("-", "")));
  }
  const size = "size" in fact && fact.size !== void 0 ? sizeOrder.indexOf(fact.size) : 0;
  return `${size}${fact.from}`;
}
function touches(one, other) {
  return (other.to === null || one.from.slice(0, 4) <= other.to.slice(0, 4)) && (one.to === null || one.to.slice(0, 4) >= other.from.slice(0, 4));
}
function withYears({ text, from, to }, day2) {
  const [first, last] = [from.slice(0, 4), to === null || to > day2 ? void 0 : to.slice(0, 4)];
  if (last === void 0) return `${text} (since ${first})`;
  return first === last ? `${text} (${first})` : `${text} (${first} to ${last})`;
}
function better({ order: order2, clause }, { byTime, byEnd, byEndOfAll }) {
  if (order2 === 5) return [];
  if (clause === "war") return ["It would leave war when the fighting ends."];
  const time = byTime === void 0 ? [] : [timeSentence(order2, byTime)];
  const ends3 = byEnd.slice(0, 2).map((move) => `${ending(move.fact)} would make it ${aClass(move.order)}.`);
  if (time.length + ends3.length > 0) return [...time, ...ends3];
  if (byEndOfAll !== void 0) return [`Only the end of all of these together would make it ${aClass(byEndOfAll)}.`];
  if (order2 < 3) return ["No single fact holds it there: what is open would have to be settled, and no force used for ten years."];
  return [order2 === 4 ? "Ten years in a common community such as NATO or the European Union would make it a security community." : up];
}
var up = "A treaty of defence narrower than a continent, or a common body that integrates its members, would make it warm peace.";
function timeSentence(order2, { year, order: later }) {
  if (order2 >= 4) return `It becomes ${aClass(later)} in ${year} if nothing changes.`;
  return `If no force is used, it becomes ${aClass(later)} in ${year}.`;
}
function ending({ kind, text }) {
  if (kind === "sanctions") return "An end of the sanctions of one side";
  if (kind === "force") return `The end of the fighting (${text})`;
  if (kind === "claim") return `A settlement of ${text}`;
  if (kind === "no-relations") return "A return of diplomatic relations";
  if (kind === "lower-relations") return "A return of ambassadors";
  if (kind === "non-recognition") return "Recognition";
  return kind === "armistice" ? "A peace treaty" : `The end of ${text}`;
}
function worse({ order: order2, clause }, { byForce }) {
  if (order2 === 1) return ["War would move it down."];
  if (order2 === 5 || clause === "nothing-known") return [];
  return byForce === void 0 ? [] : [`A use of force would make it ${aClass(byForce)}.`];
}
function aClass(order2) {
  const name = standingClasses[order2];
  return /rivalry|community/.test(name) ? `a ${name}` : name;
}

// src/assessments/turning-points/turning-points-breaks.ts
var leastYears = 15;
var leastSegment = { mean: 3, trend: 5 };
var draws2 = 199;
function turningSeries(series3, seed) {
  const { id: id2, label, domain, unit: unit2, model, method, points: points2, evidence: evidence2 } = series3;
  return { id: id2, label, domain, unit: unit2, model, method, points: points2, evidence: evidence2, runs: runsOf3(points2).map((run) => runOf(series3, run, seed)) };
}
function runsOf3(points2) {
  const runs = [];
  for (const point of [...points2].sort((x, y) => x[0] - y[0])) {
    const run = runs.at(-1);
    if (run !== void 0 && run.at(-1)[0] === point[0] - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}
function runOf(series3, points2, seed) {
  const [from, to] = [points2[0][0], points2.at(-1)[0]];
  const unable = (reason) => ({ from, to, state: "unknown", reason, breaks: [], drift: null });
  if (points2.length < leastYears) return unable(`fewer than ${leastYears} years without a gap`);
  if (series3.logarithm && points2.some(([, value]) => value <= 0)) return unable("a year of zero has no logarithm");
  const y = points2.map(([, value]) => series3.logarithm ? Math.log(value) : value);
  const { model } = series3;
  const found = changePoints(y, { model, shortest: leastSegment[model] });
  const { breaks } = found.segmentations[found.byBic];
  const drift = breaks.length === 0 ? null : driftShare(y, breaks.length, model, found.shortest, { draws: draws2, seed });
  return { from, to, state: "observed", shortest: found.shortest, breaks: breaksOf(series3, from, y, found), drift };
}
function breaksOf(series3, from, y, found) {
  const { model } = series3;
  const { breaks } = found.segmentations[found.byBic];
  const intervals = breakIntervals(y, breaks, model);
  const stricter = found.segmentations[found.byLwz].breaks;
  const pruned = model === "mean" ? pelt(y, { penalty: peltPenalty(y), shortest: found.shortest }) : null;
  const ends3 = [0, ...breaks, y.length];
  const fits = ends3.slice(1).map((end, i) => fitSegment(y, ends3[i], end, model));
  return breaks.map((at, i) => {
    const interval = cut(intervals[i], y.length);
    return {
      year: from + at,
      interval: interval === void 0 ? null : { level: 0.9, low: from + interval.low, high: from + interval.high },
      ...change4(series3, fits[i], fits[i + 1], at),
      byLwz: stricter.some((other) => isWithin(other, at, interval)),
      byPelt: pruned?.some((other) => isWithin(other, at, interval)) ?? null,
      events: null
    };
  });
}
function peltPenalty(y) {
  const differences = y.slice(1).map((value, t) => value - y[t]);
  const { variance } = fitSegment(differences, 0, differences.length, "mean");
  return 2 * Math.log(y.length) * variance;
}
function cut(interval, n) {
  return interval && { low: Math.max(1, interval.low), high: Math.min(n - 1, interval.high) };
}
function isWithin(other, at, interval) {
  return other >= (interval?.low ?? at - 1) && other <= (interval?.high ?? at + 1);
}
function change4(series3, old, next, at) {
  if (series3.model === "mean") return { before: old.level, after: next.level, shift: null };
  const gap = lineAt(next, at) - lineAt(old, at);
  return { before: Math.expm1(old.slope), after: Math.expm1(next.slope), shift: Math.expm1(gap) };
}
function lineAt(fit, t) {
  return fit.level + fit.slope * (t - fit.middle);
}

// src/assessments/turning-points/turning-points-events.ts
var mostEvents = 3;
var leastMoments = 3;
function nearEvents(one, ledger, until) {
  const [first, last] = [(one.interval?.low ?? one.year) - 1, one.interval?.high ?? one.year];
  if (ledger === void 0) return null;
  const within = ledger.items.filter((item) => lastDay(item.date) <= until && yearOf3(item) >= first && yearOf3(item) <= last);
  if (within.length === 0 && (String(last) < ledger.from.slice(0, 4) || String(first) > ledger.to.slice(0, 4))) return null;
  const beside = within.map((item) => eventOf2(item, one.year));
  return beside.sort((x, y) => Math.abs(x.days) - Math.abs(y.days) || (x.id < y.id ? -1 : 1)).slice(0, mostEvents);
}
function yearOf3(item) {
  return Number(item.date.slice(0, 4));
}
function eventOf2(item, year) {
  const { id: id2, date: date2, sentence } = item;
  const [first, last] = [dayNumber(firstDay(date2)), dayNumber(lastDay(date2))];
  return { id: id2, date: date2, sentence, days: Math.round((first + last) / 2) - dayNumber(`${year}-01-01`), about: date2.length < 10 };
}
function dayNumber(day2) {
  return Date.parse(`${day2.slice(0, 8)}01`) / 864e5 + Number(day2.slice(8)) - 1;
}
function eventTest(moments, series3, ledger, until) {
  if (ledger === void 0) return { state: "unknown", reason: "there is no ledger of this pair" };
  const years4 = possibleYears(series3, ledger, until);
  const inside = moments.filter(({ year }) => years4.includes(year));
  if (inside.length < leastMoments) {
    const few2 = `${counted(inside.length, "turning point lies", "turning points lie")} in the years of which the ledger speaks, at least ${leastMoments} are needed`;
    return { state: "unknown", reason: few2 };
  }
  const items = ledger.items.filter((item) => lastDay(item.date) <= until);
  const weights = years4.map((year) => items.filter((item) => yearOf3(item) === year || yearOf3(item) === year - 1).length);
  const observed = inside.reduce((sum2, { year }) => sum2 + weights[years4.indexOf(year)], 0);
  const { atLeast, all } = countSubsets(weights, inside.length, observed);
  return {
    state: "observed",
    moments: inside.length,
    items: observed,
    expected: inside.length * weights.reduce((sum2, weight) => sum2 + weight, 0) / years4.length,
    p: atLeast / all,
    placements: all,
    from: years4[0],
    to: years4.at(-1)
  };
}
function possibleYears(series3, ledger, until) {
  const first = Number(ledger.from.slice(0, 4)) + 1;
  const last = Number((until < ledger.to ? until : ledger.to).slice(0, 4));
  const runs = series3.flatMap((one) => one.runs).filter((run) => run.state === "observed");
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter(
    (year) => runs.some((run) => year >= run.from + run.shortest && year <= run.to - run.shortest + 1)
  );
}
function countSubsets(weights, k, least3) {
  const most4 = weights.reduce((sum2, weight) => sum2 + weight, 0);
  const ways3 = Array.from({ length: k + 1 }, () => new Float64Array(most4 + 1));
  ways3[0][0] = 1;
  for (const weight of weights) {
    for (let j = k; j >= 1; j--) for (let s = most4; s >= weight; s--) ways3[j][s] += ways3[j - 1][s - weight];
  }
  const total2 = (from) => ways3[k].subarray(from).reduce((sum2, count3) => sum2 + count3, 0);
  return { atLeast: total2(least3), all: total2(0) };
}

// src/assessments/turning-points/turning-points-flows.ts
async function tradeSeries(bench) {
  const { a, b } = bench.dyad;
  const held2 = (await loadedRows(bench)).between(a.iso3, b.iso3);
  const reports = totalReports(withoutOtherEditions(goodsReportsIn(held2, a.iso3))).filter(isObservedOrReconciled);
  const groups2 = [...grouped(reports, (report) => `${report.source} ${report.reporter} ${report.unit}`).values()];
  const longest = Math.max(0, ...groups2.map((group) => longestRun(group.map((report) => report.year))));
  const candidates = groups2.filter((group) => longestRun(group.map((report) => report.year)) === longest);
  if (candidates.length === 0) return [];
  const first = preferredReport(candidates.map((group) => group[0]));
  return [goodsSeries(bench, candidates.find((group) => group[0] === first))];
}
function goodsSeries(bench, reports) {
  const { a, b } = bench.dyad;
  const { source: source10, reporter, unit: unit2 } = reports[0];
  const who = reporter === null ? source10 : `${source10}, reported by ${reporter}`;
  return {
    id: "goods-trade",
    label: `goods trade (${who})`,
    domain: "trade",
    unit: unit2,
    model: "trend",
    logarithm: true,
    points: reports.map((report) => [report.year, report.value]),
    method: "both directions, current prices, in logarithms: a slope is growth a year",
    evidence: [goodsSeriesEvidence(reports, { a: a.iso3, b: b.iso3 })]
  };
}
async function energySeries(bench) {
  const { a, b } = bench.dyad;
  const held2 = (await loadedRows(bench)).between(a.iso3, b.iso3);
  const rows = held2.filter((row) => row.indicator.startsWith("fossil-imports") && coversCalendarYear(row)).sort((x, y) => ordered2(x.source, y.source) || ordered2(x.indicator, y.indicator) || ordered2(x.start, y.start));
  return [a, b].flatMap((seller) => {
    const own = rows.filter((row) => row.from === seller.iso3);
    const groups2 = [...grouped(own, (row) => `${row.source} ${row.indicator} ${row.unit}`).values()];
    const runs = groups2.map((group) => longestRun(group.map(yearOf4)));
    const at = runs.indexOf(Math.max(...runs));
    return at < 0 ? [] : [fuelSeries(groups2[at], seller === a ? b.name : a.name, seller.name)];
  });
}
function ordered2(x, y) {
  return x < y ? -1 : Number(x > y);
}
function yearOf4(row) {
  return Number(row.start.slice(0, 4));
}
function fuelSeries(rows, buyer, seller) {
  const { indicator: indicator6, from, to, source: source10, vintage, unit: unit2 } = rows[0];
  const title = (indicatorOf2(indicator6)?.title ?? indicator6).replace(/^Imports of /, "");
  return {
    id: `${indicator6} ${from}`,
    label: `${title} from ${inSentence(seller)} to ${inSentence(buyer)} (${source10})`,
    domain: "energy",
    unit: unit2,
    model: "trend",
    logarithm: true,
    points: rows.map((row) => [yearOf4(row), row.value]),
    method: "as the source gives it, in logarithms: a slope is growth a year",
    evidence: [
      {
        source: source10,
        vintage,
        rows: `observations where source = '${source10}' and indicator = '${indicator6}' and unit = '${unit2}' and from_id = '${from}' and to_id = '${to}' and start_date >= '${rows[0].start}' and end_date <= '${rows.at(-1).end}' and substr(start_date, 5) = '-01-01' and end_date = substr(start_date, 1, 4) || '-12-31'`,
        count: rows.length
      }
    ]
  };
}
function longestRun(years4) {
  const known3 = new Set(years4);
  let longest = 0;
  for (const year of known3) {
    let length = 1;
    if (known3.has(year - 1)) continue;
    while (known3.has(year + length)) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

// src/assessments/turning-points/turning-points-ideal-points.ts
var source9 = "visavis-ideal-points";
var leastVotes = 10;
async function idealSeries(bench) {
  if ((bench.snapshot.manifest.tables.estimated_points ?? []).length === 0) return [];
  const { a, b, to } = bench.dyad;
  const points2 = await usualPoints2(bench.snapshot);
  const own = distances2(points2.get(a.iso3) ?? [], points2.get(b.iso3) ?? []).filter(({ session }) => session <= lastEnded(to));
  if (own.length === 0) return [];
  return [
    {
      id: "ideal_point_distance",
      label: "distance of ideal points",
      domain: "diplomacy",
      unit: "index",
      model: "mean",
      logarithm: false,
      points: own.map(({ session, distance }) => [openingYear(session), distance]),
      method: `usual specification; sessions by the year they opened in, with at least ${leastVotes} votes of each`,
      evidence: [
        {
          source: source9,
          vintage: vintageOf(bench.cards, source9),
          rows: `estimated_points where specification = 'usual' and state in ${inList([a.iso3, b.iso3])} and session in (${own.map(({ session }) => session).join(", ")})`,
          count: 2 * own.length
        }
      ]
    }
  ];
}
var usualPoints2 = cachedBySnapshot(async (snapshot2) => {
  const rows = await snapshot2.rows(
    `SELECT state, session, point FROM estimated_points WHERE specification = 'usual' AND votes >= ${leastVotes} AND digest = $digest ORDER BY state, session`,
    { digest: await votesDigest(snapshot2) }
  );
  return grouped(rows, ({ state }) => state);
});
function distances2(one, other) {
  const others2 = new Map(other.map(({ session, point }) => [session, point]));
  return one.flatMap(({ session, point }) => {
    const its = others2.get(session);
    return its === void 0 ? [] : [{ session, distance: Math.abs(point - its) }];
  });
}

// src/assessments/turning-points/turning-points-periods.ts
var leastYears2 = 3;
function breakClusters(series3) {
  const all = series3.flatMap(
    ({ id: id2, runs }) => runs.flatMap(
      ({ breaks }) => breaks.map(({ year, interval }) => ({ id: id2, year, low: interval?.low ?? year, high: interval?.high ?? year }))
    )
  );
  const groups2 = [];
  for (const one of all.sort((x, y) => x.year - y.year || (x.id < y.id ? -1 : 1))) {
    const open = groups2.find((group) => joins(group, one));
    if (open === void 0) groups2.push([one]);
    else open.push(one);
  }
  return groups2.map((group) => {
    const { low: low2, high: high2 } = shared2(group);
    const middle3 = group.map(({ year }) => year).sort((x, y) => x - y)[Math.floor((group.length - 1) / 2)];
    return { year: Math.min(high2, Math.max(low2, middle3)), low: low2, high: high2, series: group.map(({ id: id2 }) => id2) };
  });
}
function joins(group, one) {
  const { low: low2, high: high2 } = shared2(group);
  return one.low <= high2 && one.high >= low2 && group.every(({ id: id2 }) => id2 !== one.id);
}
function shared2(group) {
  return { low: Math.max(...group.map((one) => one.low)), high: Math.min(...group.map((one) => one.high)) };
}
function levelPeriods(moments, series3, raw) {
  const cuts = moments.filter((moment) => moment.series.length > 1).map(({ year }) => year);
  const years4 = sharedYears(series3);
  if (cuts.length === 0 || years4 === void 0) return [];
  const starts2 = [years4.from, ...cuts.filter((year) => year > years4.from && year <= years4.to)];
  return starts2.map((from, i) => {
    const to = (starts2[i + 1] ?? years4.to + 1) - 1;
    return { from, to, levels: raw.filter(({ id: id2 }) => isLooked(series3, id2)).map((one) => levelIn(one, from, to)) };
  });
}
function isLooked(series3, id2) {
  return series3.some((one) => one.id === id2 && one.runs.some(({ state }) => state === "observed"));
}
function sharedYears(series3) {
  const spans = series3.flatMap(({ runs }) => {
    const looked = runs.filter(({ state }) => state === "observed");
    return looked.length === 0 ? [] : [{ from: looked[0].from, to: looked.at(-1).to }];
  });
  if (spans.length < 2) return void 0;
  const [froms, tos] = [spans.map(({ from }) => from).sort((x, y) => x - y), spans.map(({ to }) => to).sort((x, y) => y - x)];
  return { from: froms[1], to: tos[1] };
}
function levelIn(series3, from, to) {
  const values = series3.points.filter(([year]) => year >= from && year <= to).map(([, value]) => value);
  const years4 = values.length;
  if (years4 < leastYears2) return { series: series3.id, value: null, years: years4 };
  const mean = (of) => values.reduce((sum2, value) => sum2 + of(value), 0) / years4;
  return { series: series3.id, value: series3.logarithm ? Math.exp(mean(Math.log)) : mean((value) => value), years: years4 };
}

// src/assessments/turning-points/turning-points-votes.ts
var leastVotes2 = 10;
async function voteSeries(bench) {
  const [pair, until] = await Promise.all([pairVotes(bench), lastWholeYear(bench)]);
  if (pair === void 0 || until === void 0) return [];
  const years4 = yearsUntil(pair.votes, until).map(({ year, from, to }) => ({
    year: Number(year),
    cells: pairVoteTable(pair.a.subarray(from, to), pair.b.subarray(from, to))
  }));
  const enough = years4.filter(({ cells: cells3 }) => cells3.reduce((sum2, cell) => sum2 + cell, 0) >= leastVotes2);
  const measured = enough.map(({ year, cells: cells3 }) => ({ year, constant: constantSide(cells3) !== void 0, ...kappaAndAgreement(cells3) }));
  const common2 = { domain: "diplomacy", model: "mean", logarithm: false, evidence: evidenceOf9(bench, pair, until) };
  const method = `votes on whole resolutions, years with at least ${leastVotes2} in common`;
  return [
    {
      ...common2,
      id: "kappa_quadratic",
      label: "kappa of votes",
      unit: "index",
      points: measured.filter(({ constant }) => !constant).map((one) => [one.year, one.kappa]),
      method: `${method}, and in which neither took one position throughout`
    },
    {
      ...common2,
      id: "agreement",
      label: "same position in votes",
      unit: "share",
      points: measured.map((one) => [one.year, one.agreement]),
      method
    }
  ];
}
async function lastWholeYear(bench) {
  const period = await votePeriod(bench);
  if (period === void 0 || period.to.endsWith("-12-31")) return period?.to;
  return `${Number(period.to.slice(0, 4)) - 1}-12-31`;
}
function evidenceOf9(bench, pair, until) {
  return commonVotes(bench, pair, 0, rollCallRange(pair.votes, "", until).to, `date <= '${until}'`);
}

// src/assessments/turning-points/turning-points.ts
async function turningPoints(bench, ledger) {
  const { seed, to } = bench.dyad;
  const parts2 = await Promise.all([voteSeries(bench), idealSeries(bench), tradeSeries(bench), energySeries(bench)]);
  const raw = parts2.flat().filter(({ points: points2 }) => points2.length > 0);
  const bare = raw.map((series3) => turningSeries(series3, seed));
  const moments = breakClusters(bare);
  return {
    series: bare.map((one) => withEvents(one, ledger, to)),
    moments,
    events: eventTest(moments, bare, ledger, to),
    periods: levelPeriods(moments, bare, raw)
  };
}
function withEvents(series3, ledger, until) {
  return {
    ...series3,
    runs: series3.runs.map((run) => ({ ...run, breaks: run.breaks.map((one) => ({ ...one, events: nearEvents(one, ledger, until) })) }))
  };
}

// src/assessments/assess.ts
var recorded = {
  diplomacy: async (bench) => withDiplomaticRelations(bench, await assessDiplomacy(bench)),
  institutions: assessInstitutions,
  alliance: assessAlliance,
  conflict: assessConflict,
  arms: assessArms,
  exercises: assessExercises,
  trade: assessTrade,
  energy: assessEnergy,
  investment: assessInvestment,
  finance: assessFinance,
  technology: assessTechnology,
  sanctions: assessSanctions,
  people: assessPeople,
  narrative: assessNarrative
};
async function assess(dyad2, snapshot2, held2) {
  const { manifest } = snapshot2;
  const ledger = bundledLedger(dyad2.a.iso3, dyad2.b.iso3);
  const cards = [...manifest.sources, ...ledger === void 0 ? [] : [ledgerCard(ledger)]];
  const bench = {
    dyad: named5(dyad2),
    snapshot: snapshot2,
    cards: new Map(cards.map((card2) => [card2.id, card2])),
    ledger,
    ...held2 === void 0 ? {} : { held: held2 }
  };
  const thirds = await thirdStates(bench);
  const found = await Promise.all(
    domains.map(async ({ id: id2 }) => withOverdueNote(withFiniteFigures(await recorded[id2](bench)), bench.cards, dyad2.to))
  );
  const turning = await turningPoints(bench, ledger);
  const votes = await voteMapPart(dyad2, snapshot2);
  const standing2 = await standingPart(bench);
  const parties = { a: { iso3: dyad2.a.iso3, name: bench.dyad.a.name }, b: { iso3: dyad2.b.iso3, name: bench.dyad.b.name } };
  const findings = {
    ...parties,
    to: dyad2.to,
    seed: dyad2.seed,
    stage: ledger === void 0 ? null : stageOf(ledger, dyad2.to),
    turningPoints: turning,
    domains: found.map((domain) => ({ ...domain, summary: capitaliseArticles(domain.summary) }))
  };
  return {
    schemaVersion: 1,
    ...parties,
    from: dyad2.from ?? null,
    to: dyad2.to,
    snapshot: { id: manifest.id, created: manifest.created },
    seed: dyad2.seed,
    headline: [
      ...standing2.standing === void 0 ? [] : [capitaliseArticles(standing2.standing.sentence)],
      ...(await firstOnConflict(bench)).map(capitaliseArticles),
      ...availabilityLines(found),
      ...laterEditionsWarning(dyad2.to, manifest.created)
    ],
    ...standing2,
    ...judgementsOf(findings, ledger),
    stage: findings.stage,
    turningPoints: turning,
    thirdStates: thirds,
    ...votes,
    domains: findings.domains,
    sources: usedSources(found, thirds, [...turning.series, ...votes.voteMap === void 0 ? [] : [votes.voteMap]], bench.cards)
  };
}
async function standingPart({ dyad: { a, b, to }, snapshot: snapshot2, held: held2 }) {
  if (held2 !== void 0) return {};
  const standing2 = await standingOfPair(snapshot2, a, b, Number(to.slice(0, 4)), to);
  return standing2 === void 0 ? {} : { standing: standingWords(standing2, a.name, b.name) };
}
async function voteMapPart({ a, b, to }, snapshot2) {
  const record = await voteRecord(snapshot2);
  const voteMap = voteMapOf(record, record.voters.indexOf(a.iso3), record.voters.indexOf(b.iso3), to);
  return voteMap === void 0 ? {} : { voteMap };
}
function withFiniteFigures(domain) {
  return { ...domain, estimates: allUnknownUnlessFinite(domain.estimates) };
}
function named5(dyad2) {
  const then = (state) => ({ ...state, name: nameOn(state, dyad2.to) });
  return { ...dyad2, a: then(dyad2.a), b: then(dyad2.b) };
}
function availabilityLines(found) {
  const silent5 = found.filter((domain) => domain.state === "unknown" || domain.state === "not-applicable");
  const figures = found.flatMap((domain) => domain.estimates.filter((estimate) => isKnown(estimate) && !estimate.id.endsWith(".series")));
  const spoken = found.length - silent5.length;
  return [
    `Data available for ${spoken} of ${counted(found.length, "domain", "domains")} (${counted(figures.length, "figure", "figures")}).`,
    ...silent5.length === 0 ? [] : [`Unknown here: ${joinedWords(silent5.map((domain) => domain.title.toLowerCase()))}.`]
  ];
}
function laterEditionsWarning(to, created2) {
  if (to >= created2.slice(0, 10)) return [];
  return [
    `Nothing here is later than ${to}, but the figures stand in the editions of ${created2.slice(0, 10)}: not all of it was known then.`
  ];
}
function usedSources(found, thirds, besides, cards) {
  const ids = found.flatMap((domain) => [
    ...domain.estimates.flatMap((estimate) => isKnown(estimate) ? estimate.evidence.map((evidence2) => evidence2.source) : []),
    ...domain.items.map((item) => item.source)
  ]);
  const theirs = thirds.flatMap((one) => one.partners.evidence.map(({ source: source10 }) => source10));
  const others2 = besides.flatMap((one) => one.evidence.map(({ source: source10 }) => source10));
  return [.../* @__PURE__ */ new Set([...ids, ...theirs, ...others2])].sort().flatMap((id2) => cards.get(id2) ?? []);
}

// src/assessments/pairs/every-dyad-rows.ts
var dyadColumns = [
  "a",
  "b",
  "domain",
  "id",
  "state",
  "value",
  "low",
  "high",
  "unit",
  "period",
  "percentile",
  "certainty",
  "source"
];
function rowsOf3({ a, b, domains: domains2 }) {
  return domains2.flatMap(({ id: domain, estimates }) => {
    const ranks = new Map(estimates.filter(isKnown).flatMap((one) => isRank(one.id) ? [[one.id, one.value]] : []));
    return estimates.filter(({ id: id2 }) => !isRank(id2) && !id2.endsWith(".series")).map((one) => {
      const { id: id2, state, unit: unit2, period } = one;
      const about6 = { a: a.iso3, b: b.iso3, domain, id: id2, state };
      if (!isKnown(one))
        return { ...about6, value: null, low: null, high: null, unit: unit2, period, percentile: null, certainty: null, source: null };
      const { value, interval, evidence: evidence2 } = one;
      const [low2, high2] = interval === "exact" ? [value, value] : [interval.low, interval.high];
      const certainty = one.certainty ?? (interval === "exact" ? "exact" : interval.kind);
      const source10 = [...new Set(evidence2.map((each) => each.source))].join(" ");
      return { ...about6, value, low: low2, high: high2, unit: unit2, period, percentile: ranks.get(`${id2}.percentile`) ?? null, certainty, source: source10 };
    });
  });
}
function isRank(id2) {
  return id2.endsWith(".percentile");
}
function packedDyadRows(rows) {
  const lines = rows.map((row) => `${JSON.stringify(dyadColumns.map((name) => row[name]))}
`);
  return new TextEncoder().encode(lines.join(""));
}
var PackedRows = class {
  pieces;
  constructor(pieces) {
    this.pieces = pieces;
  }
  *[Symbol.iterator]() {
    for (const piece of this.pieces) {
      for (const line of new TextDecoder().decode(piece).split("\n")) {
        if (line === "") continue;
        const cells3 = JSON.parse(line);
        yield Object.fromEntries(dyadColumns.map((name, i) => [name, cells3[i]]));
      }
    }
  }
  /** Returns all rows, for `JSON.stringify` when the answer is small enough. */
  toJSON() {
    return [...this];
  }
};

// src/assessments/pairs/every-dyad.ts
var pairsAtOnce = 32;
var pairsWorthAThread = 150;
async function everyDyad(request, snapshot2, options = {}) {
  const pairs = pairsOf3(request);
  const threads = Math.max(1, Math.min(options.threads ?? availableParallelism(), Math.ceil(pairs.length / pairsWorthAThread)));
  const job = { directory: snapshot2.directory, request, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const pieces = [];
  let done = 0;
  const take = (piece) => {
    pieces.push(piece);
    done += piece.pairs.length;
    options.onProgress?.(done, pairs.length);
  };
  const stop2 = () => Atomics.store(job.taken, 0, pairs.length);
  options.signal?.addEventListener("abort", stop2);
  try {
    if (threads === 1) await assessDyadsUntilNoneLeft(job, snapshot2, take);
    else await runThreads(import.meta.url, "./every-dyad-worker", new Array(threads).fill(job), (piece) => take(piece));
  } finally {
    options.signal?.removeEventListener("abort", stop2);
  }
  if (options.signal?.aborted) throw new VisavisError("Interrupted", `stopped after ${done} of ${pairs.length} pairs`);
  return answerOf(
    request,
    snapshot2,
    pieces.sort((x, y) => x.from - y.from)
  );
}
function pairsOf3({ to, state }) {
  const alive = states.filter((one) => existedOn(one, to)).sort((x, y) => x.iso3 < y.iso3 ? -1 : 1);
  const all = alive.flatMap((a, i) => alive.slice(i + 1).map((b) => [a, b]));
  return state === void 0 ? all : all.filter(([a, b]) => a.iso3 === state || b.iso3 === state);
}
async function assessDyadsUntilNoneLeft(job, snapshot2, tell) {
  const { request, taken } = job;
  const pairs = pairsOf3(request);
  const held2 = await loadRows(snapshot2, request.to, request.state === void 0 ? "all" : [request.state]);
  for (; ; ) {
    const from = Atomics.add(taken, 0, pairsAtOnce);
    if (from >= pairs.length) return;
    const some = pairs.slice(from, from + pairsAtOnce);
    const found = [];
    for (const [a, b] of some) found.push(await assessed(a, b));
    tell({ from, rows: packedDyadRows(found.flatMap(({ rows }) => rows)), pairs: found.map(({ counted: counted3 }) => counted3) });
    await turn();
  }
  async function assessed(a, b) {
    const names2 = { a: a.iso3, b: b.iso3 };
    try {
      const { from, to, draws: draws3, seed, domain } = request;
      const found = await assess({ a, b, from, to, draws: draws3, seed }, snapshot2, held2);
      const chosen = { ...found, domains: found.domains.filter(({ id: id2 }) => domain === void 0 || id2 === domain) };
      return { counted: { ...names2, domains: chosen.domains.map(tallied) }, rows: rowsOf3(chosen) };
    } catch (cause) {
      return { counted: { ...names2, domains: [], error: cause.message }, rows: [] };
    }
  }
}
function tallied(domain) {
  const figures = domain.estimates.filter(({ id: id2, state }) => (state === "observed" || state === "estimated") && !id2.endsWith(".series"));
  return { id: domain.id, state: domain.state, figures: figures.length };
}
function answerOf(request, { manifest }, pieces) {
  const pairs = pieces.flatMap((piece) => piece.pairs);
  const counts = pairs.filter(({ error }) => error === void 0).map(countsOf2);
  const byDomains = [...counts].sort((x, y) => y.domains - x.domains || y.figures - x.figures || (x.a + x.b < y.a + y.b ? -1 : 1));
  const { from, to, draws: draws3, seed, state, domain } = request;
  return {
    schemaVersion: 1,
    from: from ?? null,
    to,
    snapshot: { id: manifest.id, created: manifest.created },
    draws: draws3,
    seed,
    state: state ?? null,
    domain: domain ?? null,
    states: new Set(pairs.flatMap(({ a, b }) => [a, b])).size,
    pairs: pairs.length,
    figures: counts.reduce((sum2, one) => sum2 + one.figures, 0),
    domains: talliesOf(pairs, domain),
    most: byDomains.slice(0, 10),
    fewest: byDomains.slice(-10).reverse(),
    errors: errorsOf(pairs),
    rows: new PackedRows(pieces.map(({ rows }) => rows))
  };
}
function countsOf2({ a, b, domains: found }) {
  const known3 = found.filter(({ state }) => state === "observed" || state === "estimated").length;
  return { a, b, domains: known3, figures: found.reduce((sum2, { figures }) => sum2 + figures, 0) };
}
function talliesOf(pairs, only2) {
  const chosen = domains.filter(({ id: id2 }) => only2 === void 0 || id2 === only2);
  return chosen.map(({ id: id2, title }) => {
    const own = pairs.flatMap((pair) => pair.domains.filter((domain) => domain.id === id2));
    const count3 = (of) => own.filter(({ state }) => of(state)).length;
    return {
      id: id2,
      title,
      known: count3((state) => state === "observed" || state === "estimated"),
      unknown: count3((state) => state === "unknown"),
      notApplicable: count3((state) => state === "not-applicable"),
      figures: own.reduce((sum2, { figures }) => sum2 + figures, 0)
    };
  });
}
function errorsOf(pairs) {
  const found = /* @__PURE__ */ new Map();
  for (const { a, b, error } of pairs) {
    if (error === void 0) continue;
    const one = found.get(error);
    if (one === void 0) found.set(error, { pairs: 1, first: `${a} ${b}` });
    else one.pairs++;
  }
  return [...found].map(([message, one]) => ({ message, ...one }));
}

// ../../tmp/prof-all3.mts
import { Session } from "node:inspector/promises";
import { writeFileSync } from "node:fs";
var ins = new Session();
ins.connect();
await ins.post("Profiler.enable");
var snapshot = await openSnapshot("/work/main/data/record");
var limit = +process.argv[2];
var stop = new AbortController();
var t0 = performance.now();
var c0 = process.cpuUsage();
var tw = t0;
var n0 = 0;
try {
  await everyDyad({ from: void 0, to: "2026-11-24", draws: 200, seed: 1, state: void 0, domain: void 0 }, snapshot, { threads: 1, signal: stop.signal, onProgress: (d) => {
    if (!n0 && d >= 600) {
      n0 = d;
      tw = performance.now();
      c0 = process.cpuUsage();
      void ins.post("Profiler.start");
      console.log("warm", (tw - t0) / 1e3);
    }
    if (d >= limit) {
      if (!stop.signal.aborted) {
        const c = process.cpuUsage(c0);
        console.log("pairs", d - n0, "ms/pair wall", (performance.now() - tw) / (d - n0), "cpu", (c.user + c.system) / 1e3 / (d - n0));
      }
      stop.abort();
    }
  } });
} catch (e) {
  console.log(String(e));
}
var { profile } = await ins.post("Profiler.stop");
writeFileSync("/tmp/steady.cpuprofile", JSON.stringify(profile));
