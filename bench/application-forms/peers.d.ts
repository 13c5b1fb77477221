declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  export default class PDFDocument extends Readable {
    constructor(options: object);
    registerFont(name: string, source: Buffer): this;
    addPage(): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    lineWidth(width: number): this;
    strokeColor(colour: string): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    circle(x: number, y: number, radius: number): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    stroke(): this;
    fill(colour?: string): this;
    image(source: Buffer, x: number, y: number, options: { width: number; height: number }): this;
    text(text: string, x: number, y: number, options: object): this;
    end(): void;
  }
}
