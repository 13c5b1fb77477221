/** From the first to the last instant, both included. */
export interface Period {
  from: Date;
  to: Date;
}
