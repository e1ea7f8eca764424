/** For every step of every rule: a situation in which it stands in the plan, and one in which it does not. */
import { describe, expect, test } from 'vitest';
import type { Region } from '../../src/directory/schema.ts';
import { planReferral } from '../../src/referral/plan.ts';
import { RULES } from '../../src/referral/rules.ts';
import { parseSituation } from '../../src/referral/situation.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
// A Tuesday, noon in Riga.
const now = new Date('2026-11-24T10:00:00Z');

/** The wordings of a plan. `found=lv@de`: the user stands in Germany. */
function wordings(query: string): string[] {
  const [situation = '', standing] = query.split('@');
  return planReferral(parseSituation(situation), directory, {
    now,
    standing: standing as Region | undefined,
  }).steps.map(({ rule, wording }) => `${rule}.${wording}`);
}

const TABLE: [wording: string, present: string, absent: string][] = [
  ['danger.call', 'found=lv&danger=1', 'found=lv&danger=0'],
  ['danger.call', 'danger=1', ''],
  ['danger.from-abroad', 'found=ee&danger=1@lv', 'found=ee&danger=1@ee'],
  ['danger.through-own-police', 'found=lv&danger=1@ee', 'found=ee&danger=1@lv'],
  ['injured.care', 'found=lv&injured=1', 'found=lv&injured=0'],
  ['injured.care-there', 'found=lv&injured=1@lt', 'found=lv&injured=1'],
  ['danger.call', 'found=lv&danger=1&role=ngo', 'found=lv&danger=1&role=police'],
  ['danger.yours', 'found=lv&danger=1&role=call-taker', 'found=lv&danger=1&role=health'],
  ['injured.yours', 'found=lv&injured=1&role=health', 'found=lv&injured=1&role=ngo'],
  ['child.protect-through-police', 'found=de&age=child', 'found=ro&age=child'],
  // Another town's youth office is not in charge: Germany's are offices of towns.
  ['child.protect', 'found=de&age=child&place=berlin', 'found=de&age=child'],
  ['child.protect-through-police', 'found=de&age=child&place=munich', 'found=de&age=child&place=berlin'],
  ['child.protect-through-police', 'found=pl&age=unsure', 'found=pl&age=adult'],
  ['child.protect-yours', 'found=de&age=child&role=police', 'found=de&age=child&role=health'],
  ['child.protect-through-own-police', 'found=de&age=child@lv', 'found=de&age=child'],
  ['child.hold', 'found=lv&age=unsure', 'found=lv'],
  ['suspect.apart', 'role=border-guard', 'role=ngo'],
  ['suspect.secure', 'role=border-guard&age=unsure', 'role=border-guard'],
  ['suspect.unit', 'found=pl&role=police&age=child', 'found=pl&role=police'],
  ['suspect.unit-unnamed', 'found=ru&role=police&age=child', 'found=pl&role=police&age=child'],
  ['role.police', 'role=police', 'role=ngo'],
  ['role.border-guard', 'role=border-guard', 'role=ngo'],
  ['role.labour-inspector', 'role=labour-inspector', 'role=ngo'],
  ['role.social-worker', 'role=social-worker', 'role=social-worker&age=child'],
  ['role.social-worker-child', 'role=social-worker&age=unsure', 'role=social-worker'],
  ['role.health', 'role=health', 'role=ngo'],
  ['role.ngo', 'role=ngo', 'role=health'],
  ['role.municipality', 'role=municipality', 'role=ngo'],
  ['role.call-taker', 'role=call-taker', 'role=ngo'],
  ['role.teacher', 'role=teacher', 'role=ngo'],
  ['role.asylum-officer', 'role=asylum-officer', 'role=ngo'],
  ['role.prosecutor', 'role=prosecutor', 'role=ngo'],
  ['talk.alone', '', 'age=child'],
  ['talk.alone', 'role=ngo', 'role=health'],
  ['talk.alone', 'people=one', 'people=several'],
  ['talk.alone-child', 'age=unsure', ''],
  ['talk.interpreter', 'found=se&lang=ro', 'found=se&lang=sv'],
  ['talk.interpreter', 'lang=sv', 'found=fi&lang=sv'],
  ['talk.explain', '', 'never'],
  ['several.each', 'people=several', 'people=one'],
  ['child.treat-as-child', 'age=unsure', 'age=child'],
  ['child.protect', 'found=ro&age=unsure', 'found=ro&age=adult'],
  ['child.listen', 'age=child', ''],
  ['consent.ask', 'age=adult', 'age=unsure'],
  ['line.call', 'found=de', 'found=ru'],
  ['line.not-from-here', 'found=se@lv', 'found=se@se'],
  ['line.none-in-russia', 'found=ru', 'found=de'],
  ['line.choose-country', '', 'found=de'],
  ['family.no-mediation', 'form=forced-marriage&age=child', 'form=labour'],
  ['shelter.tonight', 'found=lv&age=adult', 'found=lv&age=child'],
  ['shelter.who-finds', 'found=is&sex=male', 'found=is&sex=female'],
  ['shelter.child-tonight', 'found=se&age=child', 'found=se&age=adult'],
  ['shelter.child-who-finds', 'found=ru&age=child', 'found=se&age=child'],
  ['needs.ask', '', 'age=child'],
  ['needs.ask-child', 'age=child', ''],
  ['needs.safe-contact', '', 'age=unsure'],
  ['sexual-violence.examination', 'found=is&form=sexual', 'found=is&form=labour'],
  ['sexual-violence.examination-ask', 'found=pl&form=sexual', 'found=is&form=sexual'],
  ['sexual-violence.examination-yours', 'found=is&form=sexual&role=health', 'found=is&form=sexual'],
  ['sexual-violence.examination-child', 'found=is&form=sexual&age=child', 'found=is&form=sexual'],
  ['adoption.advice', 'form=illegal-adoption', 'form=labour'],
  ['surrogacy.advice', 'form=surrogacy', 'form=labour'],
  ['organ.examination', 'form=organ-removal', 'form=labour'],
  ['marriage.advice', 'found=no&form=forced-marriage', 'found=no&form=labour'],
  ['marriage.advice-ask', 'found=ro&form=forced-marriage', 'found=no&form=forced-marriage'],
  ['risk.assess', '', 'never'],
  ['own-state.no-embassy', 'found=no&origin=ru&fears=1', 'found=no&origin=ru&fears=0'],
  ['own-state.no-embassy', 'found=no&origin=other&asylum=1', 'found=no&origin=no&asylum=1'],
  ['consular-staff.bridge', 'found=is&origin=lt&role=consular', 'found=is&origin=lt&role=ngo'],
  ['consular-staff.bridge-child', 'found=is&origin=lt&role=consular&age=child', 'found=is&origin=lt&role=consular'],
  ['consular-staff.step-back', 'found=is&origin=lt&role=consular&fears=1', 'found=is&origin=lt&role=consular'],
  ['guardian.appoint', 'age=unsure', 'age=adult'],
  ['guardian.if-missing', 'found=pl&age=child', 'found=pl&age=adult'],
  ['guardian.if-missing', 'found=lv&age=child', 'found=no&age=child'],
  ['guardian.if-missing-police', 'found=no&age=child', 'found=lv&age=child'],
  ['identify.help-first', 'found=pl', 'found=lv'],
  ['identify.if-wanted', 'found=pl&police=no', 'found=pl&police=no&age=child'],
  ['identify.help-first', 'found=pl&police=no&age=child', 'found=pl&police=later'],
  ['identify.first-help-first', 'found=dk', 'found=pl'],
  ['identify.needed-for-help', 'found=lv', 'found=lt'],
  ['identify.unclear', 'found=ro', 'found=bg'],
  ['identify.nobody', 'found=no', 'found=ru'],
  ['identify.not-in-russia', 'found=ru', 'found=no'],
  ['identify.by-country', '', 'found=no'],
  ['rights.tell', '', 'age=child'],
  ['rights.tell-child', 'age=child', ''],
  ['police-wished.lawyer-first', 'found=lt&police=yes', 'found=lt&police=later'],
  ['police-wished.lawyer-first-ask', 'found=ru&police=yes', 'found=lt&police=yes'],
  ['police-wished.lawyer-first-child', 'found=lt&police=yes&age=child', 'found=lt&police=yes'],
  ['police-wished.report', 'found=lv&police=yes&age=child', 'found=lv'],
  ['police-wished.report-ask', 'found=de&police=yes', 'found=lv&police=yes'],
  ['police-refused.officer', 'found=lv&police=no&role=police', 'found=lv&police=no&role=ngo'],
  ['police-refused.help-without', 'found=lv&police=no', 'found=ua&police=no'],
  ['police-refused.not-found', 'found=ua&police=later', 'found=lv&police=later'],
  ['child-report.duty', 'found=no&police=no&age=child', 'found=no&police=no&age=adult'],
  ['compelled.not-punished', 'found=lv&form=criminality', 'found=lv&form=labour'],
  ['compelled.not-punished', 'found=lv&form=labour&police=yes', 'found=lv&form=labour&police=no&origin=ua'],
  ['compelled.rule-not-found', 'found=se&form=criminality', 'found=lv&form=criminality'],
  ['compelled.yours', 'found=lv&role=prosecutor', 'found=lv&role=ngo'],
  ['work.note-work', 'found=fi&form=labour', 'found=fi&form=sexual'],
  ['work.rights', 'found=fi&form=labour', 'found=fi&form=sexual'],
  ['work.rights-inspector', 'found=fi&form=labour&role=labour-inspector', 'found=fi&form=labour'],
  ['proof.keep', 'form=sexual', 'form=domestic-servitude'],
  ['asylum.pass-on', 'found=no&origin=other&asylum=1', 'found=no&origin=other&fears=1'],
  ['asylum.yours', 'found=no&origin=other&asylum=1&role=asylum-officer', 'found=no&origin=other&asylum=1'],
  ['reflection.ask-child', 'found=lv&origin=ua&age=child', 'found=lv&origin=ua'],
  ['reflection.ask-child', 'found=ro&origin=ua&age=child', 'found=bg&origin=ua&age=child'],
  ['reflection.ask', 'found=pl&origin=pl', 'found=ee&origin=ua'],
  ['reflection.ask', 'found=lv&origin=ua', 'found=lv&origin=lt'],
  ['reflection.ask-if', 'found=se&origin=ro', 'found=se&origin=se'],
  ['reflection.ask-if', 'found=lv', 'found=lv&origin=ua'],
  ['reflection.no-permit-free-mover', 'found=is&origin=lt', 'found=is&origin=ua'],
  ['reflection.no-permit-national', 'found=is&origin=is', 'found=is&origin=lt'],
  ['reflection.no-permit-eu', 'found=is&origin=eu', 'found=is&origin=lt'],
  ['reflection.length-not-found', 'found=ee', 'found=lv'],
  ['reflection.none-in-russia', 'found=ru', 'found=ee'],
  ['entitlements.group', 'found=pl&origin=ua', 'found=se&origin=ua'],
  ['entitlements.group-not-found', 'found=se&origin=ua', 'found=pl&origin=ua'],
  ['entitlements.group-unknown', 'found=pl', 'found=pl&origin=ua'],
  ['ukraine.temporary-protection', 'found=fi&origin=ua', 'found=ru&origin=ua'],
  ['counterpart.contact', 'found=se&origin=ro', 'found=se&origin=ro&fears=1'],
  ['counterpart.contact-child', 'found=se&origin=ro&age=child', 'found=se&origin=ro&age=child&fears=1'],
  ['counterpart.independent', 'found=se&origin=ua&fears=1', 'found=se&origin=ua&asylum=1'],
  ['counterpart.independent-child', 'found=se&origin=ua&fears=1&age=child', 'found=se&origin=ua&fears=1'],
  ['counterpart.russia-child', 'found=ee&origin=ru&age=child', 'found=ee&origin=ru'],
  ['counterpart.russia', 'found=ee&origin=ru', 'found=ee&origin=ru&fears=1'],
  ['counterpart.russia-feared', 'found=ee&origin=ru&fears=1', 'found=ee&origin=ru'],
  ['counterpart.other-eu', 'found=ee&origin=eu', 'found=ee&origin=other'],
  ['counterpart.other', 'found=ee&origin=other', 'found=ee&origin=eu'],
  ['counterpart.origin-not-known', 'found=ee&origin=unknown', 'found=ee&origin=eu'],
  ['elsewhere.tell', 'found=bg&origin=bg&elsewhere=de', 'found=bg&origin=bg&elsewhere=none'],
  ['elsewhere.tell', 'found=de&origin=lv&elsewhere=lv', 'found=de&origin=lv&elsewhere=lv&fears=1'],
  ['elsewhere.tell-child', 'found=bg&elsewhere=de&age=child', 'found=bg&elsewhere=de'],
  ['elsewhere.claims', 'found=bg&elsewhere=de', 'found=bg&elsewhere=bg'],
  ['consulate.own-papers', 'found=is&origin=lt&role=consular', 'found=is&origin=lt'],
  ['consulate.papers', 'found=is&origin=lt', 'found=is&origin=lt&asylum=1'],
  ['consulate.papers', 'found=is&origin=lt&home=later', 'found=is&origin=lt&home=yes'],
  ['consulate.own-papers-child', 'found=is&origin=lt&role=consular&age=child', 'found=is&origin=lt&role=consular'],
  ['consulate.papers-child', 'found=is&origin=lt&age=child', 'found=is&origin=lt'],
  ['data.nameless', '', 'age=child'],
  ['data.nameless-child', 'age=unsure', 'age=adult'],
  ['lawyer.early', 'found=lt', 'found=lt&police=yes'],
  ['lawyer.early-ask', 'found=ru', 'found=lt'],
  ['lawyer.child', 'found=lt&age=child', 'found=lt'],
  ['compensation.claim', 'found=lv&form=sexual', 'found=lv&form=labour'],
  ['compensation.claim-work', 'found=lv&form=labour', 'found=lv&form=sexual'],
  ['compensation.not-found', 'found=ru', 'found=lv'],
  ['stay-home.no-pressure', 'found=lv&origin=ua&home=no', 'found=lv&origin=ua&home=yes'],
  ['return-later.inform', 'found=lv&origin=ua&home=later', 'found=lv&origin=ua&home=no'],
  ['own-country.municipality', 'found=lv&origin=lv', 'found=lv&origin=lt'],
  ['recover.own-plan', 'found=lv', ''],
  ['decide.freely', 'police=later', 'police=yes'],
  ['decide.freely', 'age=adult', 'age=child'],
  ['child-future.lasting-solution', 'age=child', 'age=adult'],
  ['permit.apply', 'found=lv&origin=ua', 'found=lv&origin=lt'],
  ['permit.not-found', 'found=ro&origin=ua', 'found=lv&origin=ua'],
  ['free-movement.ask', 'found=de&origin=lv&stay=yes', 'found=de&origin=lv&stay=no'],
  ['again.risk', 'found=de', 'found=de&origin=lv&home=yes'],
  ['return-decision.free', 'found=de&origin=lv&home=yes', 'found=de&origin=lv&home=later'],
  ['return-decision.best-interests', 'found=se&origin=ro&home=yes&age=child', 'found=se&origin=ro&home=yes'],
  [
    'return-decision.best-interests-feared',
    'found=se&origin=ua&home=yes&age=child&fears=1',
    'found=se&origin=ua&home=yes&age=child',
  ],
  ['return-risk.both-countries', 'found=de&origin=lv&home=yes', 'found=de&origin=de&home=yes'],
  ['return-risk.fear', 'found=se&origin=ua&home=yes&fears=1', 'found=se&origin=ua&home=yes'],
  ['return-risk.russia', 'found=ee&origin=ru&home=yes', 'found=ee&origin=ua&home=yes'],
  ['return-journey.organise', 'found=fi&origin=bg&home=yes', 'found=fi&origin=bg&home=yes&asylum=1'],
  ['return-journey.organise-ask', 'found=is&origin=lt&home=yes', 'found=fi&origin=ua&home=yes'],
  ['return-journey.papers', 'found=fi&origin=bg&home=yes', 'found=fi&origin=bg&home=yes&fears=1'],
  ['return-journey.papers-child', 'found=fi&origin=bg&home=yes&age=child', 'found=fi&origin=bg&home=yes'],
  [
    'return-journey.papers-yours',
    'found=fi&origin=bg&home=yes&role=consular',
    'found=fi&origin=bg&home=yes&role=consular&age=child',
  ],
  [
    'return-journey.papers-yours-child',
    'found=fi&origin=bg&home=yes&role=consular&age=child',
    'found=fi&origin=bg&home=yes&age=child',
  ],
  ['return-journey.papers-without-state', 'found=fi&origin=ua&home=yes&fears=1', 'found=fi&origin=ua&home=yes'],
  ['return-reception.confirm', 'found=de&origin=lv&home=yes', 'found=de&origin=lv&home=yes&fears=1'],
  ['return-reception.confirm-ask', 'found=de&origin=other&home=yes', 'found=de&origin=lv&home=yes'],
  ['return-reception.confirm-independent', 'found=fi&origin=ua&home=yes&fears=1', 'found=fi&origin=ua&home=yes'],
  ['return-open.what-runs-on', 'found=de&origin=lv&home=yes', 'found=de&origin=lv'],
  ['return-open.numbers', 'found=de&origin=lv&home=yes', 'found=de&origin=other&home=yes'],
  ['after-return.help-at-home', 'found=de&origin=lv&home=yes', 'found=de&origin=lv&home=yes&fears=1'],
  ['after-return.help-independent', 'found=fi&origin=ua&home=yes&fears=1', 'found=fi&origin=ua&home=yes'],
  ['after-return.claims', 'found=de&origin=lv&home=yes', 'found=de&origin=lv&home=no'],
  ['after-return.claims-not-eu', 'found=is&origin=lv&home=yes', 'found=de&origin=lv&home=yes'],
  ['after-return.claims-from-here', 'found=de&origin=lv&home=yes&fears=1', 'found=de&origin=lv&home=yes'],
  ['role.police-no-period', 'found=is&origin=lt&role=police', 'found=is&origin=ua&role=police'],
  ['role.police', 'role=police', 'found=ru&role=police'],
  ['rights.tell-no-period', 'found=de&origin=ro', 'found=de&origin=unknown'],
  ['rights.tell-no-period', 'found=lv&origin=ro', 'found=lv&origin=ua'],
  ['rights.tell', 'found=lv&origin=unknown', 'found=ru&origin=ua'],
  ['sexual-violence.examination-police', 'found=pl&form=sexual&role=police', 'found=pl&form=sexual&role=ngo'],
  ['sexual-violence.examination', 'found=ee&form=sexual&role=ngo', 'found=ee&form=sexual&role=prosecutor'],
  ['child-report.duty', 'found=pl&age=child&police=no', 'found=pl&age=child&police=no&role=police'],
  ['papers-kept.get-back', 'found=pl&held=papers', 'found=pl&held=wages'],
  ['papers-kept.get-back', 'found=pl&held=papers&role=labour-inspector', 'found=ru&held=papers'],
  ['papers-kept.get-back', 'found=de&origin=ro&held=papers@ro', 'found=de&origin=ro&held=papers&fears=1@ro'],
  ['papers-kept.get-back-child', 'found=pl&held=papers&age=unsure', 'found=pl&held=papers'],
  ['papers-kept.yours', 'found=pl&held=papers&role=police', 'found=pl&held=papers&role=police@ro'],
  ['work.note-work', 'found=pl&held=wages', 'found=pl&held=papers'],
  ['work.rights', 'found=pl&held=wages&form=criminality', 'found=pl&form=criminality'],
  ['compensation.claim-work', 'found=pl&held=wages', 'found=pl&held=papers'],
  ['consent.ask-abroad', 'found=de@ro', 'found=de'],
  ['other-side.ask', 'found=de@ro', 'found=de'],
  ['other-side.ask', 'found=de&origin=ua@pl', 'found=ru@pl'],
  ['other-side.ask-child', 'found=de&age=unsure@ro', 'found=de@ro'],
  ['other-side.home', 'found=de&origin=ro@ro', 'found=de&origin=ro@pl'],
  ['other-side.home', 'found=de&origin=ro&age=child@ro', 'found=de&origin=ro&fears=1@ro'],
  ['other-side.risk-home', 'found=de&origin=ro@ro', 'found=de&origin=ro@de'],
  ['own-state.step-back', 'found=de&origin=ro&asylum=1@ro', 'found=de&origin=ro&asylum=1@de'],
  ['own-state.step-back', 'found=is&origin=bg&fears=1&role=consular@no', 'found=is&origin=bg&fears=1&role=ngo@no'],
  ['proof.reached-you', 'found=de&origin=ro&form=labour@ro', 'found=de&origin=ro&form=labour'],
  ['proof.reached-you', 'found=de&origin=ro@ro', 'found=de&origin=ro&fears=1@ro'],
  ['return-reception.confirm-yours', 'found=de&origin=ro&home=yes@ro', 'found=de&origin=ro&home=yes'],
  ['after-return.follow-up', 'found=de&origin=lv&home=yes', 'found=de&origin=lv&home=no'],
];

