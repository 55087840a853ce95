import type { Mount } from './mount.js';
import type { FileKind, SourceFile } from './source.js';
import type { YamlNode } from './yaml-node.js';

/** What a configuration file is, by the program that reads it. */
export type DocumentKind = Exclude<FileKind, 'compose' | 'env' | 'dockerfile' | 'settings' | 'text'>;

/** What a lone file may be judged as. */
export type JudgedKind = DocumentKind | 'compose';

/** Where a file is for the program that reads it: relative paths inside it start there. */
export interface Place {
  /** Absolute path of the file in the container; on this machine when it is judged alone. */
  readonly containerPath: string;
  readonly mounts: readonly Mount[];
  /** Undefined when the file is judged alone. */
  readonly service?: string | undefined;
}

/** A Prometheus by its image's tag and its flags. The minor number is undefined when the tag does not tell: then the newest of that major. */
export interface PrometheusVersion {
  readonly major: number;
  readonly minor?: number | undefined;
  /** What `--enable-feature` turns on. */
  readonly features?: readonly string[];
}

/** What a path that a document names leads to. */
export interface FileReference {
  readonly node: YamlNode;
  readonly written: string;
  /** Absolute, in the container; may have wildcards. */
  readonly containerPath: string;
  /** Absolute paths on this machine of the files that are there. */
  readonly matches: readonly string[];
  /**
   * `found` and `missing` are certain; `elsewhere` is on a volume or in the image, which cannot be seen; `unmounted` is a
   * path of the container at which nothing is mounted.
   */
  readonly state: 'found' | 'missing' | 'elsewhere' | 'unmounted';
}

/** One configuration file, parsed. */
export interface Document {
  readonly kind: DocumentKind;
  readonly file: SourceFile;
  /** Undefined when the file is empty. */
  readonly root: YamlNode | undefined;
  /** False when the YAML is broken: what is there is only a part. */
  readonly whole: boolean;
  /** Version of the Prometheus that reads it; the newest when that is not known. */
  readonly version: PrometheusVersion;
  readonly place: Place;
  /** The files that it names, by the schema's annotations `file`, `filename-glob` and `glob`. */
  readonly references: readonly FileReference[];
  /** Documents that it includes: the files of scrape jobs and of rules that a prometheus.yml names. */
  readonly included: readonly Document[];
  /** The values of other documents that name this one. */
  readonly namedBy?: readonly YamlNode[] | undefined;
}
