/** The outside world of messages: one port, an adapter for each way. */
export interface Carrier {
  sendSms(mobile: string, text: string): Promise<void>;
  sendMail(address: string, subject: string, text: string): Promise<void>;
}
