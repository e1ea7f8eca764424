/**
 * QR codes in pictures: by the phone's own reader where the browser has one (`BarcodeDetector`), else by one of ours, which is
 * loaded when it is first needed.
 */

/** A side to which a picture is made smaller, in pixels: larger ones take long and show no more of a code. */
const SIDES = [1600, 800];
/** A frame of the camera is looked at often: it is smaller still. */
const FRAME_SIDE = 720;
/** A picture larger than this is not opened: no camera of a phone makes one. */
export const MOST_PICTURE_BYTES = 40_000_000;

interface Detector {
  detect(image: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
type DetectorClass = (new (options: {
  formats: string[];
}) => Detector) & {
  getSupportedFormats?(): Promise<readonly string[]>;
};

let detector: Promise<Detector | undefined> | undefined;

function ownDetector(): Promise<Detector | undefined> {
  detector ??= (async () => {
    const Class = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
    if (!Class) return undefined;
    // There are browsers that have the name and read nothing with it.
    const formats = await Class.getSupportedFormats?.().catch((): string[] => []);
    return formats?.includes('qr_code') ? new Class({ formats: ['qr_code'] }) : undefined;
  })().catch(() => undefined);
  return detector;
}

const reader = () => import('qr/decode.js');

/** Loads what reads codes, so that the first one is read at once. */
export async function getReadyToRead(): Promise<void> {
  if (!(await ownDetector())) await reader();
}

/** What the code says that the camera looks at; undefined while it sees none. */
export async function codeInFrame(video: HTMLVideoElement): Promise<string | undefined> {
  if (video.videoWidth === 0) return undefined;
  const phone = await ownDetector();
  const found = await phone?.detect(video).catch(() => []);
  if (phone) return found?.find(({ rawValue }) => rawValue !== '')?.rawValue;
  const { decodeQR } = await reader();
  try {
    // A frame without a code takes a few milliseconds; nobody notices them, so no worker is needed.
    return decodeQR(pixelsOf(video, video.videoWidth, video.videoHeight, FRAME_SIDE)) || undefined;
  } catch {
    return undefined;
  }
}

/** What all codes in a picture say. @throws when it cannot be opened as a picture */
export async function codesInPicture(file: Blob): Promise<string[]> {
  if (file.size > MOST_PICTURE_BYTES) throw new Error('too large');
  const picture = await createImageBitmap(file);
  try {
    const phone = await ownDetector();
    const found = await phone?.detect(picture).catch(() => []);
    const texts = (found ?? []).map(({ rawValue }) => rawValue).filter(Boolean);
    if (texts.length > 0) return texts;
    const { decodeQRBatch } = await reader();
    for (const side of SIDES) {
      const pixels = pixelsOf(picture, picture.width, picture.height, side);
      // It gives way between its steps, so that the screen stays alive.
      const [results = []] = await decodeQRBatch([pixels], { effort: Number.POSITIVE_INFINITY, timeLimit: 4_000 });
      const read = results.filter((one) => typeof one === 'string' && one !== '');
      if (read.length > 0) return [...new Set(read as string[])];
    }
    return [];
  } finally {
    picture.close();
  }
}

function pixelsOf(source: CanvasImageSource, width: number, height: number, side: number): ImageData {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  // Behind a picture that lets light through a code would be black on black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
