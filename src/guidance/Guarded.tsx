import { Component, type ReactNode, Suspense } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { retryGuidance } from '../dataset/useGuidance.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Screen } from '../ui/Screen.tsx';
import styles from './guidance.module.css';

/** A screen of the guidance: says so while its part is read, and offers to try again when it cannot be had. */
export function Guarded({ title, children }: { title: string; children: ReactNode }) {
  useDirectory(); // its failure is not ours to explain
  return (
    <Boundary title={title}>
      <Suspense fallback={<Opening title={title} />}>{children}</Suspense>
    </Boundary>
  );
}

function Opening({ title }: { title: string }) {
  const t = useT();
  return (
    <Screen title={title}>
      <p role="status">{t('guidance.opening')}</p>
    </Screen>
  );
}

class Boundary extends Component<{ title: string; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const again = () => {
      retryGuidance();
      this.setState({ failed: false });
    };
    return <Failed title={this.props.title} again={again} />;
  }
}

function Failed({ title, again }: { title: string; again: () => void }) {
  const t = useT();
  return (
    <Screen title={title}>
      <div role="alert" className={styles.notice}>
        <p>
          <strong>{t('guidance.failed')}</strong>
        </p>
        <p>{t('guidance.failedMore')}</p>
        <Button variant="primary" onClick={again}>
          {t('guidance.again')}
        </Button>
      </div>
    </Screen>
  );
}
