import { createHash } from 'node:crypto';
import type { FormMaterial } from './material';

/** Two materials with the same digest make the same form. */
export const materialDigest = (material: FormMaterial): string =>
  createHash('sha256').update(JSON.stringify(material)).digest('hex');
