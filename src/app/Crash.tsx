import { Component, type ReactNode } from 'react';

interface Props {
  /** What to show instead; the plain page of index.html comes back beneath it. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Catches a screen that fails: the plain first contacts of `index.html` come back, so that a number is always there. */
export class Crash extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
    document.documentElement.classList.remove('app-runs');
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
