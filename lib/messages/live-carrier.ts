import { createTransport } from 'nodemailer';
import type { Attachment, Carrier } from './carrier';

export interface LiveCarrierSettings {
  smtpUrl: string;
  mailFrom: string;
  /** HTTP gateway of the SMS vendor: POST { mobile, text } as JSON with a bearer token; 2xx means accepted. */
  smsUrl: string;
  smsToken: string;
}

const patience = 15_000;

export function makeLiveCarrier(settings: LiveCarrierSettings): Carrier {
  const transport = createTransport(settings.smtpUrl);
  return {
    async sendSms(mobile, text) {
      const response = await fetch(settings.smsUrl, {
        method: 'POST',
        headers: { authorization: `Bearer ${settings.smsToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ mobile, text }),
        signal: AbortSignal.timeout(patience),
      });
      if (!response.ok) throw new Error(`sms gateway answered ${response.status}`);
    },
    async sendMail({ to, subject, text, attachments = [] }) {
      await transport.sendMail({ from: settings.mailFrom, to, subject, text, attachments: attachments.map(attached) });
    },
  };
}

const attached = ({ fileName, contentType, bytes }: Attachment) => ({
  filename: fileName,
  contentType,
  content: Buffer.from(bytes),
});
