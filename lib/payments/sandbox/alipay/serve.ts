import type { ServerResponse } from 'node:http';
import type { Desk } from '../desk.ts';
import { answerGateway } from './api.ts';
import { billArchive } from './bill.ts';

/** Parameters stand in the address, in the form, or in both. */
export function serveGateway(desk: Desk, { url, body }: { url: URL; body: string }, response: ServerResponse): void {
  const fields = { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(new URLSearchParams(body)) };
  const answer = answerGateway(desk, fields);
  if ('location' in answer) return void response.writeHead(302, { Location: answer.location }).end();
  if ('problem' in answer) {
    response.writeHead(400, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html><p>${answer.problem}</p>`);
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/html;charset=utf-8' }).end(answer.json);
}

export function serveBill(desk: Desk, url: URL, response: ServerResponse): void {
  const archive = billArchive(desk, { day: url.searchParams.get('day') ?? '', key: url.searchParams.get('key') ?? '' });
  response.writeHead(archive ? 200 : 404, { 'Content-Type': 'application/zip' }).end(archive ?? '');
}
