interface Addressed {
  number: string;
  unitId: string | null;
  applicationId: string | null;
}

/** Where the payer reads about his order; a unit has its own. */
export const orderPage = ({ number, unitId }: Addressed): string =>
  unitId ? `/unit/orders/${number}` : `/my/orders/${number}`;

/** Where he pays it. */
export const payPage = (order: Addressed): string =>
  order.unitId ? `${orderPage(order)}/pay` : `/apply/${order.applicationId}/pay`;
