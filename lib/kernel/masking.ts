/** 3201**********1234 */
export function maskIdNumber(number: string): string {
  if (number.length <= 8) return '*'.repeat(number.length);
  return number.slice(0, 4) + '*'.repeat(number.length - 8) + number.slice(-4);
}

/** 138****0000 */
export function maskMobile(mobile: string): string {
  if (mobile.length <= 7) return '*'.repeat(mobile.length);
  return mobile.slice(0, 3) + '*'.repeat(mobile.length - 7) + mobile.slice(-4);
}

/** 张*三; counted in code points so that a rare character is not cut in half. */
export function maskPersonName(name: string): string {
  const points = [...name];
  const first = points[0] ?? '';
  if (points.length <= 1) return '*';
  if (points.length === 2) return `${first}*`;
  return first + '*'.repeat(points.length - 2) + (points.at(-1) ?? '');
}

/** z***@example.com */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '***';
  return `${[...email][0] ?? ''}***${email.slice(at)}`;
}
