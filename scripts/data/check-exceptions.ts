/** What the data check would refuse and is right all the same, each with the reason. */

/** Numbers in E.164 that exist although the numbering plan known to the library has no room for them. */
export const NUMBERS_THAT_EXIST: Record<string, string> = {
  '+45114': 'the Danish police publish this form of 114 themselves, for calls from abroad',
};

/** Mailboxes that look like "first name, last name" and are an organisation's, in lower case. */
export const MAILBOXES_OF_ORGANISATIONS: Record<string, string> = {
  'cmavn.ternopil@gmail.com':
    'published in 2019-2020 as the mailbox of the Ukrainian hotline, whose landline is in Ternopil',
};
