import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import jsQR from 'jsqr';
import sharp from 'sharp';

const run = promisify(execFile);

export interface OtherReader {
  name: string;
  /** Texts of the codes on a picture. */
  read(picture: string): Promise<string[]>;
}

/** What else reads such codes: Debian's zbarimg where it is installed, a reader from npm where not. */
export async function otherReader(): Promise<OtherReader> {
  return (await isInstalled('zbarimg')) ? zbar : jsqr;
}

/** A whole PDF by Debian's programs, as one would do it by hand; null where they are not installed. */
export async function otherPdfReader(): Promise<((pdf: string, folder: string) => Promise<void>) | null> {
  if (!(await isInstalled('zbarimg')) || !(await isInstalled('pdftoppm'))) return null;
  return async (pdf, folder) => {
    await run('pdftoppm', ['-r', '150', '-jpeg', pdf, `${folder}/drawn`]);
    await run('sh', ['-c', `zbarimg -q --raw -Sdisable -Sqrcode.enable "$1"/drawn*.jpg`, 'sh', folder]).catch(
      nothingFound,
    );
  };
}

const zbar: OtherReader = {
  name: "Debian's zbarimg",
  async read(picture) {
    const { stdout } = await run('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', picture]).catch(
      nothingFound,
    );
    return stdout.split('\n').filter(Boolean);
  },
};

const longEdge = 2400;

const jsqr: OtherReader = {
  name: 'jsQR 1.4 from npm',
  async read(picture) {
    const { data, info } = await sharp(picture)
      .resize({ width: longEdge, height: longEdge, fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const found = jsQR(new Uint8ClampedArray(data), info.width, info.height);
    return found ? [found.data] : [];
  },
};

/** zbarimg ends with 4 when a picture has no code; anything else is a fault. */
function nothingFound(error: unknown): { stdout: string } {
  if (error instanceof Error && 'code' in error && error.code === 4 && 'stdout' in error)
    return { stdout: String(error.stdout) };
  throw error;
}

async function isInstalled(program: string): Promise<boolean> {
  try {
    await run(program, [program === 'pdftoppm' ? '-v' : '--version']);
    return true;
  } catch {
    return false;
  }
}