/**
 * Wordings for a case that today's data do not have: every country either says that help does not depend on the police
 * or does not say, and every country with forms has somebody for work.
 */
const NOT_IN_TODAYS_DATA = ['police-refused.help-only-with', 'work.rights-ask'];

describe('each step stands where it belongs', () => {
  test.each(TABLE)('%s: in %s, not in %s', (wording, present, absent) => {
    expect(wordings(present)).toContain(wording);
    if (absent !== 'never') expect(wordings(absent)).not.toContain(wording);
  });

  test('the table misses no step', () => {
    const tested = new Set([...TABLE.map(([wording]) => wording), ...NOT_IN_TODAYS_DATA]);
    for (const rule of RULES) {
      for (const step of rule.steps) {
        expect(tested).toContain(`${rule.id}.${step.id}`);
        if (step.otherwise) expect(tested).toContain(`${rule.id}.${step.otherwise.id}`);
      }
    }
  });
});

test.each(['police', 'border-guard', 'prosecutor', 'ngo', 'health', 'labour-inspector', ''])(
  'whether papers and a phone may be taken depends on who asks: %s',
  (role) => {
    const { steps } = planReferral(parseSituation(`found=ro${role && `&role=${role}`}`), directory, { now });
    const [keep, ...more] = steps.filter(({ rule }) => rule === 'proof');
    expect(more).toEqual([]);
    expect(keep?.dont).toBe(!['police', 'border-guard', 'prosecutor'].includes(role));
  },
);
