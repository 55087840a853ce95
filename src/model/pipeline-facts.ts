import type { Resolution } from './resolve-name.js';
import type { ProbeAnswer } from './target-probe.js';

/** What came of asking a part of the pipeline that is no target: where alerts go, what shows the data, and what it asks. */
export interface PipelineAnswer {
  readonly of: 'alertmanager' | 'grafana' | 'datasource';
  /** Of an Alertmanager the URL that Prometheus sends alerts to, of Grafana its service, of a data source its name. */
  readonly name: string;
  /** The service from whose position in the networks it was asked. */
  readonly from: string;
  readonly url: string;
  /** How the service in `from` finds the host. */
  readonly resolution: Resolution['kind'];
  /** Absent when nobody could ask. */
  readonly answer?: ProbeAnswer | undefined;
  /** Of a data source: what Grafana itself answers to a test of it; absent without credentials that it takes. */
  readonly tested?: { readonly status: number; readonly word: string; readonly message: string } | undefined;
}
