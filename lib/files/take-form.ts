import { type PostedForm, unreadableForm, withPostedForm } from './posted-form';
import { type UploadRequest, uploadRequest } from './upload-request';

export interface TakenForm extends Omit<PostedForm, 'folder'> {
  wanted: Omit<UploadRequest, 'filename'>;
}

const mostFiles = 20;

/** A posted upload, with what the page says that it is for. */
export const takeForm = <Result>(request: Request, use: (form: TakenForm) => Promise<Result>): Promise<Result> =>
  withPostedForm(request, { mostFiles }, ({ fields, files }) => {
    const wanted = uploadRequest.safeParse({ ...fields, applicationId: fields.applicationId || undefined, batchId: fields.batchId || undefined });
    if (!wanted.success) throw unreadableForm();
    const { purpose, applicationId, batchId } = wanted.data;
    return use({ wanted: { purpose, applicationId, batchId }, fields, files });
  });
