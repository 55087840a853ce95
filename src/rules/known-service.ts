import type { KnownImage } from '../knowledge/image.js';
import { knownImage } from '../knowledge/known-images.js';
import type { ComposeService } from '../model/stack.js';

/** What is known about the image of a service; undefined when it is built here, or nothing is known. */
export function knownOf({ image, hasBuild }: ComposeService): KnownImage | undefined {
  return hasBuild || image === undefined ? undefined : knownImage(image.value);
}
