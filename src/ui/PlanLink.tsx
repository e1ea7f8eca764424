import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { wayToCase } from '../device/case-of-tab.ts';
import type { KnownCase } from '../referral/known-case.ts';

interface Props {
  /** A situation as `printSituation` writes it. */
  situation: string;
  className?: string | undefined;
  children: ReactNode;
}

/** The way into the plan of a situation. Its address says nothing of it. */
export function PlanLink({ situation, className, children }: Props) {
  return (
    <Link className={className} href="/referral" {...wayToCase({ key: situation } satisfies KnownCase)}>
      {children}
    </Link>
  );
}
