import { Camera, FileUp, Image } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { CameraError, type NoCamera, showCamera } from '../../device/camera.ts';
import { codeInFrame, codesInPicture, getReadyToRead } from '../../device/read-code.ts';
import { useT } from '../../i18n/i18n.ts';
import { MOST_BYTES } from '../../workspace/exchange/read.ts';
import { Button } from '../Button.tsx';
import styles from './ScanContact.module.css';

/** Why nothing came in. */
type Problem = NoCamera | 'noCode' | 'noCard' | 'size' | 'unreadable';

interface Props {
  /** Takes what a code, a picture, a file or a text says. Returns why it is of no use, or how many contacts have come in so far. */
  onTaken(content: string | Uint8Array): 'noCard' | 'size' | number;
}

/** The ways by which a contact comes in without a network: the camera, a picture of a code, a file, pasted text. */
export function ScanContact({ onTaken }: Props) {
  const t = useT();
  const id = useId();
  const [camera, setCamera] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [read, setRead] = useState(0);
  const [busy, setBusy] = useState(false);
  const [pasted, setPasted] = useState('');
  const picture = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const scan = useRef<HTMLButtonElement>(null);

  function take(content: string | Uint8Array): boolean {
    const came = onTaken(content);
    setProblem(typeof came === 'number' ? undefined : came);
    if (typeof came === 'number') setRead(came);
    return typeof came === 'number';
  }

  async function takeFiles(input: HTMLInputElement | null, how: (file: File) => Promise<Problem | undefined>) {
    const files = [...(input?.files ?? [])];
    setProblem(undefined);
    setBusy(true);
    let last: Problem | undefined;
    for (const one of files) last = (await how(one).catch(() => 'unreadable' as const)) ?? last;
    setBusy(false);
    if (last) setProblem(last);
    // The same file may be chosen again.
    if (input) input.value = '';
  }

  async function takePicture(one: File): Promise<Problem | undefined> {
    const texts = await codesInPicture(one);
    const taken = texts.filter(take);
    return texts.length === 0 ? 'noCode' : taken.length === 0 ? 'noCard' : undefined;
  }

  async function takeFile(one: File): Promise<Problem | undefined> {
    if (one.size > MOST_BYTES) return 'size';
    const came = onTaken(new Uint8Array(await one.arrayBuffer()));
    return typeof came === 'number' ? undefined : came;
  }

  function close(why?: NoCamera) {
    setCamera(false);
    setProblem(why);
    scan.current?.focus();
  }

  return (
    <div className={styles.ways}>
      {camera && <CameraView read={read} onCode={take} onClose={close} />}
      <div className={styles.buttons}>
        <Button
          ref={scan}
          variant="primary"
          aria-pressed={camera}
          onClick={() => {
            setProblem(undefined);
            setRead(0);
            setCamera(!camera);
          }}
        >
          <Camera aria-hidden size={20} /> {t(camera ? 'exchange.take.stop' : 'exchange.take.camera')}
        </Button>
        <Button disabled={busy} onClick={() => picture.current?.click()}>
          <Image aria-hidden size={20} /> {t('exchange.take.picture')}
        </Button>
        <Button disabled={busy} onClick={() => file.current?.click()}>
          <FileUp aria-hidden size={20} /> {t('exchange.take.file')}
        </Button>
      </div>
      <input
        ref={picture}
        hidden
        type="file"
        accept="image/*"
        aria-label={t('exchange.take.picture')}
        onChange={() => void takeFiles(picture.current, takePicture)}
      />
      <input
        ref={file}
        hidden
        multiple
        type="file"
        accept=".vcf,.vcard,.txt,text/vcard,text/x-vcard,text/directory,text/plain"
        aria-label={t('exchange.take.file')}
        onChange={() => void takeFiles(file.current, takeFile)}
      />
      <p role="status" className={styles.said}>
        {busy && t('exchange.take.busy')}
      </p>
      <div role="alert">{problem && <p className={styles.notice}>{t(`exchange.problem.${problem}`)}</p>}</div>
      <details className={styles.paste}>
        <summary>{t('exchange.take.paste')}</summary>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (take(pasted)) setPasted('');
          }}
        >
          <label htmlFor={id}>{t('exchange.take.pasted')}</label>
          <textarea id={id} rows={4} value={pasted} onChange={(event) => setPasted(event.target.value)} />
          <Button type="submit" disabled={pasted.trim() === ''}>
            {t('exchange.take.read')}
          </Button>
        </form>
      </details>
    </div>
  );
}

/** How long the reader rests between two frames, in ms: the phone is not to get warm. */
const REST_MS = 150;

/** The picture of the camera, until it is closed or the app goes to the background. Each code is taken once. */
function CameraView({
  read,
  onCode,
  onClose,
}: {
  read: number;
  onCode(text: string): void;
  onClose(why?: NoCamera): void;
}) {
  const t = useT();
  const video = useRef<HTMLVideoElement>(null);
  const [looking, setLooking] = useState(false);
  const on = useRef({ onCode, onClose });
  on.current = { onCode, onClose };
  useEffect(() => {
    const shown = video.current;
    if (!shown) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: () => void = () => undefined;
    const seen = new Set<string>();
    async function look(on_: HTMLVideoElement) {
      const text = await codeInFrame(on_).catch(() => undefined);
      if (ended) return;
      if (text !== undefined && !seen.has(text)) {
        seen.add(text);
        on.current.onCode(text);
      }
      timer = setTimeout(() => void look(on_), REST_MS);
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') on.current.onClose();
    };
    document.addEventListener('visibilitychange', hide);
    void (async () => {
      try {
        stop = await showCamera(shown);
        if (ended) return stop();
        setLooking(true);
        await getReadyToRead();
        await look(shown);
      } catch (error) {
        if (!ended) on.current.onClose(error instanceof CameraError ? error.why : 'failed');
      }
    })();
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
      stop();
    };
  }, []);
  return (
    <div className={styles.camera}>
      <video ref={video} className={styles.video} muted playsInline aria-label={t('exchange.take.camera')} />
      <p role="status">{looking && t(read > 0 ? 'exchange.take.came' : 'exchange.take.aim', { number: read })}</p>
    </div>
  );
}
