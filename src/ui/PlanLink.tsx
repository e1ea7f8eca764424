import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { wayToCase } from '../device/case-of-tab.ts';
import type { KnownCase } from '../referral/known-case.ts';

interface Props {
  /** A situation as `printSituation` writes it. */
  situation: string;
  className?: string | undefined;
  /** It was found: Enter and the arrows lead to it from the box. */
  hit?: boolean;
  children: ReactNode;
}

/** The way into the plan of a situation. Its address says nothing of it. */
export function PlanLink({ situation, className, hit = false, children }: Props) {
  return (
    <Link
      className={className}
      href="/referral"
      {...(hit && { 'data-hit': '' })}
      {...wayToCase({ key: situation } satisfies KnownCase)}
    >
      {children}
    </Link>
  );
}
