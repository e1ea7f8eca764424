/** Every rule of the planner, in the order in which its steps stand in a plan. */
import { DAYS } from './rules/days.ts';
import { NOW } from './rules/now.ts';
import { RECOVERY } from './rules/recovery.ts';
import { RETURN } from './rules/return.ts';
import type { Rule } from './rules/rule.ts';
import { TODAY } from './rules/today.ts';

export const RULES: readonly Rule[] = [...NOW, ...TODAY, ...DAYS, ...RECOVERY, ...RETURN];
