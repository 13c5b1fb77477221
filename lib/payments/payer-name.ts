/** Who pays: the unit, or the applicant himself. */
export const payerName = ({ unit, person }: { unit: { name: string } | null; person: { name: string } }): string =>
  unit?.name ?? person.name;
