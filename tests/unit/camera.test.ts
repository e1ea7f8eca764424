import { describe, expect, it, vi } from 'vitest';
import { CameraError, reasonOf, showCamera } from '../../src/device/camera.ts';

const named = (name: string) => new DOMException('', name);

describe('why there is no camera', () => {
  it.each([
    [named('NotAllowedError'), 'denied'],
    [named('SecurityError'), 'denied'],
    [named('NotFoundError'), 'none'],
    [named('OverconstrainedError'), 'none'],
    [named('NotReadableError'), 'busy'],
    [named('AbortError'), 'busy'],
    [new TypeError('x'), 'failed'],
    [undefined, 'failed'],
  ])('%s: %s', (error, why) => {
    expect(reasonOf(error)).toBe(why);
  });

  it.each([
    ['a page without https', { isSecureContext: false, navigator: {} }, 'insecure'],
    ['a browser without cameras', { isSecureContext: true, navigator: {} }, 'none'],
  ])('%s', async (_, globals, why) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    await expect(showCamera({} as HTMLVideoElement)).rejects.toEqual(expect.objectContaining({ why }));
    await expect(showCamera({} as HTMLVideoElement)).rejects.toBeInstanceOf(CameraError);
    vi.unstubAllGlobals();
  });

  it('leaves no camera on when its picture cannot be shown', async () => {
    const stop = vi.fn();
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => ({ getTracks: () => [{ stop }] }) } });
    const video = { srcObject: null, play: () => Promise.reject(named('NotSupportedError')) };
    await expect(showCamera(video as unknown as HTMLVideoElement)).rejects.toMatchObject({ why: 'failed' });
    expect(stop).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});
