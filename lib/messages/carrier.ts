export interface Attachment {
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  attachments?: readonly Attachment[];
}

/** The outside world of messages: one port, an adapter for each way. */
export interface Carrier {
  sendSms(mobile: string, text: string): Promise<void>;
  sendMail(mail: Mail): Promise<void>;
}
