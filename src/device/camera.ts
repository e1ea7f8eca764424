/** The camera, for as long as somebody looks for a code with it. */

/** Why there is no picture: what somebody can do about it differs. */
export type NoCamera = 'denied' | 'none' | 'busy' | 'insecure' | 'failed';

/** The camera could not be had. */
export class CameraError extends Error {
  override name = 'CameraError';
  readonly why: NoCamera;
  constructor(why: NoCamera, cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/**
 * Opens the camera at the back of the phone, or the only one, and shows it.
 * @returns what switches it off
 * @throws CameraError
 */
export async function showCamera(video: HTMLVideoElement): Promise<() => void> {
  if (!globalThis.isSecureContext) throw new CameraError('insecure');
  if (!navigator.mediaDevices?.getUserMedia) throw new CameraError('none');
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 1280 } },
      audio: false,
    });
  } catch (error) {
    throw new CameraError(reasonOf(error), error);
  }
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    stop();
    throw new CameraError('failed', error);
  }
  return stop;
}

/** What a browser's error means (Media Capture and Streams, getUserMedia). */
export function reasonOf(error: unknown): NoCamera {
  switch ((error as { name?: unknown } | undefined)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
