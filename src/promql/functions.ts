/** What an expression may give. Words as in the documentation of Prometheus. */
export type ValueType = 'scalar' | 'instant vector' | 'range vector' | 'string';

/** A function of PromQL. */
export interface PromqlFunction {
  readonly arguments: readonly ValueType[];
  /** How many of the last arguments may be left out; with `repeats` the last one may come any number of times. */
  readonly optional: number;
  readonly repeats: boolean;
  readonly returns: ValueType;
  /** Needs `--enable-feature=promql-experimental-functions`. */
  readonly experimental: boolean;
}

const LETTERS: Readonly<Record<string, ValueType>> = {
  s: 'scalar',
  v: 'instant vector',
  m: 'range vector',
  t: 'string',
};

/**
 * `NAME ARGUMENTS RETURN`: s scalar, v instant vector, m range vector, t string; `?` behind what may be left out, `*` behind what
 * may repeat, `!` before an experimental one. Source: https://prometheus.io/docs/prometheus/latest/querying/functions/ and prometheus
 * `promql/parser/functions.go`, read on 2026-11-24.
 */
const TABLE = `
abs v v|absent v v|absent_over_time m v|acos v v|acosh v v|asin v v|asinh v v|atan v v|atanh v v|avg_over_time m v|ceil v v
changes m v|clamp vss v|clamp_max vs v|clamp_min vs v|cos v v|cosh v v|count_over_time m v|day_of_month v? v|day_of_week v? v
day_of_year v? v|days_in_month v? v|deg v v|delta m v|deriv m v|!double_exponential_smoothing mss v|exp v v|!first_over_time m v
floor v v|histogram_avg v v|histogram_count v v|histogram_fraction ssv v|histogram_quantile sv v|!histogram_quantiles vts* v|histogram_stddev v v
histogram_stdvar v v|histogram_sum v v|hour v? v|idelta m v|increase m v|!info vv? v|irate m v|label_join vttt* v
label_replace vtttt v|last_over_time m v|ln v v|log10 v v|log2 v v|!mad_over_time m v|max_over_time m v|min_over_time m v
minute v? v|month v? v|pi  s|predict_linear ms v|present_over_time m v|quantile_over_time sm v|rad v v|rate m v|resets m v
round vs? v|scalar v s|sgn v v|sin v v|sinh v v|sort v v|!sort_by_label vt* v|!sort_by_label_desc vt* v|sort_desc v v|sqrt v v
stddev_over_time m v|stdvar_over_time m v|sum_over_time m v|tan v v|tanh v v|time  s|timestamp v v|!ts_of_first_over_time m v
!ts_of_last_over_time m v|!ts_of_max_over_time m v|!ts_of_min_over_time m v|vector s v|year v? v`;

/** Every function by its name. */
export const FUNCTIONS: ReadonlyMap<string, PromqlFunction> = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((row) => {
      const [name = '', signature = '', returns = ''] = row.split(' ');
      return [name.replace('!', ''), read(signature, returns, name.startsWith('!'))];
    }),
);

function read(signature: string, returns: string, experimental: boolean): PromqlFunction {
  const types = signature.replaceAll(/[?*]/g, '').split('');
  return {
    arguments: types.map((letter) => LETTERS[letter] ?? 'scalar'),
    optional: signature.endsWith('?') || signature.endsWith('*') ? 1 : 0,
    repeats: signature.endsWith('*'),
    returns: LETTERS[returns] ?? 'scalar',
    experimental,
  };
}

/** What was renamed or removed in Prometheus 3, and what to write. */
export const REMOVED: ReadonlyMap<string, string> = new Map([['holt_winters', 'double_exponential_smoothing']]);
